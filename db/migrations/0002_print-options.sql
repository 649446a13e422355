ALTER TABLE `print_journal` ADD `options` text;--> statement-breakpoint
ALTER TABLE `print_journal` ADD `form` text DEFAULT 'finished' NOT NULL;--> statement-breakpoint
-- What a printer or a person vouched for used to be told by `proof` alone.
UPDATE `print_journal` SET `state` = 'confirmed' WHERE `state` = 'sent' AND `proof` IN ('status', 'person');
