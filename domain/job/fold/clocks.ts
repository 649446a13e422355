/** Applies the clock moves an event carries. Times come from the event, never from now. */
import type { ClockMoves } from "../events/clocks.ts";
import type { JobClock } from "../state.ts";

function isRunning(clock: JobClock, id: string): boolean {
	return clock.clock === id && clock.stoppedAt === null;
}

export function moveClocks(clocks: JobClock[], moves: ClockMoves | undefined, at: number): JobClock[] {
	if (!moves) return clocks;
	let next = clocks;
	for (const id of moves.stop ?? []) {
		next = next.map((c) => (isRunning(c, id) ? { ...c, stoppedAt: at, pauses: endPause(c, at) } : c));
	}
	for (const { clock, dueAt, warnAt } of moves.start ?? []) {
		next = [...next, { clock, startedAt: at, dueAt, warnAt, stoppedAt: null, pauses: [] }];
	}
	for (const { clock, why } of moves.pause ?? []) {
		next = next.map((c) =>
			isRunning(c, clock) ? { ...c, pauses: [...endPause(c, at), { from: at, to: null, why }] } : c,
		);
	}
	for (const id of moves.resume ?? []) {
		next = next.map((c) => (isRunning(c, id) ? { ...c, pauses: endPause(c, at) } : c));
	}
	return next;
}

function endPause(clock: JobClock, at: number): JobClock["pauses"] {
	return clock.pauses.map((p) => (p.to === null ? { ...p, to: at } : p));
}

/** Every clock still running stops: the job is over. */
export function stopAll(clocks: JobClock[], at: number): JobClock[] {
	return clocks.map((c) => (c.stoppedAt === null ? { ...c, stoppedAt: at, pauses: endPause(c, at) } : c));
}
