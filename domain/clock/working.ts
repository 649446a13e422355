/**
 * Working time of a calendar: how much lies between two instants, and which instant is so much working time later.
 * Days are worked out once per calendar object, so a calendar must not be changed in place.
 */
import { refuse } from "../errors.ts";
import type { OpenSpan, WorkCalendar } from "./calendar.ts";
import { dateOn, weekday } from "./date.ts";
import { instantOfDay, localDayNumber } from "./zone.ts";

/** An open stretch in ms UTC, `to` not included. */
export type Stretch = { from: number; to: number };

const memories = new WeakMap<WorkCalendar, Map<number, readonly Stretch[]>>();
const longestSearchDays = 400;

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The stretches that begin on a local day, in order. A night shift reaches into the next day. */
export function stretchesOfDay(calendar: WorkCalendar, day: number): readonly Stretch[] {
	let days = memories.get(calendar);
	if (days === undefined) {
		days = new Map();
		memories.set(calendar, days);
	}
	let stretches = days.get(day);
	if (stretches === undefined) {
		stretches = spansOfDay(calendar, day)
			.map((span) => {
				const from = minuteOf(span.from);
				const to = minuteOf(span.to);
				const end = to > from ? instantOfDay(day, to, calendar.zone) : instantOfDay(day + 1, to, calendar.zone);
				return { from: instantOfDay(day, from, calendar.zone), to: end };
			})
			.sort((a, b) => a.from - b.from);
		days.set(day, stretches);
	}
	return stretches;
}

function spansOfDay(calendar: WorkCalendar, day: number): readonly OpenSpan[] {
	const on = dateOn(day);
	const exception = calendar.openOn.find((entry) => entry.on === on);
	if (exception) return exception.spans;
	if (calendar.closedOn.includes(on)) return [];
	return calendar.weekly[weekday(day)] ?? [];
}

/** Working ms from `from` to `to`; 0 when `to` is not later. Overlapping spans count once. */
export function workingMsBetween(calendar: WorkCalendar, from: number, to: number): number {
	let sum = 0;
	let cursor = from;
	const last = localDayNumber(to, calendar.zone);
	for (let day = localDayNumber(from, calendar.zone) - 1; day <= last && cursor < to; day++) {
		for (const stretch of stretchesOfDay(calendar, day)) {
			const begin = Math.max(stretch.from, cursor);
			const end = Math.min(stretch.to, to);
			if (end <= begin) continue;
			sum += end - begin;
			cursor = end;
		}
	}
	return sum;
}

/**
 * The instant at which `ms` of working time have passed since `from`. A whole day's work ends when the shop shuts, not
 * when it opens again.
 * @throws Refusal `rule-broken`, `clock.never-open` when the calendar has no working time for over a year
 */
export function addWorkingMs(calendar: WorkCalendar, from: number, ms: number): number {
	if (ms <= 0) return from;
	let left = ms;
	let cursor = from;
	let idle = 0;
	for (let day = localDayNumber(from, calendar.zone) - 1; idle < longestSearchDays; day++, idle++) {
		for (const stretch of stretchesOfDay(calendar, day)) {
			const begin = Math.max(stretch.from, cursor);
			if (stretch.to <= begin) continue;
			if (begin + left <= stretch.to) return begin + left;
			left -= stretch.to - begin;
			cursor = stretch.to;
			idle = 0;
		}
	}
	return refuse("rule-broken", "clock.never-open", { zone: calendar.zone });
}

/**
 * Closing time of the n-th working day after the local day of `from` (that day itself is not counted).
 * @throws Refusal `rule-broken`, `clock.never-open`
 */
export function endOfWorkingDay(calendar: WorkCalendar, from: number, n: number): number {
	let left = n;
	const first = localDayNumber(from, calendar.zone) + 1;
	for (let day = first; day < first + longestSearchDays + 8 * n; day++) {
		const stretches = stretchesOfDay(calendar, day);
		if (stretches.length === 0) continue;
		left -= 1;
		if (left <= 0) return Math.max(...stretches.map((stretch) => stretch.to));
	}
	return refuse("rule-broken", "clock.never-open", { zone: calendar.zone });
}

/** True while the shop is open. */
export function isOpen(calendar: WorkCalendar, ms: number): boolean {
	const day = localDayNumber(ms, calendar.zone);
	return [day - 1, day].some((each) => stretchesOfDay(calendar, each).some(({ from, to }) => from <= ms && ms < to));
}

/** The next instant the shop is open: now when it is. @throws Refusal `rule-broken`, `clock.never-open` */
export function nextOpening(calendar: WorkCalendar, ms: number): number {
	return isOpen(calendar, ms) ? ms : addWorkingMs(calendar, ms, 1) - 1;
}
