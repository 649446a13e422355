/**
 * Projections: rows folded from the log for lists and look-ups. Nothing personal, nothing that is not in the log.
 * Written by db/projections/*; read by db/queries/*.
 */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const orders = sqliteTable(
	"orders",
	{
		id: text().primaryKey(),
		number: text().notNull(),
		token: text().notNull(),
		subjectId: text("subject_id").notNull(),
		openedAt: integer("opened_at").notNull(),
		promisedAt: integer("promised_at").notNull(),
		paidFen: integer("paid_fen").notNull(),
		voided: integer().notNull(),
		/** The workshop that took it in. */
		store: text().notNull().default(""),
	},
	(t) => [
		index("orders_number").on(t.number),
		index("orders_token").on(t.token),
		index("orders_subject").on(t.subjectId),
		index("orders_opened").on(t.openedAt),
	],
);

export const jobs = sqliteTable(
	"jobs",
	{
		id: text().primaryKey(),
		orderId: text("order_id").notNull(),
		itemId: text("item_id").notNull(),
		subjectId: text("subject_id").notNull(),
		ordinal: integer().notNull(),
		stage: text().notNull(),
		stageAt: integer("stage_at").notNull(),
		receivedAt: integer("received_at").notNull(),
		promisedAt: integer("promised_at").notNull(),
		/** The running clock that falls due first, and when; null when none runs. */
		clock: text(),
		dueAt: integer("due_at"),
		paused: integer().notNull(),
		assigneeId: text("assignee_id"),
		shelf: text(),
		goingBack: integer("going_back").notNull(),
		owedFen: integer("owed_fen").notNull(),
		brandFen: integer("brand_fen").notNull(),
		reworks: integer().notNull(),
		followUpAt: integer("follow_up_at"),
		handedAt: integer("handed_at"),
		/** sha256 of the picture a list shows: the first taken at intake. */
		photo: text(),
		/** Codes people search by: faults, operations, parts; separated by spaces, sorted. */
		codes: text().notNull(),
		/** 1 when two decisions stand on one base. */
		conflict: integer().notNull(),
		/** The workshop that has it in hand; null on its way between two. */
		holder: text(),
	},
	(t) => [
		index("jobs_order").on(t.orderId),
		index("jobs_item").on(t.itemId),
		index("jobs_subject").on(t.subjectId),
		index("jobs_stage_due").on(t.stage, t.dueAt),
		index("jobs_shelf").on(t.shelf),
		index("jobs_received").on(t.receivedAt),
		index("jobs_under_way").on(t.id).where(sql`holder IS NULL`),
		index("jobs_conflict").on(t.receivedAt).where(sql`conflict = 1`),
	],
);

/** A job's ways between workshops, by parcel: an acceptance code is known by its hash, also once the parcel has arrived. */
export const jobMoves = sqliteTable(
	"job_moves",
	{
		jobId: text("job_id").notNull(),
		parcel: text().notNull(),
		codeHash: text("code_hash").notNull(),
		fromStore: text("from_store").notNull(),
		toStore: text("to_store").notNull(),
		sentAt: integer("sent_at").notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.jobId, t.parcel] }),
		index("job_moves_parcel").on(t.parcel),
		index("job_moves_code").on(t.codeHash),
	],
);

export const items = sqliteTable(
	"items",
	{
		id: text().primaryKey(),
		category: text().notNull(),
		kind: text().notNull(),
		brand: text().notNull(),
		style: text().notNull(),
		colour: text().notNull(),
		size: text().notNull(),
		mergedInto: text("merged_into"),
	},
	(t) => [index("items_merged").on(t.mergedInto)],
);

export const itemCodes = sqliteTable(
	"item_codes",
	{ itemId: text("item_id").notNull(), kind: text().notNull(), value: text().notNull() },
	(t) => [index("item_codes_value").on(t.value), index("item_codes_item").on(t.itemId)],
);

/** Which event holds a subject's personal data: the in-memory directory is filled from these. */
export const subjects = sqliteTable("subjects", {
	id: text().primaryKey(),
	personalIn: text("personal_in"),
	marketing: integer().notNull(),
	erased: integer().notNull(),
});

export const persons = sqliteTable("persons", {
	id: text().primaryKey(),
	number: text().notNull(),
	name: text().notNull(),
	/** JSON array of roles. */
	roles: text().notNull(),
	active: integer().notNull(),
});

/** Money in and out, for day-end totals. Refunds are negative. */
export const payments = sqliteTable(
	"payments",
	{
		id: text().primaryKey(),
		orderId: text("order_id").notNull(),
		at: integer().notNull(),
		byId: text("by_id").notNull(),
		kind: text().notNull(),
		method: text().notNull(),
		amountFen: integer("amount_fen").notNull(),
		/** The workshop whose till it went through. */
		store: text().notNull().default(""),
	},
	(t) => [index("payments_order").on(t.orderId), index("payments_at").on(t.at)],
);
