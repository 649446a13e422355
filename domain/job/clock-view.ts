/**
 * How a job's clocks stand now: the due time promised when each started, moved on by permitted pauses. Used by the job
 * page, the bench queue and the board. Asks for no time itself.
 */
import type { WorkCalendar } from "../clock/calendar.ts";
import { type ClockState, clockState } from "../clock/clock.ts";
import type { StandardIndex } from "../standard/lookup.ts";
import type { JobClock } from "./state.ts";

export type ClockView = ClockState & { clock: string; startedAt: number; stoppedAt: number | null };

/** Variants of a clock (F-simple, F-major …) share letter, unit and pauses; an unknown letter counts wall time. */
export function clockView(
	clock: JobClock,
	index: Pick<StandardIndex, "standard">,
	calendar: WorkCalendar,
	now: number,
): ClockView {
	const rule = index.standard.clocks.clocks.find((r) => r.letter === clock.clock);
	const limit = rule?.limits.A ?? rule?.limits.B ?? { unit: "wall" as const, amount: 1 };
	const state = clockState({
		def: { ...limit, warnPercent: rule?.warnPercent ?? 80, pauses: rule?.pauses ?? [] },
		startedAt: clock.startedAt,
		promised: clock.dueAt,
		pauses: clock.pauses.map((p) => ({ from: p.from, to: p.to ?? undefined, why: p.why })),
		stoppedAt: clock.stoppedAt ?? undefined,
		calendar,
		now,
	});
	return { ...state, clock: clock.clock, startedAt: clock.startedAt, stoppedAt: clock.stoppedAt };
}

/**
 * The clock that matters now, by one rule for every screen: one that runs before one that stands still, then the one
 * due first. Undefined when none is left.
 */
export function mattersMost(views: readonly ClockView[]): ClockView | undefined {
	const open = views.filter((v) => v.stoppedAt === null);
	const still = (view: ClockView) => Number(view.state === "paused");
	return open.sort((a, b) => still(a) - still(b) || a.dueAt - b.dueAt)[0];
}
