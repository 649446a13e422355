/**
 * The rows of each concept. State in, rows out; nothing is read back, so the order of aggregates does not matter and a
 * refold gives the same bytes.
 */
import type { CustomerState } from "../../domain/customer/customer.ts";
import { conflicts } from "../../domain/event/decision.ts";
import type { ItemState } from "../../domain/item/item.ts";
import { holderOf } from "../../domain/job/move/custody.ts";
import { acceptedQuote, type JobState, owedFen } from "../../domain/job/state.ts";
import { type OrderState, paidFen } from "../../domain/order/fold.ts";
import type { PersonState } from "../../domain/person/person.ts";
import type { Statement, Writer } from "../open.ts";
import type { SearchIndex } from "../search/index-rows.ts";
import type { Projector } from "./projector.ts";

type Value = string | number | null;

function table(db: Writer, name: string, columns: readonly string[], key: string) {
	const marks = columns.map(() => "?").join(", ");
	const insert = db.prepare(`INSERT INTO ${name} (${columns.join(", ")}) VALUES (${marks})`);
	const find = db.prepare(`SELECT ${columns.join(", ")} FROM ${name} WHERE ${key} = ?`).raw();
	const updates = new Map<string, Statement>();

	function updateOf(changed: readonly string[]): Statement {
		const names = changed.join(" = ?, ");
		const known = updates.get(names);
		if (known) return known;
		const made = db.prepare(`UPDATE ${name} SET ${names} = ? WHERE ${key} = ?`);
		updates.set(names, made);
		return made;
	}

	return {
		insert,
		/**
		 * The row of one id, its first column. Only what changed is written: each index a row leaves and enters again costs
		 * a page in the same durable commit.
		 */
		put(...values: [string, ...Value[]]): void {
			const stands = find.get(values[0]) as Value[] | undefined;
			if (!stands) {
				insert.run(...values);
				return;
			}
			const changed = columns.flatMap((column, i) => (stands[i] === values[i] ? [] : [{ column, value: values[i] }]));
			if (changed.length === 0) return;
			updateOf(changed.map(({ column }) => column)).run(...changed.map(({ value }) => value), values[0]);
		},
		remove: db.prepare(`DELETE FROM ${name} WHERE ${key} = ?`),
		clear: db.prepare(`DELETE FROM ${name}`),
	};
}

function orderProjector(db: Writer): Projector {
	const orders = table(
		db,
		"orders",
		["id", "number", "token", "subject_id", "opened_at", "promised_at", "paid_fen", "voided", "store"],
		"id",
	);
	const paymentColumns = ["id", "order_id", "at", "by_id", "kind", "method", "amount_fen", "store"];
	const payments = table(db, "payments", paymentColumns, "order_id");
	return {
		tables: ["orders", "payments"],
		keyed: ["orders"],
		write(raw) {
			const s = raw as OrderState;
			payments.remove.run(s.id);
			orders.put(s.id, s.number, s.token, s.subject, s.openedAt, s.promisedAt, paidFen(s), s.voided ? 1 : 0, s.store);
			for (const p of s.payments) {
				const signed = p.kind === "refund" ? -p.amountFen : p.amountFen;
				payments.insert.run(p.id, s.id, p.at, p.by, p.kind, p.method, signed, p.store);
			}
		},
		remove(id) {
			orders.remove.run(id);
			payments.remove.run(id);
		},
		clear() {
			orders.clear.run();
			payments.clear.run();
		},
	};
}

const jobColumns = [
	"id",
	"order_id",
	"item_id",
	"subject_id",
	"ordinal",
	"stage",
	"stage_at",
	"received_at",
	"promised_at",
	"clock",
	"due_at",
	"paused",
	"assignee_id",
	"shelf",
	"going_back",
	"owed_fen",
	"brand_fen",
	"reworks",
	"follow_up_at",
	"handed_at",
	"photo",
	"codes",
	"conflict",
	"holder",
] as const;

/** The running clock that falls due first. */
function nearestClock(job: JobState) {
	let nearest: JobState["clocks"][number] | undefined;
	for (const c of job.clocks) if (c.stoppedAt === null && (!nearest || c.dueAt < nearest.dueAt)) nearest = c;
	return nearest;
}

/** 0 never paused, 1 paused now, 2 paused earlier: its due time has moved on, see domain/job/clock-view.ts. */
function pausedMark(clock: JobState["clocks"][number] | undefined): number {
	if (!clock || clock.pauses.length === 0) return 0;
	return clock.pauses.some((p) => p.to === null) ? 1 : 2;
}

/** Faults found, services asked, operations quoted and done, parts used. */
function searchCodes(job: JobState): string {
	const codes = new Set(job.services);
	for (const finding of job.findings) codes.add(finding.fault);
	for (const line of job.quotes.at(-1)?.lines ?? []) codes.add(line.code);
	for (const use of job.parts) codes.add(use.part);
	return [...codes].sort().join(" ");
}

function jobProjector(db: Writer): Projector {
	const jobs = table(db, "jobs", jobColumns, "id");
	const moveColumns = ["job_id", "parcel", "code_hash", "from_store", "to_store", "sent_at"];
	const moves = table(db, "job_moves", moveColumns, "job_id");
	return {
		tables: ["jobs", "job_moves"],
		keyed: ["jobs"],
		write(raw) {
			const s = raw as JobState;
			const clock = nearestClock(s);
			const brandFen = s.voided ? 0 : (acceptedQuote(s)?.totals.brandFen ?? 0);
			const followUpAt = s.followUp && !s.followUp.done ? s.followUp.dueAt : null;
			jobs.put(
				s.id,
				s.order,
				s.item,
				s.subject,
				s.ordinal,
				s.stage,
				s.stageAt,
				s.receivedAt,
				s.promisedAt,
				clock?.clock ?? null,
				clock?.dueAt ?? null,
				pausedMark(clock),
				s.assignee,
				s.shelf,
				s.returning ? 1 : 0,
				owedFen(s),
				brandFen,
				s.reworks,
				followUpAt,
				s.handovers.at(-1)?.at ?? null,
				(s.photos.find((p) => p.role === "before") ?? s.photos[0])?.sha ?? null,
				searchCodes(s),
				conflicts(s.heads).length > 0 ? 1 : 0,
				holderOf(s.custody),
			);
			moves.remove.run(s.id);
			for (const m of s.moves) moves.insert.run(s.id, m.parcel, m.codeHash, m.from, m.to, m.sentAt);
		},
		remove(id) {
			jobs.remove.run(id);
			moves.remove.run(id);
		},
		clear() {
			jobs.clear.run();
			moves.clear.run();
		},
	};
}

function itemProjector(db: Writer): Projector {
	const items = table(db, "items", ["id", "category", "kind", "brand", "style", "colour", "size", "merged_into"], "id");
	const codes = table(db, "item_codes", ["item_id", "kind", "value"], "item_id");
	return {
		tables: ["items", "item_codes"],
		keyed: ["items"],
		write(raw) {
			const s = raw as ItemState;
			items.put(s.id, s.category, s.kind, s.brand, s.style, s.colour, s.size, s.mergedInto);
			codes.remove.run(s.id);
			for (const code of s.codes) codes.insert.run(s.id, code.kind, code.value);
		},
		remove(id) {
			items.remove.run(id);
			codes.remove.run(id);
		},
		clear() {
			items.clear.run();
			codes.clear.run();
		},
	};
}

function subjectProjector(db: Writer): Projector {
	const subjects = table(db, "subjects", ["id", "personal_in", "marketing", "erased"], "id");
	return {
		tables: ["subjects"],
		keyed: ["subjects"],
		write(raw) {
			const s = raw as CustomerState;
			subjects.put(s.id, s.personalIn, s.marketing ? 1 : 0, s.erased ? 1 : 0);
		},
		remove: (id) => void subjects.remove.run(id),
		clear: () => void subjects.clear.run(),
	};
}

function personProjector(db: Writer): Projector {
	const persons = table(db, "persons", ["id", "number", "name", "roles", "active"], "id");
	return {
		tables: ["persons"],
		keyed: ["persons"],
		write(raw) {
			const s = raw as PersonState;
			persons.put(s.id, s.number, s.name, JSON.stringify(s.roles), s.active ? 1 : 0);
		},
		remove: (id) => void persons.remove.run(id),
		clear: () => void persons.clear.run(),
	};
}

/**
 * Writes rows, then brings the search index in step: only when what it is made of changed, because every rewritten
 * document costs pages in the same durable commit.
 * @param words a statement giving the row's searched columns by id
 */
function searched(
	projector: Projector,
	words: Statement,
	reindex: (id: string) => void,
	settle: () => void,
): Projector {
	return {
		...projector,
		settle,
		write(state) {
			const { id } = state as { id: string };
			const before = words.get(id) as string | undefined;
			projector.write(state);
			if (before === undefined || before !== words.get(id)) reindex(id);
		},
	};
}

/** What the search index takes from a row of each kind. */
const searchedWords = {
	order: "SELECT number FROM orders WHERE id = ?",
	job: "SELECT item_id || ' ' || codes FROM jobs WHERE id = ?",
	item: `SELECT category || ' ' || kind || ' ' || brand || ' ' || style || ' ' || colour || ' ' || size || ' ' ||
		coalesce((SELECT group_concat(value, ' ') FROM item_codes WHERE item_id = items.id), '') FROM items WHERE id = ?`,
} as const;

/**
 * By aggregate kind. Stores and stations are read as folded state only.
 * @param search left out by the refold, which rebuilds the index in one pass at its end
 */
export function createProjectors(db: Writer, search?: SearchIndex): Map<string, Projector> {
	const rows = new Map([
		["order", orderProjector(db)],
		["job", jobProjector(db)],
		["item", itemProjector(db)],
		["subject", subjectProjector(db)],
		["person", personProjector(db)],
	]);
	if (!search) return rows;
	for (const kind of ["order", "job", "item"] as const) {
		const projector = rows.get(kind);
		const words = db.prepare(searchedWords[kind]).pluck();
		if (projector) rows.set(kind, searched(projector, words, search[kind], search.settle));
	}
	return rows;
}
