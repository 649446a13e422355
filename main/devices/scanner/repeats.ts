/**
 * Drops a code one device gives twice for one reading: a trembling trigger, a radio link that sends again. Two equal
 * labels read one after the other are two scans: a hand needs several times longer than the window.
 */
import type { DeviceScan } from "./scan.ts";

export type RepeatFilter = {
	/** @param now monotonic ms @param withinMs 0: nothing is a repeat */
	isRepeat(scan: Pick<DeviceScan, "text" | "aim">, now: number, withinMs: number): boolean;
};

/** Long enough for a doubled reading, a third of the time between two readings by hand, ms. */
export const defaultRepeatMs = 150;

export function createRepeatFilter(): RepeatFilter {
	let last = "";
	let at = Number.NEGATIVE_INFINITY;
	return {
		isRepeat({ text, aim }, now, withinMs) {
			const code = aim + text;
			const repeat = code === last && now - at < withinMs;
			last = code;
			// Measured from the one that counted: a scanner left running on one code is heard now and then.
			if (!repeat) at = now;
			return repeat;
		},
	};
}
