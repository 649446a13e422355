CREATE TABLE `archive_receipt` (
	`dev` text NOT NULL,
	`epoch` integer NOT NULL,
	`arch` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`sig` text NOT NULL,
	PRIMARY KEY(`dev`, `epoch`, `arch`)
);
--> statement-breakpoint
CREATE TABLE `daily_root` (
	`brand` text NOT NULL,
	`day` text NOT NULL,
	`arch` text NOT NULL,
	`root` text NOT NULL,
	`chains` integer NOT NULL,
	`at` integer NOT NULL,
	`sig` text NOT NULL,
	PRIMARY KEY(`brand`, `day`, `arch`)
);
