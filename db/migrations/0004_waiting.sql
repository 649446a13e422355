CREATE TABLE `waiting` (
	`base` text NOT NULL,
	`aggregate` integer NOT NULL,
	PRIMARY KEY(`base`, `aggregate`)
);
--> statement-breakpoint
CREATE INDEX `waiting_aggregate` ON `waiting` (`aggregate`);