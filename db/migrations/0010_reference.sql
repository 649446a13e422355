CREATE TABLE `reference_document` (
	`brand` text NOT NULL,
	`kind` text NOT NULL,
	`version` text NOT NULL,
	`rank` integer NOT NULL,
	`sha` text NOT NULL,
	`sig` text NOT NULL,
	`effective_from` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`seen_at` integer NOT NULL,
	`text` text,
	PRIMARY KEY(`brand`, `kind`, `version`, `sha`)
);
--> statement-breakpoint
ALTER TABLE `workshop` ADD `address` text;--> statement-breakpoint
ALTER TABLE `workshop` ADD `phone` text;