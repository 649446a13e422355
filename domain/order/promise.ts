/**
 * The day a drop-off is promised for, from the clocks: diagnosis and quote first, then the repair; work agreed at the
 * counter starts at once. Called by the intake, and by its screen before anything is signed. Asks for no time itself.
 */
import type { WorkCalendar } from "../clock/calendar.ts";
import { dueAt } from "../clock/clock.ts";
import { dayNumber } from "../clock/date.ts";
import { stretchesOfDay } from "../clock/working.ts";
import { endOfDay, localDayNumber } from "../clock/zone.ts";
import { repairClockCode } from "../job/clock-moves.ts";
import type { StandardIndex } from "../standard/lookup.ts";
import type { ClockSet } from "../standard/rules.ts";

export type PromiseRules = { index: StandardIndex; calendar: WorkCalendar; set: ClockSet };

export type AskedFor = {
	/** Operations asked for; empty when only a fault was described. */
	services: readonly string[];
	/** Done straight from the price list, without waiting for a quote. */
	agreed: boolean;
};

/** When one job is promised, ms UTC: closing time of its last day. */
export function promiseForJob({ index, calendar, set }: PromiseRules, asked: AskedFor, at: number): number {
	const diagnosis = index.clocks.get("D")?.limits[set];
	const repair = index.clocks.get(repairClockCode(index, asked.services))?.limits[set];
	const startsAt = asked.agreed || !diagnosis ? at : dueAt(diagnosis, at, calendar);
	const due = repair ? dueAt(repair, startsAt, calendar) : startsAt;
	return closingBefore(calendar, due, at);
}

/** Closing time on or before `due`, when that is still after `at`; else `due` itself. */
function closingBefore(calendar: WorkCalendar, due: number, at: number): number {
	const last = localDayNumber(due - 1, calendar.zone);
	for (let day = last; day > last - 30; day--) {
		const closing = Math.max(0, ...stretchesOfDay(calendar, day).map(({ to }) => (to <= due ? to : 0)));
		if (closing > at) return closing;
	}
	return due;
}

/** Closing time of a local date the clerk chose, ms UTC; the end of that day when the shop is shut. */
export function closingOn(calendar: WorkCalendar, on: string): number {
	const closing = Math.max(0, ...stretchesOfDay(calendar, dayNumber(on)).map(({ to }) => to));
	return closing > 0 ? closing : endOfDay(on, calendar.zone) - 1;
}
