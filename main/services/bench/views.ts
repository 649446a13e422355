/**
 * Turns folded jobs into what people who work on them see: card, clock, pieces, names. Shared by the services of bench,
 * QC and shelves. Reads states and the standard only; writes nothing.
 */
import { clockDef, clockState, dueAt } from "../../../domain/clock/clock.ts";
import { repairClockCode } from "../../../domain/job/clock-moves.ts";
import { clockView as jobClockView, mattersMost } from "../../../domain/job/clock-view.ts";
import type { JobClock, JobState } from "../../../domain/job/state.ts";
import type { ReasonList } from "../../../domain/standard/rules.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type {
	ClockView,
	DueClock,
	JobCard,
	PersonView,
	PieceView,
	ReasonView,
} from "../../../preload/contract/job-views.ts";
import type { App } from "../../app.ts";

export const iso = (ms: number): string => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

/** Words for codes that are ours, not the standard's: they are never picked from a list. */
const ownReasons: Readonly<Record<string, Localized>> = {
	"other-work": { zh: "转做其他工序", en: "Doing other work" },
	trouble: { zh: "有问题待处理", en: "Waiting for help" },
	"work-goes-on": { zh: "继续维修", en: "Work goes on" },
};

/** A coded reason in words; a code a newer standard dropped is shown as it is. */
export function reasonView(app: App, list: ReasonList, code: string): ReasonView {
	const known = app.standard.index.standard.reasons[list]?.find((r) => r.code === code);
	return { code, name: known?.name ?? ownReasons[code] ?? { zh: code, en: code } };
}

export function personView(app: App, id: string): PersonView {
	return { id, name: app.states.find("person", id)?.state.name ?? "" };
}

/** Code of the standard's repair clock for this job: the slowest class of its operations. */
export function repairRule(app: App, job: JobState) {
	const operations = [...new Set(job.steps.map((s) => s.operation))];
	return app.standard.index.clocks.get(repairClockCode(app.standard.index, operations));
}

/** The repair clock as it stands; null when it does not run. */
export function repairClock(app: App, job: JobState): ClockView | null {
	const clock = job.clocks.findLast((c) => c.clock === "F" && c.stoppedAt === null);
	return clock ? clockView(app, job, clock) : null;
}

function clockView(app: App, job: JobState, clock: JobClock): ClockView {
	const { calendar, policies } = app.store().state;
	const now = app.ports.clock.now();
	const rule = repairRule(app, job);
	const def = rule && clockDef(rule, policies.clockSet);
	const pauses = clock.pauses.map(({ from, to, why }) => (to === null ? { from, why } : { from, to, why }));
	const open = clock.pauses.find((p) => p.to === null);
	const at = def && clockState({ def, startedAt: clock.startedAt, pauses, calendar, now });
	// What was promised stands in the event; the standard of today only says how far pauses move it.
	const movedMs = def && at ? at.dueAt - dueAt(def, clock.startedAt, calendar) : 0;
	const due = clock.dueAt + movedMs;
	const warn = clock.warnAt + movedMs;
	const state = now > due ? "overdue" : at?.state === "paused" ? "paused" : now >= warn ? "due-soon" : "running";
	return {
		code: clock.clock,
		dueAt: iso(due),
		warnAt: iso(warn),
		state,
		pausedFor: open?.why ?? null,
		wallMs: at?.wallMs ?? Math.max(0, now - clock.startedAt),
		netMs: at?.netMs ?? Math.max(0, now - clock.startedAt),
	};
}

export function pieceViews(app: App, job: JobState): PieceView[] {
	return job.pieces.map(({ id, kind, no, gone }) => {
		const known = app.standard.index.pieceKinds.get(kind);
		const plain = { zh: kind, en: kind };
		return { id, kind, name: known?.name ?? plain, short: known?.short ?? plain, no, gone: gone !== null };
	});
}

/** The card of a job in a list. */
export function jobCard(app: App, job: JobState, version: number): JobCard {
	const item = app.states.find("item", job.item)?.state;
	const order = app.states.find("order", job.order)?.state;
	const kind = item?.kind ?? "";
	const photo = job.photos.find((p) => p.role === "before") ?? job.photos.find((p) => p.role !== "signature");
	return {
		jobId: job.id,
		version,
		orderId: job.order,
		orderNumber: order?.number ?? "",
		ordinal: job.ordinal,
		stage: job.stage,
		item: {
			id: job.item,
			category: item?.category ?? "",
			kind,
			kindName: app.standard.index.itemKinds.get(kind)?.name ?? { zh: kind || "—", en: kind || "—" },
			brand: item?.brand ?? "",
			style: item?.style ?? "",
			colour: item?.colour ?? "",
			size: item?.size ?? "",
		},
		pieces: pieceViews(app, job),
		photo: photo?.sha ?? null,
		assignee: job.assignee === null ? null : personView(app, job.assignee),
		shelf: job.shelf,
		promisedAt: iso(job.promisedAt),
		clock: repairClock(app, job),
		due: dueClock(app, job),
		reworks: job.reworks,
	};
}

function dueClock(app: App, job: JobState): DueClock | null {
	const { calendar } = app.store().state;
	const now = app.ports.clock.now();
	const first = mattersMost(job.clocks.map((clock) => jobClockView(clock, app.standard.index, calendar, now)));
	return first ? { clock: first.clock, dueAt: iso(first.dueAt), state: first.state } : null;
}

/** What is pressing: the clock that matters or the promise, whichever comes first; ISO text sorts by time. */
export function pressing({ due, promisedAt }: JobCard): string {
	return due && due.state !== "paused" && due.dueAt < promisedAt ? due.dueAt : promisedAt;
}

/** The words sealed in an event; null when there are none, or their key was destroyed. */
export function wordsIn(app: App, eventId: string | null): string | null {
	const event = eventId === null ? undefined : app.events.find(eventId);
	const words = event && app.vault.open(event)?.words;
	return typeof words === "string" && words !== "" ? words : null;
}
