/** Look-ups of the counter: what a code, number or token belongs to, and what the idle screen shows. Ids and rows only. */
import type { Reader } from "../open.ts";
import { heldHere } from "./exchange/moves.ts";

export type OrderHit = { id: string; number: string; voided: number };
export type ItemHit = { id: string; merged_into: string | null };
export type OpenJob = {
	id: string;
	order_id: string;
	number: string;
	item_id: string;
	ordinal: number;
	stage: string;
	stage_at: number;
	promised_at: number;
	clock: string | null;
	due_at: number | null;
	paused: number;
	shelf: string | null;
	going_back: number;
	category: string;
	kind: string;
	brand: string;
	style: string;
	colour: string;
	size: string;
};

export type CounterReader = ReturnType<typeof createCounterReader>;

/** An item and those merged into it, whoever found out. CROSS JOIN keeps the few ids first: the planner can't know them. */
export const familyOf = (id: string) => `WITH RECURSIVE family (id) AS (
	SELECT ${id} UNION SELECT i.id FROM family f CROSS JOIN items i ON i.merged_into = f.id
	UNION SELECT m.item FROM family f CROSS JOIN merged_item m ON m.into_item = f.id
)`;

const openJob = `SELECT j.id, j.order_id, o.number, j.item_id, j.ordinal, j.stage, j.stage_at, j.promised_at, j.clock, j.due_at,
	j.paused, j.shelf, j.going_back, i.category, i.kind, i.brand, i.style, i.colour, i.size
	FROM jobs j JOIN orders o ON o.id = j.order_id JOIN items i ON i.id = j.item_id`;
const working = `j.stage IN ('inspection', 'quote', 'repair', 'qc') AND ${heldHere("j")}`;
const endangered = `${working} AND (j.promised_at < @promised OR (j.due_at < @due AND j.paused <> 1))`;

export function createCounterReader(db: Reader) {
	const itemsByCode = db.prepare(
		`SELECT DISTINCT i.id, i.merged_into FROM item_codes c JOIN items i ON i.id = c.item_id
		WHERE c.value IN (SELECT value FROM json_each(?)) AND c.kind IN (SELECT value FROM json_each(?))
		ORDER BY i.rowid DESC LIMIT ?`,
	);
	const ordersByNumber = db.prepare("SELECT id, number, voided FROM orders WHERE number = ? LIMIT 4");
	const ordersByToken = db.prepare("SELECT id, number, voided FROM orders WHERE token = ? LIMIT 4");
	const jobsOfOrder = db.prepare("SELECT id FROM jobs WHERE order_id = ? ORDER BY ordinal").pluck();
	const jobsOfItem = db
		.prepare(
			`${familyOf("?")} SELECT j.id FROM family f CROSS JOIN jobs j ON j.item_id = f.id ORDER BY j.received_at DESC, j.ordinal`,
		)
		.pluck();
	const openJobOfItem = db
		.prepare(
			`${familyOf("?")} SELECT j.id FROM family f CROSS JOIN jobs j ON j.item_id = f.id WHERE j.stage NOT IN ('follow-up', 'closed', 'voided')
			ORDER BY j.received_at DESC LIMIT 1`,
		)
		.pluck();
	const ordersOfSubject = db.prepare(
		`SELECT o.id, o.number, o.opened_at, (SELECT count(*) FROM jobs j WHERE j.order_id = o.id) AS jobs
		FROM orders o WHERE o.subject_id = ? ORDER BY o.opened_at DESC LIMIT ?`,
	);
	const countOrders = db.prepare("SELECT count(*) AS n, max(opened_at) AS last FROM orders WHERE subject_id = ?");
	const itemsOfSubject = db.prepare(
		`SELECT item_id, max(received_at) AS at FROM jobs WHERE subject_id = ? AND stage <> 'voided'
		GROUP BY item_id ORDER BY at DESC LIMIT ?`,
	);
	const atRisk = db.prepare(
		`${openJob} WHERE ${endangered} ORDER BY min(j.promised_at, ifnull(j.due_at, j.promised_at)) LIMIT @limit`,
	);
	const countAtRisk = db.prepare(`SELECT count(*) FROM jobs j WHERE ${endangered}`).pluck();
	const inStage = db.prepare(
		`${openJob} WHERE j.stage = ? AND ${heldHere("j")} AND (? IS NULL OR j.clock = ?) ORDER BY j.stage_at LIMIT ?`,
	);
	const countStage = db
		.prepare(`SELECT count(*) FROM jobs j WHERE j.stage = ? AND ${heldHere("j")} AND (? IS NULL OR j.clock = ?)`)
		.pluck();
	return {
		/** Newest first. */
		itemsByCode: (texts: readonly string[], kinds: readonly string[], limit: number) =>
			itemsByCode.all(JSON.stringify(texts), JSON.stringify(kinds), limit) as ItemHit[],
		ordersByNumber: (number: string) => ordersByNumber.all(number) as OrderHit[],
		ordersByToken: (token: string) => ordersByToken.all(token) as OrderHit[],
		jobsOfOrder: (orderId: string) => jobsOfOrder.all(orderId) as string[],
		/** Newest first. */
		jobsOfItem: (itemId: string) => jobsOfItem.all(itemId) as string[],
		/** The job that has the item in our hands. */
		openJobOfItem: (itemId: string) => openJobOfItem.get(itemId) as string | undefined,
		ordersOfSubject: (subjectId: string, limit: number) =>
			ordersOfSubject.all(subjectId, limit) as { id: string; number: string; opened_at: number; jobs: number }[],
		countOrders: (subjectId: string) => countOrders.get(subjectId) as { n: number; last: number | null },
		itemsOfSubject: (subjectId: string, limit: number) =>
			itemsOfSubject.all(subjectId, limit) as { item_id: string; at: number }[],
		/** Promised before `promised`, or a running clock due before `due` (ms UTC). */
		atRisk: (promised: number, due: number, limit: number) => atRisk.all({ promised, due, limit }) as OpenJob[],
		countAtRisk: (promised: number, due: number) => countAtRisk.get({ promised, due }) as number,
		/** Jobs in a stage, longest there first; only those with this clock running when one is named. */
		inStage: (stage: string, clock: string | null, limit: number) =>
			inStage.all(stage, clock, clock, limit) as OpenJob[],
		countStage: (stage: string, clock: string | null) => countStage.get(stage, clock, clock) as number,
	};
}
