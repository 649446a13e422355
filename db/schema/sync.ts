/**
 * What this PC knows about its exchange with the archive and its siblings. Local-only: none of it is a fact, all of it
 * can be had again. What is still to be sent is `chain.acked`: everything behind it.
 */
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** How far each feed was read; moves in the transaction that applies the page. */
export const feedCursor = sqliteTable("feed_cursor", {
	feed: text().primaryKey(),
	pos: integer().notNull(),
	/** Sum modulo 2^64 of the first eight bytes of the hashes read, 16 hex digits. */
	chk: text().notNull(),
	/** Last time the archive answered for it, ms UTC. */
	readAt: integer("read_at").notNull(),
	/** Followed until then; null = always (the store's own feed). */
	until: integer(),
});

/** Its writer's signatures over a chain, one every few hundred events: whoever carries the events hands them on. */
export const signedHead = sqliteTable(
	"signed_head",
	{
		chain: integer().notNull(),
		seq: integer().notNull(),
		hash: blob({ mode: "buffer" }).notNull(),
		sig: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.chain, t.seq] })],
);

/** What the archive said of an event that is not plain: a corrected time, or set aside and why. */
export const eventMark = sqliteTable("event_mark", {
	event: text().primaryKey(),
	out: text().notNull(),
	reason: text(),
	/** ms UTC; null = its own clock was right. */
	ats: integer(),
});

/** Other stores' records of items: pages of item feeds, read beside the log, never folded into this store's work. */
export const foreignEvent = sqliteTable(
	"foreign_event",
	{
		feed: text().notNull(),
		pos: integer().notNull(),
		event: text().notNull(),
		ats: integer().notNull(),
		text: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.feed, t.pos] }), index("foreign_event_id").on(t.event)],
);

/** Answers to "whose item is this code", kept for when the line is down. `item` null = the archive knew none. */
export const passport = sqliteTable(
	"passport",
	{
		kind: text().notNull(),
		value: text().notNull(),
		item: text(),
		answeredAt: integer("answered_at").notNull(),
	},
	(t) => [primaryKey({ columns: [t.kind, t.value] })],
);

/**
 * Pictures on their way: `up` still to be sent, `sent` verified at the archive, `away` known of but never opened here,
 * `down` asked for and on its way here.
 */
export const blobTransfer = sqliteTable(
	"blob_transfer",
	{
		sha: text().primaryKey(),
		state: text().notNull(),
		/** The upload under way, to go on with after a restart. */
		url: text(),
		tries: integer().notNull(),
		notBefore: integer("not_before").notNull(),
		/** The brand of the event that owns it; null = the house brand. */
		brand: text(),
	},
	(t) => [index("blob_transfer_state").on(t.state, t.notBefore)],
);

/** Keys of customers and orders that events of other PCs name and that are not here yet. */
export const keyWanted = sqliteTable("key_wanted", {
	kid: text().primaryKey(),
	/** Asked for again not before then, ms UTC. */
	notBefore: integer("not_before").notNull(),
});

/** Events that could not be taken into the log: kept whole, shown to a person, never in the way of the rest. */
export const heldEvent = sqliteTable("held_event", {
	hash: text().primaryKey(),
	from: text().notNull(),
	reason: text().notNull(),
	heldAt: integer("held_at").notNull(),
	text: text().notNull(),
});

/** Items that other workshops found to be one, as the archive told it: `item` is read as `intoItem`. */
export const mergedItem = sqliteTable(
	"merged_item",
	{ item: text().primaryKey(), intoItem: text("into_item").notNull() },
	(t) => [index("merged_item_into").on(t.intoItem)],
);

/** Names of other workshops, for records and for sending there. */
export const workshop = sqliteTable("workshop", {
	id: text().primaryKey(),
	code: text().notNull(),
	name: text().notNull(),
	/** From the head office's list; null where it says nothing. */
	address: text(),
	phone: text(),
});

/** The archive's signed word that it has a chain up to a place, the furthest of each of its lives: proof, should it lose it. */
export const archiveReceipt = sqliteTable(
	"archive_receipt",
	{
		dev: text().notNull(),
		epoch: integer().notNull(),
		arch: text().notNull(),
		seq: integer().notNull(),
		/** Of the event at that place, hex. */
		hash: text().notNull(),
		/** ms UTC, by the archive. */
		at: integer().notNull(),
		sig: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.dev, t.epoch, t.arch] })],
);

/** What the archive signed each day over all chains of a brand: whoever keeps it can tell later that nothing was changed. */
export const dailyRoot = sqliteTable(
	"daily_root",
	{
		brand: text().notNull(),
		/** UTC, YYYY-MM-DD. */
		day: text().notNull(),
		arch: text().notNull(),
		root: text().notNull(),
		chains: integer().notNull(),
		at: integer().notNull(),
		sig: text().notNull(),
	},
	(t) => [primaryKey({ columns: [t.brand, t.day, t.arch] })],
);
