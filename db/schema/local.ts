/**
 * Local-only tables: not facts, not in the log, never synced. Keys, credentials, drafts, settings of this PC.
 * The print journal has a file of its own (print-journal.ts).
 */
import { sql } from "drizzle-orm";
import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A subject's or order's key, wrapped by the workstation's key. Deleting the row is erasure. */
export const keys = sqliteTable(
	"keys",
	{
		/** `subject:<uuid>` or `order:<uuid>`. */
		kid: text().primaryKey(),
		/** AES-256-GCM of the 32-byte key: iv, ciphertext, tag. */
		wrapped: blob({ mode: "buffer" }).notNull(),
		/** 1 once the archive keeps copies of it for the store and for the brand. */
		sent: integer().notNull().default(0),
	},
	(t) => [index("keys_unsent").on(t.sent).where(sql`sent = 0`)],
);

/** Keys that were destroyed because their customer was erased: never made, taken or kept here again. */
export const erasedKeys = sqliteTable("erased_keys", {
	kid: text().primaryKey(),
	erasedAt: integer("erased_at").notNull(),
	/** 1 once its pictures and what the file's free places and log may hold of it are gone too. */
	cleared: integer().notNull().default(0),
});

/** Keys made here while this PC had lost its lease: they alone open until it has one again. */
export const bornKeys = sqliteTable("born_keys", { kid: text().primaryKey() });

/** Keyed hash of a full phone number, tied to its subject and deleted with its key. */
export const phones = sqliteTable(
	"phones",
	{ hash: blob({ mode: "buffer" }).notNull(), subjectId: text("subject_id").notNull() },
	(t) => [index("phones_hash").on(t.hash), index("phones_subject").on(t.subjectId)],
);

/** Encrypted pictures on disk, named by the sha256 of their ciphertext. */
export const blobs = sqliteTable(
	"blobs",
	{
		sha: text().primaryKey(),
		kid: text().notNull(),
		mime: text().notNull(),
		bytes: integer().notNull(),
		role: text().notNull(),
		storedAt: integer("stored_at").notNull(),
		/** 1 once an event owns it; others are swept when their draft is gone. */
		owned: integer().notNull(),
	},
	(t) => [index("blobs_kid").on(t.kid)],
);

/** PIN verifiers (scrypt) and how often they were missed. */
export const pins = sqliteTable("pins", {
	personId: text("person_id").primaryKey(),
	salt: blob({ mode: "buffer" }).notNull(),
	verifier: blob({ mode: "buffer" }).notNull(),
	misses: integer().notNull(),
	lockedUntil: integer("locked_until").notNull(),
});

/** Badge tokens: only their hash; revoking deletes the row. */
export const badges = sqliteTable(
	"badges",
	{
		hash: blob({ mode: "buffer" }).primaryKey(),
		personId: text("person_id").notNull(),
		madeAt: integer("made_at").notNull(),
	},
	(t) => [index("badges_person").on(t.personId)],
);

/** An unfinished piece of work, sealed with the workstation's key: survives lock, switch and crash. */
export const drafts = sqliteTable("drafts", {
	id: text().primaryKey(),
	kind: text().notNull(),
	personId: text("person_id").notNull(),
	savedAt: integer("saved_at").notNull(),
	sealed: blob({ mode: "buffer" }).notNull(),
});

/** This PC's own settings and counters, JSON by name. */
export const settings = sqliteTable("settings", { name: text().primaryKey(), value: text().notNull() });
