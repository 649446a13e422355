/**
 * Promise clocks: when a thing is due and how the promise stands. Called by folds (due times), the board and reports.
 * Always keeps two times: the wall's and the one net of permitted pauses. Never asks what time it is.
 */
import type { ClockLimit, ClockRule, ClockSet } from "../standard/rules.ts";
import type { WorkCalendar } from "./calendar.ts";
import { addWorkingMs, endOfWorkingDay, workingMsBetween } from "./working.ts";
import { instantOfDay, localDayNumber } from "./zone.ts";

/** A clock with its limit settled: what an event copies so that a later standard never moves a promise. */
export type ClockDef = ClockLimit & {
	warnPercent: number;
	/** Reasons that stop it, each at most `maxMinutes` of wall time in all. */
	pauses: readonly { why: string; maxMinutes?: number | undefined }[];
};

/** A pause; without `to` it still lasts. */
export type Pause = { from: number; to?: number | undefined; why: string };

/** `met` and `missed` are final: the clock was stopped in time, or too late. */
export type ClockPhase = "running" | "paused" | "due-soon" | "overdue" | "met" | "missed";

export type ClockState = {
	/** Moves on while a permitted pause lasts. */
	dueAt: number;
	/** Since the start by the wall clock, ms. */
	wallMs: number;
	/** Net of permitted pauses, and working time only for clocks that count working time, ms. */
	netMs: number;
	/** Until due in the clock's own kind of time, ms; negative when over. */
	leftMs: number;
	state: ClockPhase;
};

/** The clock a brand's promise set gives a rule, or undefined where that set promises nothing. */
export function clockDef(rule: ClockRule, set: ClockSet): ClockDef | undefined {
	const limit = rule.limits[set];
	return limit === null ? undefined : { ...limit, warnPercent: rule.warnPercent, pauses: rule.pauses };
}

/** When it is due if nothing pauses it. Days are whole: the day of the start is not counted, the last one is. */
export function dueAt(limit: ClockLimit, startedAt: number, calendar: WorkCalendar): number {
	switch (limit.unit) {
		case "wall":
			return startedAt + limit.amount * 60_000;
		case "working-minutes":
			return addWorkingMs(calendar, startedAt, limit.amount * 60_000);
		case "working-days":
			return endOfWorkingDay(calendar, startedAt, limit.amount);
		case "calendar-days":
			return instantOfDay(localDayNumber(startedAt, calendar.zone) + limit.amount + 1, 0, calendar.zone);
	}
}

export type ClockInput = {
	def: ClockDef;
	startedAt: number;
	/** The due time promised when it started; left out: worked out from `def` and today's calendar. */
	promised?: number | undefined;
	pauses: readonly Pause[];
	stoppedAt?: number | undefined;
	calendar: WorkCalendar;
	now: number;
};

/** How a clock stands at `now`, or how it ended. */
export function clockState({ def, startedAt, promised, pauses, stoppedAt, calendar, now }: ClockInput): ClockState {
	const end = Math.max(startedAt, stoppedAt ?? now);
	const stops = permitted(def, pauses, startedAt, end);
	const working = def.unit === "working-minutes" || def.unit === "working-days";
	const measure = (from: number, to: number) =>
		working ? workingMsBetween(calendar, from, to) : Math.max(0, to - from);

	const pausedMs = stops.reduce((sum, stop) => sum + measure(stop.from, stop.to), 0);
	const base = promised ?? dueAt(def, startedAt, calendar);
	const due = working ? addWorkingMs(calendar, base, pausedMs) : base + pausedMs;
	const leftMs = end <= due ? measure(end, due) : -measure(due, end);
	const times = { dueAt: due, wallMs: end - startedAt, netMs: measure(startedAt, end) - pausedMs, leftMs };

	if (stoppedAt !== undefined) return { ...times, state: end <= due ? "met" : "missed" };
	if (end > due) return { ...times, state: "overdue" };
	if (stops.some((stop) => stop.open)) return { ...times, state: "paused" };
	const soon = leftMs * 100 <= measure(startedAt, base) * (100 - def.warnPercent);
	return { ...times, state: soon ? "due-soon" : "running" };
}

type Stop = { from: number; to: number; open: boolean };

/** Permitted pauses within the clock's life, cut at their limits, without overlaps. */
function permitted(def: ClockDef, pauses: readonly Pause[], startedAt: number, end: number): Stop[] {
	const rest = new Map(
		def.pauses.map(({ why, maxMinutes }) => [why, (maxMinutes ?? Number.POSITIVE_INFINITY) * 60_000]),
	);
	const stops: Stop[] = [];
	let cursor = startedAt;
	for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
		const allowed = rest.get(pause.why);
		if (allowed === undefined) continue;
		const from = Math.max(pause.from, cursor);
		const wanted = Math.min(pause.to ?? end, end);
		const to = Math.min(wanted, from + allowed);
		const open = (pause.to === undefined || pause.to > end) && to === wanted;
		if (to < from || (to === from && !open)) continue;
		rest.set(pause.why, allowed - (to - from));
		stops.push({ from, to, open });
		cursor = to;
	}
	return stops;
}
