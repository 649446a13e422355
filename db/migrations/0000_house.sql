CREATE TABLE `badges` (
	`hash` blob PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `badges_person` ON `badges` (`person_id`);--> statement-breakpoint
CREATE TABLE `blobs` (
	`sha` text PRIMARY KEY NOT NULL,
	`kid` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`role` text NOT NULL,
	`stored_at` integer NOT NULL,
	`owned` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`saved_at` integer NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `keys` (
	`kid` text PRIMARY KEY NOT NULL,
	`wrapped` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `phones` (
	`hash` blob NOT NULL,
	`subject_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `phones_hash` ON `phones` (`hash`);--> statement-breakpoint
CREATE INDEX `phones_subject` ON `phones` (`subject_id`);--> statement-breakpoint
CREATE TABLE `pins` (
	`person_id` text PRIMARY KEY NOT NULL,
	`salt` blob NOT NULL,
	`verifier` blob NOT NULL,
	`misses` integer NOT NULL,
	`locked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `aggregate` (
	`n` integer PRIMARY KEY NOT NULL,
	`agg` text NOT NULL,
	`version` integer NOT NULL,
	`last_key` text NOT NULL,
	`state` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `aggregate_agg` ON `aggregate` (`agg`);--> statement-breakpoint
CREATE TABLE `chain` (
	`n` integer PRIMARY KEY NOT NULL,
	`dev` text NOT NULL,
	`epoch` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chain_dev_epoch` ON `chain` (`dev`,`epoch`);--> statement-breakpoint
CREATE TABLE `event` (
	`pos` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`chain` integer NOT NULL,
	`seq` integer NOT NULL,
	`aggregate` integer NOT NULL,
	`hash` blob NOT NULL,
	`acked` integer DEFAULT 0 NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`chain`) REFERENCES `chain`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`aggregate`) REFERENCES `aggregate`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_id` ON `event` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_chain_seq` ON `event` (`chain`,`seq`);--> statement-breakpoint
CREATE INDEX `event_aggregate` ON `event` (`aggregate`);--> statement-breakpoint
CREATE TABLE `print_journal` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`printer_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`reason` text,
	`proof` text,
	`person_id` text,
	`reprint_of` text,
	`bytes` blob,
	`asked_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`not_before` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `print_journal_seq_unique` ON `print_journal` (`seq`);--> statement-breakpoint
CREATE INDEX `print_journal_state` ON `print_journal` (`state`,`seq`);--> statement-breakpoint
CREATE INDEX `print_journal_subject` ON `print_journal` (`subject`);--> statement-breakpoint
CREATE TABLE `item_codes` (
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `item_codes_value` ON `item_codes` (`value`);--> statement-breakpoint
CREATE INDEX `item_codes_item` ON `item_codes` (`item_id`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`category` text NOT NULL,
	`kind` text NOT NULL,
	`brand` text NOT NULL,
	`style` text NOT NULL,
	`colour` text NOT NULL,
	`size` text NOT NULL,
	`merged_into` text
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`item_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`stage` text NOT NULL,
	`stage_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`promised_at` integer NOT NULL,
	`clock` text,
	`due_at` integer,
	`paused` integer NOT NULL,
	`assignee_id` text,
	`shelf` text,
	`going_back` integer NOT NULL,
	`owed_fen` integer NOT NULL,
	`brand_fen` integer NOT NULL,
	`reworks` integer NOT NULL,
	`follow_up_at` integer,
	`handed_at` integer,
	`photo` text,
	`codes` text NOT NULL,
	`conflict` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_order` ON `jobs` (`order_id`);--> statement-breakpoint
CREATE INDEX `jobs_item` ON `jobs` (`item_id`);--> statement-breakpoint
CREATE INDEX `jobs_subject` ON `jobs` (`subject_id`);--> statement-breakpoint
CREATE INDEX `jobs_stage_due` ON `jobs` (`stage`,`due_at`);--> statement-breakpoint
CREATE INDEX `jobs_shelf` ON `jobs` (`shelf`);--> statement-breakpoint
CREATE INDEX `jobs_received` ON `jobs` (`received_at`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`token` text NOT NULL,
	`subject_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`promised_at` integer NOT NULL,
	`paid_fen` integer NOT NULL,
	`voided` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `orders_number` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_token` ON `orders` (`token`);--> statement-breakpoint
CREATE INDEX `orders_subject` ON `orders` (`subject_id`);--> statement-breakpoint
CREATE INDEX `orders_opened` ON `orders` (`opened_at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	`kind` text NOT NULL,
	`method` text NOT NULL,
	`amount_fen` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `payments_order` ON `payments` (`order_id`);--> statement-breakpoint
CREATE INDEX `payments_at` ON `payments` (`at`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`active` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`personal_in` text,
	`marketing` integer NOT NULL,
	`erased` integer NOT NULL
);
