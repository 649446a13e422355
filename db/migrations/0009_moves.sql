CREATE TABLE `job_moves` (
	`job_id` text NOT NULL,
	`parcel` text NOT NULL,
	`code_hash` text NOT NULL,
	`from_store` text NOT NULL,
	`to_store` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`job_id`, `parcel`)
);
--> statement-breakpoint
CREATE INDEX `job_moves_parcel` ON `job_moves` (`parcel`);--> statement-breakpoint
CREATE INDEX `job_moves_code` ON `job_moves` (`code_hash`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `holder` text;--> statement-breakpoint
CREATE INDEX `jobs_under_way` ON `jobs` (`id`) WHERE holder IS NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `store` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `payments` ADD `store` text DEFAULT '' NOT NULL;