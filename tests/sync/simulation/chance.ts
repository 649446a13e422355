/** Seeded chance: the same seed takes the same way through a whole simulation. */
export type Chance = {
	/** Evenly from 0 to below `n`. */
	below(n: number): number;
	/** True in so many of a hundred cases. */
	percent(n: number): boolean;
	pick<T>(from: readonly T[]): T;
	bytes(count: number): Uint8Array;
};

/** mulberry32: short, well spread, the same on every machine. */
export function createChance(seed: number): Chance {
	let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return (t ^ (t >>> 14)) >>> 0;
	}
	const below = (n: number) => next() % Math.max(1, n);
	return {
		below,
		percent: (n) => below(100) < n,
		pick<T>(from: readonly T[]): T {
			const found = from[below(from.length)];
			if (found === undefined) throw new RangeError("nothing to pick from");
			return found;
		},
		bytes: (count) => Uint8Array.from({ length: count }, () => next() >>> 24),
	};
}
