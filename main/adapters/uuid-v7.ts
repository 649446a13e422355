import type { Clock, Ids, Random } from "../ports.ts";

/** 12 bits of `rand_a` count up inside one millisecond, so ids made in a row sort in the order they were made. */
const lastCount = 0xfff;

/**
 * Ids per RFC 9562, version 7. Never goes back: while the wall clock stands still or jumps back, the last
 * millisecond is kept and the counter goes on.
 */
export function createIds(clock: Clock, random: Random): Ids {
	let ms = 0;
	let count = 0;
	return {
		uuid() {
			const now = clock.now();
			if (now > ms) {
				ms = now;
				count = 0;
			} else if (count < lastCount) {
				count += 1;
			} else {
				ms += 1;
				count = 0;
			}
			return format(ms, count, random.bytes(8));
		},
	};
}

function format(ms: number, count: number, tail: Uint8Array): string {
	const time = ms.toString(16).padStart(12, "0");
	const rest = Array.from(tail, (byte, at) => (at === 0 ? (byte & 0x3f) | 0x80 : byte));
	const hex = rest.map((byte) => byte.toString(16).padStart(2, "0")).join("");
	const middle = `7${count.toString(16).padStart(3, "0")}`;
	return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
