/**
 * Print journal: every label and paper this PC was asked for and how it ended. Local-only, never synced.
 * Holds no personal data: a title is an order number and a kind of paper, bytes are a finished label.
 */
import { blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const printJournal = sqliteTable(
	"print_journal",
	{
		id: text().primaryKey(),
		/** Order of asking; a printer works through it from the front. */
		seq: integer().notNull().unique(),
		printerId: text("printer_id").notNull(),
		/** piece-label, item-label, part-label, slip, quote … */
		kind: text().notNull(),
		/** What it was about, e.g. `order:<uuid>`. */
		subject: text().notNull(),
		title: text().notNull(),
		/** queued, sending, sent, confirmed, unknown, failed, cancelled, produced. */
		state: text().notNull(),
		/** Times the printer was tried. */
		tries: integer().notNull(),
		/** Why it waits, is unknown or failed. */
		reason: text(),
		/** How sure we are that it was printed: status, close, handed-over, person. */
		proof: text(),
		personId: text("person_id"),
		/** An earlier entry this one repeats on purpose. */
		reprintOf: text("reprint_of"),
		/** JSON: how a paper is to come out (size, copies, tray); null for labels. */
		options: text(),
		/** What `bytes` are: `finished` for the printer, or a `label` as data, drawn when it is sent. */
		form: text().notNull().default("finished"),
		/** gzip; finished ones are emptied once nothing can need them any more. */
		bytes: blob({ mode: "buffer" }),
		askedAt: integer("asked_at").notNull(),
		changedAt: integer("changed_at").notNull(),
		/** Not tried again before this instant. */
		notBefore: integer("not_before").notNull(),
	},
	(t) => [index("print_journal_state").on(t.state, t.seq), index("print_journal_subject").on(t.subject)],
);
