/**
 * What the head office sent through the archive: every document that came, taken or refused. Local-only: all of it can be
 * had again. The newest one taken whose time has come is in force; the older ones stay, to be read.
 */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const referenceDocument = sqliteTable(
	"reference_document",
	{
		brand: text().notNull(),
		kind: text().notNull(),
		/** `2026.1`. */
		version: text().notNull(),
		/** Orders the versions. */
		rank: integer().notNull(),
		/** Of its text, as it was signed. */
		sha: text().notNull(),
		sig: text().notNull(),
		/** In force from then on, ms UTC. */
		effectiveFrom: integer("effective_from").notNull(),
		/** `taken` or `refused`. */
		state: text().notNull(),
		/** Why it was refused. */
		reason: text(),
		/** When it was looked at last, ms UTC. */
		seenAt: integer("seen_at").notNull(),
		/** The document; null when it was refused. */
		text: text(),
	},
	(t) => [primaryKey({ columns: [t.brand, t.kind, t.version, t.sha] })],
);
