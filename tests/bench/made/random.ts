/** Seeded chance for the bench: the same data on every machine. xorshift128; not for anything secret. */
export type Random = ReturnType<typeof seededRandom>;

export function seededRandom(seed: number) {
	let a = seed >>> 0 || 1;
	let b = 0x9e3779b9;
	let c = 0x243f6a88;
	let d = 0xb7e15162;
	function next(): number {
		const t = a ^ (a << 11);
		a = b;
		b = c;
		c = d;
		d = (d ^ (d >>> 19) ^ (t ^ (t >>> 8))) >>> 0;
		return d;
	}
	const hex = (count: number) => Array.from({ length: count }, () => (next() & 15).toString(16)).join("");
	return {
		/** 0 … n-1. */
		below: (n: number) => next() % n,
		pick: <T>(list: readonly T[]): T => list[next() % list.length] as T,
		bytes: (count: number) => Uint8Array.from({ length: count }, () => next() & 255),
		uuid: () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
	};
}
