/**
 * Hybrid logical clock. Never goes back; moves past every applied event, except one more than 24 h ahead of the
 * wall clock, which is applied but does not move it (a PC with a wrong year must not drag everyone along).
 */
export const maxLeadMs = 24 * 3_600_000;

export type Hlc = { ms: number; counter: number };

export function hlcText(hlc: Hlc): string {
	return `${String(hlc.ms).padStart(15, "0")}-${String(hlc.counter).padStart(6, "0")}`;
}

export function parseHlc(text: string): Hlc {
	return { ms: Number(text.slice(0, 15)), counter: Number(text.slice(16)) };
}

/** As many events as fit one millisecond in the text form. */
const lastCounter = 999_999;

/** The stamp of the next local event. */
export function nextHlc(last: Hlc, wallMs: number): Hlc {
	const wall = Math.max(0, wallMs);
	if (wall > last.ms) return { ms: wall, counter: 0 };
	return last.counter < lastCounter ? { ms: last.ms, counter: last.counter + 1 } : { ms: last.ms + 1, counter: 0 };
}

/** After applying an event from elsewhere. */
export function mergeHlc(last: Hlc, seen: Hlc, wallMs: number): Hlc {
	if (seen.ms > wallMs + maxLeadMs) return last;
	return seen.ms > last.ms || (seen.ms === last.ms && seen.counter > last.counter) ? seen : last;
}
