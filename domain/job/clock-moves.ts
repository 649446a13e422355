/**
 * Starts a promise: turns a clock of the standard into the `start` entry an event carries, due time included, so that
 * a later standard or calendar never moves what was promised. Called by the decide functions; asks for no time itself.
 */
import type { WorkCalendar } from "../clock/calendar.ts";
import { dueAt } from "../clock/clock.ts";
import { addWorkingMs, workingMsBetween } from "../clock/working.ts";
import type { StandardIndex } from "../standard/lookup.ts";
import type { ClockRule, ClockSet } from "../standard/rules.ts";

export type ClockStart = {
	/** The clock's letter in the trade's table: `A`, `D`, `F`, `J` … */
	clock: string;
	/** ms UTC. */
	dueAt: number;
	/** When "due soon" begins, ms UTC. */
	warnAt: number;
};

/**
 * The clock as it starts at `at` (ms UTC), or undefined where this promise set has no limit for it.
 * @throws Refusal `rule-broken`, `clock.never-open` for a calendar without working time
 */
export function startClock(rule: ClockRule, calendar: WorkCalendar, at: number, set: ClockSet): ClockStart | undefined {
	const limit = rule.limits[set];
	if (limit === null) return undefined;
	const due = dueAt(limit, at, calendar);
	const share = rule.warnPercent / 100;
	const working = limit.unit === "working-minutes" || limit.unit === "working-days";
	const warnAt = working
		? addWorkingMs(calendar, at, Math.round(workingMsBetween(calendar, at, due) * share))
		: at + Math.round((due - at) * share);
	return { clock: rule.letter, dueAt: due, warnAt };
}

/** Several clocks by rule code (`A`, `F-major` …); those the set promises nothing for are left out. */
export function startClocks(
	index: Pick<StandardIndex, "clocks">,
	codes: readonly string[],
	calendar: WorkCalendar,
	at: number,
	set: ClockSet,
): ClockStart[] {
	return codes.flatMap((code) => {
		const rule = index.clocks.get(code);
		const start = rule && startClock(rule, calendar, at, set);
		return start ? [start] : [];
	});
}

const classes = ["simple", "major", "outsourced"] as const;

/** Code of the repair clock (F) for these operations: the slowest class among them decides. */
export function repairClockCode(index: Pick<StandardIndex, "operations">, operations: readonly string[]): string {
	const slowest = operations.reduce((rank, code) => {
		const operation = index.operations.get(code);
		return operation ? Math.max(rank, classes.indexOf(operation.repairClass)) : rank;
	}, 0);
	return `F-${classes[slowest]}`;
}
