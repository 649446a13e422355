/**
 * The log and what is folded from it. Only db/log.ts writes these tables; projections can be dropped and refolded.
 * Generated SQL lives in db/migrations (`npm run migration`), reviewed by hand.
 */
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One row per (device, epoch): the head of its chain. */
export const chain = sqliteTable(
	"chain",
	{
		n: integer().primaryKey(),
		dev: text().notNull(),
		epoch: integer().notNull(),
		lastSeq: integer("last_seq").notNull(),
		lastHash: blob("last_hash", { mode: "buffer" }).notNull(),
		/** Everything up to this sequence number is durable at the archive; what follows is still to be sent. */
		acked: integer().notNull().default(0),
		/** Of another store: only what it wrote about orders that moved is here; `lastSeq` is the furthest of it. */
		partial: integer({ mode: "boolean" }).notNull().default(false),
	},
	(t) => [uniqueIndex("chain_dev_epoch").on(t.dev, t.epoch)],
);

/** One row per aggregate: identity (`n`, never reused) and the fold's last result as JSON. */
export const aggregate = sqliteTable(
	"aggregate",
	{
		n: integer().primaryKey(),
		agg: text().notNull(),
		/** Events folded; what calls carry as `version`. */
		version: integer().notNull(),
		/** Largest order key folded, "~" while events wait: one that sorts before it folds the aggregate anew. */
		lastKey: text("last_key").notNull(),
		state: text(),
	},
	(t) => [uniqueIndex("aggregate_agg").on(t.agg)],
);

/** The log. `text` is the canonical text, verbatim, for ever. */
export const event = sqliteTable(
	"event",
	{
		pos: integer().primaryKey({ autoIncrement: true }),
		id: text().notNull(),
		chain: integer()
			.notNull()
			.references(() => chain.n),
		seq: integer().notNull(),
		aggregate: integer()
			.notNull()
			.references(() => aggregate.n),
		hash: blob({ mode: "buffer" }).notNull(),
		text: text().notNull(),
		/** Its body was what its type promises when it came in: no fold asks again. */
		sound: integer({ mode: "boolean" }).notNull().default(false),
	},
	(t) => [
		uniqueIndex("event_id").on(t.id),
		uniqueIndex("event_chain_seq").on(t.chain, t.seq),
		index("event_aggregate").on(t.aggregate),
	],
);

/** Aggregates with events that wait for one not stored yet: folded anew when it comes. Made again by a refold. */
export const waiting = sqliteTable("waiting", { base: text().notNull(), aggregate: integer().notNull() }, (t) => [
	primaryKey({ columns: [t.base, t.aggregate] }),
	index("waiting_aggregate").on(t.aggregate),
]);
