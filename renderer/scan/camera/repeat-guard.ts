/** A code held in front of the camera is one scan. Pure. */

/** How long a code must be out of sight to count again, ms. */
export const repeatMs = 1500;

/** Answers a function that says whether a code seen at that time is a new scan. Every sighting counts as being held. */
export function createRepeatGuard(ms = repeatMs): (text: string, now: number) => boolean {
	const seen = new Map<string, number>();
	return (text, now) => {
		for (const [known, at] of seen) if (now - at >= ms) seen.delete(known);
		const isNew = !seen.has(text);
		seen.set(text, now);
		return isNew;
	};
}
