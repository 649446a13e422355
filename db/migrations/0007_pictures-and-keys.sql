CREATE TABLE `key_wanted` (
	`kid` text PRIMARY KEY NOT NULL,
	`not_before` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `keys` ADD `sent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `keys_unsent` ON `keys` (`sent`) WHERE sent = 0;--> statement-breakpoint
ALTER TABLE `blob_transfer` ADD `brand` text;--> statement-breakpoint
-- Pictures of events that were written before there was an archive to send them to.
INSERT INTO `blob_transfer` (`sha`, `state`, `url`, `tries`, `not_before`) SELECT `sha`, 'up', NULL, 0, 0 FROM `blobs` WHERE `owned` = 1;
