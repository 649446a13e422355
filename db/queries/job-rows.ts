/** Jobs joined with their item and order number, as lists show them. Prepared once; read-only. */
import type { Reader } from "../open.ts";
import { familyOf } from "./counter.ts";
import { heldHere, thisStore } from "./exchange/moves.ts";

export type JobListRow = {
	id: string;
	order_id: string;
	item_id: string;
	subject_id: string;
	ordinal: number;
	stage: string;
	stage_at: number;
	received_at: number;
	promised_at: number;
	clock: string | null;
	due_at: number | null;
	/** 0 never, 1 now, 2 earlier. */
	paused: number;
	assignee_id: string | null;
	shelf: string | null;
	going_back: number;
	owed_fen: number;
	brand_fen: number;
	reworks: number;
	follow_up_at: number | null;
	handed_at: number | null;
	conflict: number;
	/** The workshop that has it in hand; null on its way. */
	holder: string | null;
	photo: string | null;
	number: string;
	paid_fen: number;
	category: string;
	kind: string;
	brand: string;
	style: string;
	colour: string;
	size: string;
};

const columns = "SELECT j.*, o.number, o.paid_fen, i.category, i.kind, i.brand, i.style, i.colour, i.size";
const joins = "JOIN orders o ON o.id = j.order_id JOIN items i ON i.id = j.item_id";
const select = `${columns} FROM jobs j ${joins}`;

export type JobRows = {
	/** In these stages and in this workshop, soonest due first; jobs without a clock last. */
	byStages(stages: readonly string[], limit: number): JobListRow[];
	/** As `byStages`, with those taken in here that are on their way or at another workshop. */
	ours(stages: readonly string[], limit: number): JobListRow[];
	/** In the order of `ids`. */
	byIds(ids: readonly string[]): JobListRow[];
	ofOrder(orderId: string): JobListRow[];
	/** Also jobs of items merged into it. */
	ofItem(itemId: string): JobListRow[];
	/** Orders opened here from (inclusive) to (exclusive), ms UTC. */
	openedBetween(from: number, to: number): JobListRow[];
	countBySubject(subjectId: string): number;
};

export function createJobRows(db: Reader): JobRows {
	const inStages = (where: string) =>
		db.prepare(
			`${select} WHERE j.stage IN (SELECT value FROM json_each(?)) AND ${where} ORDER BY j.due_at IS NULL, j.due_at LIMIT ?`,
		);
	const byStages = inStages(heldHere("j"));
	const ours = inStages(`(${heldHere("j")} OR o.store = ${thisStore})`);
	const byIds = db.prepare(`${select} JOIN json_each(?) wanted ON wanted.value = j.id ORDER BY wanted.key`);
	const ofOrder = db.prepare(`${select} WHERE j.order_id = ? ORDER BY j.ordinal`);
	const ofItem = db.prepare(
		`${familyOf("?")} ${columns} FROM family f CROSS JOIN jobs j ON j.item_id = f.id ${joins} ORDER BY j.received_at DESC`,
	);
	const opened = db.prepare(
		`${select} WHERE o.opened_at >= ? AND o.opened_at < ? AND o.store = ${thisStore} ORDER BY o.opened_at, j.ordinal`,
	);
	const count = db.prepare("SELECT count(*) FROM jobs WHERE subject_id = ?").pluck();
	return {
		byStages: (stages, limit) => byStages.all(JSON.stringify(stages), limit) as JobListRow[],
		ours: (stages, limit) => ours.all(JSON.stringify(stages), limit) as JobListRow[],
		byIds: (ids) => byIds.all(JSON.stringify(ids)) as JobListRow[],
		ofOrder: (orderId) => ofOrder.all(orderId) as JobListRow[],
		ofItem: (itemId) => ofItem.all(itemId) as JobListRow[],
		openedBetween: (from, to) => opened.all(from, to) as JobListRow[],
		countBySubject: (subjectId) => count.get(subjectId) as number,
	};
}
