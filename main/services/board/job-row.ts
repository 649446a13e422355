/** A job as lists show it: the joined row with masked customer, names and its clock as it stands now. */
import type { JobListRow } from "../../../db/queries/job-rows.ts";
import { type ClockView, clockView, mattersMost } from "../../../domain/job/clock-view.ts";
import type { JobClock } from "../../../domain/job/state.ts";
import { maskName, maskPhone } from "../../../domain/mask/mask.ts";
import type { JobRow } from "../../../preload/contract/board.ts";
import type { App } from "../../app.ts";
import { hereOf, whereOf } from "../transfer/reader.ts";

const iso = (ms: number) => new Date(ms).toISOString();

type ClockRow = Pick<JobListRow, "id" | "clock" | "due_at" | "stage_at" | "paused">;

/** Never paused: the row is enough. Paused now or earlier: its pauses are in the folded state. */
export function clockOf(app: App, row: ClockRow, now: number): ClockView | undefined {
	if (row.clock === null || row.due_at === null) return undefined;
	const { calendar } = app.store().state;
	const { index } = app.standard;
	const plain: JobClock = {
		clock: row.clock,
		startedAt: row.stage_at,
		dueAt: row.due_at,
		warnAt: row.due_at,
		stoppedAt: null,
		pauses: [],
	};
	if (row.paused === 0) return clockView(plain, index, calendar, now);
	const clocks = app.states.find("job", row.id)?.state.clocks ?? [];
	return mattersMost(clocks.map((c) => clockView(c, index, calendar, now)));
}

export function maskedCustomer(app: App, subjectId: string): { name: string; phone: string } {
	const entry = app.directory.find(subjectId);
	return { name: entry ? maskName(entry.name) : "", phone: entry?.phone ? maskPhone(entry.phone) : "" };
}

export function jobRow(app: App, row: JobListRow, now: number, personName: (id: string) => string): JobRow {
	const clock = clockOf(app, row, now);
	return {
		jobId: row.id,
		orderId: row.order_id,
		number: row.number,
		ordinal: row.ordinal,
		stage: row.stage as JobRow["stage"],
		stageAt: iso(row.stage_at),
		receivedAt: iso(row.received_at),
		promisedAt: iso(row.promised_at),
		item: {
			id: row.item_id,
			category: row.category,
			kind: row.kind,
			brand: row.brand,
			style: row.style,
			colour: row.colour,
			size: row.size,
		},
		customer: maskedCustomer(app, row.subject_id),
		clock: clock ? { clock: clock.clock, dueAt: iso(clock.dueAt), leftMs: clock.leftMs, state: clock.state } : null,
		assignee: row.assignee_id ? { id: row.assignee_id, name: personName(row.assignee_id) } : null,
		shelf: row.shelf,
		goingBack: row.going_back === 1,
		reworks: row.reworks,
		conflict: row.conflict === 1,
		photo: row.photo,
		followUpAt: row.follow_up_at === null ? null : iso(row.follow_up_at),
		where: whereOfRow(app, row),
	};
}

/** Nearly all are here: only the others' states are read. */
function whereOfRow(app: App, { id, holder }: JobListRow): JobRow["where"] {
	const job = holder === hereOf(app) ? undefined : app.states.find("job", id)?.state;
	return job ? whereOf(app, job) : null;
}

/** Many rows, each person looked up once. */
export function jobRows(app: App, rows: readonly JobListRow[]): JobRow[] {
	const now = app.ports.clock.now();
	const names = new Map<string, string>();
	const personName = (id: string) => {
		const known = names.get(id) ?? app.states.find("person", id)?.state.name ?? "";
		names.set(id, known);
		return known;
	};
	return rows.map((row) => jobRow(app, row, now, personName));
}
