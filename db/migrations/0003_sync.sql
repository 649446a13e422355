CREATE TABLE `blob_transfer` (
	`sha` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`url` text,
	`tries` integer NOT NULL,
	`not_before` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `blob_transfer_state` ON `blob_transfer` (`state`,`not_before`);--> statement-breakpoint
CREATE TABLE `event_mark` (
	`event` text PRIMARY KEY NOT NULL,
	`out` text NOT NULL,
	`reason` text,
	`ats` integer
);
--> statement-breakpoint
CREATE TABLE `feed_cursor` (
	`feed` text PRIMARY KEY NOT NULL,
	`pos` integer NOT NULL,
	`chk` text NOT NULL,
	`read_at` integer NOT NULL,
	`until` integer
);
--> statement-breakpoint
CREATE TABLE `foreign_event` (
	`feed` text NOT NULL,
	`pos` integer NOT NULL,
	`event` text NOT NULL,
	`ats` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`feed`, `pos`)
);
--> statement-breakpoint
CREATE INDEX `foreign_event_id` ON `foreign_event` (`event`);--> statement-breakpoint
CREATE TABLE `held_event` (
	`hash` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`reason` text NOT NULL,
	`held_at` integer NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passport` (
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`item` text,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `value`)
);
--> statement-breakpoint
CREATE TABLE `signed_head` (
	`chain` integer NOT NULL,
	`seq` integer NOT NULL,
	`hash` blob NOT NULL,
	`sig` text NOT NULL,
	PRIMARY KEY(`chain`, `seq`)
);
--> statement-breakpoint
ALTER TABLE `chain` ADD `acked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `event` DROP COLUMN `acked`;