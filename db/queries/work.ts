/**
 * Jobs in the workshop's hands, by stage, person, shelf or what is written on them: for bench, QC and shelves.
 * Read-only; answers whole folded states, because their lists show steps and clocks.
 */
import type { JobState } from "../../domain/job/state.ts";
import type { Folded } from "../log.ts";
import type { Reader } from "../open.ts";
import { heldHere } from "./exchange/moves.ts";

export type FoldedJob = Folded<JobState>;

export type WorkRows = {
	/** Jobs of a stage, the one due first first. */
	atStage(stage: string, limit: number): FoldedJob[];
	/** Those assigned to one person. */
	assignedAt(stage: string, person: string, limit: number): FoldedJob[];
	/** Jobs whose quote waits for an answer although steps were agreed before. */
	quotedAgain(limit: number): FoldedJob[];
	/** Jobs on which the person works right now. */
	workedOnBy(person: string): FoldedJob[];
	/** Ids of an order's jobs, in their order; empty when there is no such number. */
	ofOrder(number: string): string[];
	/** Ids of the people who work here, by number. */
	people(): string[];
	shelves(): { shelf: string; jobs: number; ready: number }[];
	/** How many jobs are here and on no shelf. */
	nowhere(): number;
	/** `shelf` null: those on none. */
	onShelf(shelf: string | null, limit: number): FoldedJob[];
	/** Jobs here whose order number ends with or contains the text, whose shelf begins with it, whose brand or style contains it. */
	matching(text: string, limit: number): FoldedJob[];
	ofSubjects(subjects: readonly string[], limit: number): FoldedJob[];
};

type Row = { version: number; state: string };

const here = `('inspection', 'quote', 'repair', 'qc', 'hand-over') AND ${heldHere("j")}`;
/** Jobs are chosen by their rows first: only the states that are shown are read. */
const statesOf = (chosen: string) =>
	`SELECT a.version, a.state FROM (SELECT j.id FROM jobs j ${chosen}) c JOIN aggregate a ON a.agg = 'job:' || c.id`;

export function createWorkRows(db: Reader): WorkRows {
	const atStage = db.prepare(
		statesOf(`WHERE j.stage = ? AND ${heldHere("j")} ORDER BY j.due_at IS NULL, j.due_at LIMIT ?`),
	);
	const assigned = db.prepare(
		statesOf(`WHERE j.stage = ? AND j.assignee_id = ? AND ${heldHere("j")} ORDER BY j.due_at LIMIT ?`),
	);
	const again = db.prepare(
		`${statesOf(`WHERE j.stage = 'quote' AND ${heldHere("j")}`)} WHERE instr(a.state, '"steps":[{') > 0 LIMIT ?`,
	);
	// The one place in a state where an open run of this person can stand (see JobStep.runs).
	const worked = db.prepare(
		`${statesOf("WHERE j.stage IN ('repair', 'quote')")} WHERE instr(a.state, '"to":null,"by":"' || ? || '"') > 0`,
	);
	const order = db
		.prepare("SELECT j.id FROM jobs j JOIN orders o ON o.id = j.order_id WHERE o.number = ? ORDER BY j.ordinal")
		.pluck();
	const people = db.prepare("SELECT id FROM persons WHERE active = 1 ORDER BY number").pluck();
	const shelves = db.prepare(
		`SELECT shelf, count(*) AS jobs, sum(stage = 'hand-over') AS ready FROM jobs j
		WHERE shelf IS NOT NULL AND stage IN ${here} GROUP BY shelf ORDER BY shelf`,
	);
	const nowhere = db.prepare(`SELECT count(*) FROM jobs j WHERE shelf IS NULL AND stage IN ${here}`).pluck();
	const onShelf = db.prepare(statesOf(`WHERE j.shelf IS ? AND j.stage IN ${here} ORDER BY j.promised_at LIMIT ?`));
	const matching = db.prepare(
		statesOf(
			`JOIN orders o ON o.id = j.order_id JOIN items i ON i.id = j.item_id
			WHERE j.stage IN ${here} AND (instr(o.number, @digits) > 0 OR j.shelf LIKE @shelf ESCAPE '\\'
				OR instr(lower(i.brand), @text) > 0 OR instr(lower(i.style), @text) > 0)
			ORDER BY j.received_at DESC LIMIT @limit`,
		),
	);
	const subject = db.prepare(
		statesOf(`WHERE j.subject_id = ? AND j.stage IN ${here} ORDER BY j.received_at DESC LIMIT ?`),
	);
	const parse = (rows: unknown[]): FoldedJob[] =>
		(rows as Row[]).map(({ version, state }) => ({ version, state: JSON.parse(state) as JobState }));
	return {
		atStage: (stage, limit) => parse(atStage.all(stage, limit)),
		assignedAt: (stage, person, limit) => parse(assigned.all(stage, person, limit)),
		quotedAgain: (limit) => parse(again.all(limit)),
		workedOnBy: (person) => parse(worked.all(person)),
		ofOrder: (number) => order.all(number) as string[],
		people: () => people.all() as string[],
		shelves: () => shelves.all() as { shelf: string; jobs: number; ready: number }[],
		nowhere: () => nowhere.get() as number,
		onShelf: (shelf, limit) => parse(onShelf.all(shelf, limit)),
		matching(text, limit) {
			const digits = text.replace(/[\s-]/g, "");
			// Fewer than three digits would match half the shop; a value no number has matches nothing.
			const number = /^\d{3,14}$/.test(digits) ? digits : "-";
			const shelf = `${text.toUpperCase().replace(/[\\%_]/g, "\\$&")}%`;
			return parse(matching.all({ digits: number, shelf, text: text.toLowerCase(), limit }));
		},
		ofSubjects: (subjects, limit) => subjects.flatMap((id) => parse(subject.all(id, limit))).slice(0, limit),
	};
}
