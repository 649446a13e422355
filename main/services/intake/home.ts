/** The idle counter: promises at risk, decisions awaited, what is ready, drafts. Names no customer: one may be looking. */
import type { CounterReader, OpenJob } from "../../../db/queries/counter.ts";
import { endOfDay, localDay } from "../../../domain/clock/zone.ts";
import { maskName } from "../../../domain/mask/mask.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { counterCalls, HomeRow, intakeCalls } from "../../../preload/contract/intake.ts";
import type { App } from "../../app.ts";
import { clockOf } from "../board/job-row.ts";
import { isBlank, listDrafts } from "./drafts.ts";

type Home = OutputOf<(typeof counterCalls)["counter.home"]>;
type DraftLine = OutputOf<(typeof intakeCalls)["intake.draft.list"]>["drafts"][number];

const shown = 12;
/** A clock this close to its end is worth a look. */
const closeMs = 2 * 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

export function counterHome(app: App, rows: CounterReader): Home {
	const now = app.ports.clock.now();
	const { zone } = app.store().state.calendar;
	const promised = endOfDay(localDay(now, zone), zone);
	const due = now + closeMs;
	const homeRow = (row: OpenJob) => homeRowAt(app, row, now);
	return {
		atRisk: rows.atRisk(promised, due, shown).map(homeRow),
		waiting: rows.inStage("quote", "E", shown).map(homeRow),
		ready: rows.inStage("hand-over", null, shown).map(homeRow),
		counts: {
			atRisk: rows.countAtRisk(promised, due),
			waiting: rows.countStage("quote", "E"),
			ready: rows.countStage("hand-over", null),
		},
		drafts: draftLines(app),
		nowAt: iso(now),
	};
}

function homeRowAt(app: App, row: OpenJob, now: number): HomeRow {
	const { category, kind, brand, style, colour, size } = row;
	const clock = clockOf(app, row, now);
	return {
		jobId: row.id,
		orderId: row.order_id,
		number: row.number,
		ordinal: row.ordinal,
		stage: row.stage as HomeRow["stage"],
		item: { itemId: row.item_id, category, kind, brand, style, colour, size },
		promisedAt: iso(row.promised_at),
		stageAt: iso(row.stage_at),
		clock: clock ? { clock: clock.clock, dueAt: iso(clock.dueAt), state: clock.state } : null,
		shelf: row.shelf,
		goingBack: row.going_back === 1,
	};
}

/** Unfinished drop-offs, newest first, without the untouched ones. */
export function draftLines(app: App): DraftLine[] {
	return listDrafts(app)
		.filter(({ draft }) => !isBlank(draft))
		.map(({ orderId, savedAt, savedBy, draft }) => {
			const { knownId, name } = draft.customer;
			const known = knownId === null ? undefined : app.directory.find(knownId);
			return {
				orderId,
				savedAt: iso(savedAt),
				savedBy: app.states.find("person", savedBy)?.state.name ?? "",
				customer: maskName(known?.name ?? name),
				items: draft.items.map(({ kind, brand }) => ({ kind, brand })),
			};
		});
}
