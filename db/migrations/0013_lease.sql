CREATE TABLE `born_keys` (
	`kid` text PRIMARY KEY NOT NULL
);
