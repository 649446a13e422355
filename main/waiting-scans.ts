/**
 * Scans that come while no screen listens (a page loading again, a line dropped for a moment) wait for the first that
 * does. Not for long: a label read last night must do nothing this morning. Used by restartable.ts.
 */
import type { Push } from "../preload/contract/host.ts";

const patienceMs = 10_000;
const most = 10_000;

export type WaitingScans = {
	keep(scan: Push): void;
	/** Those still fresh, in order; nothing is kept afterwards. */
	take(): Push[];
};

/** @param mono monotonic ms @param lost told how many went unheard */
export function createWaitingScans(mono: () => number, lost: (count: number) => void): WaitingScans {
	let kept: { scan: Push; at: number }[] = [];
	return {
		keep(scan) {
			if (kept.length >= most) {
				kept.shift();
				lost(1);
			}
			kept.push({ scan, at: mono() });
		},
		take() {
			const fresh = kept.filter(({ at }) => mono() - at <= patienceMs);
			if (fresh.length < kept.length) lost(kept.length - fresh.length);
			kept = [];
			return fresh.map(({ scan }) => scan);
		},
	};
}
