CREATE TABLE `erased_keys` (
	`kid` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL,
	`cleared` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `blobs_kid` ON `blobs` (`kid`);--> statement-breakpoint
-- Customers whose erasure was heard of before keys were kept account of.
INSERT INTO `erased_keys` (`kid`, `erased_at`) SELECT 'subject:' || `id`, 0 FROM `subjects` WHERE `erased` = 1;
