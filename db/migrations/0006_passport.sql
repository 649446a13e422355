CREATE TABLE `merged_item` (
	`item` text PRIMARY KEY NOT NULL,
	`into_item` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `merged_item_into` ON `merged_item` (`into_item`);--> statement-breakpoint
CREATE TABLE `workshop` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `items_merged` ON `items` (`merged_into`);