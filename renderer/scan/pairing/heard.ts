/**
 * What arrived while a scanner is being set up: runs of raw keys, and whole texts from scanners the workstation reads
 * itself. Pure; filled by the pairing dialog.
 */
import type { KeyInput } from "../wedge.ts";

export type Heard =
	| { via: "keys"; keys: readonly KeyInput[] }
	/** `source` as the workstation names the way it came, e.g. "serial" or "hid-pos". */
	| { via: "device"; source: string; text: string };

/** Silence that ends a run of keys, ms: longer than any scanner stalls, shorter than anybody aims again. */
export const quietMs = 500;

/** Collects keys into runs. `take` gives the run that is over at `now`, if any. */
export function createKeyLog() {
	let keys: KeyInput[] = [];
	let lastAt = 0;
	return {
		add(input: KeyInput): void {
			keys.push(input);
			lastAt = input.time;
		},
		/** When the run is over unless another key comes. */
		overAt: () => (keys.length === 0 ? undefined : lastAt + quietMs),
		take(now: number): Heard | undefined {
			if (keys.length === 0 || now < lastAt + quietMs) return undefined;
			const run = keys;
			keys = [];
			return { via: "keys", keys: run };
		},
	};
}
