-- Search: one document per job and per item. `search_index` holds n-grams only (no text), so it can always be rebuilt.
CREATE TABLE `search_document` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_document_kind_id` ON `search_document` (`kind`, `id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5 (
	grams,
	content = '',
	contentless_delete = 1,
	detail = none,
	tokenize = "unicode61 remove_diacritics 0 tokenchars '_-'"
);
