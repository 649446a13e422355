/** How often somebody may ask, per instance: so many in a minute by one name. Forgets names as minutes pass. */
export type Limiter = { /** False when it was once too often. */ take(name: string): boolean };

const windowMs = 60_000;
/** More names than that in one minute are an attack: the oldest are forgotten. */
const mostNames = 20_000;

export function createLimiter(clock: { now(): number }, most: number): Limiter {
	const counts = new Map<string, { since: number; count: number }>();
	return {
		take(name) {
			const now = clock.now();
			const known = counts.get(name);
			if (known && now - known.since < windowMs && now >= known.since) return ++known.count <= most;
			counts.delete(name);
			if (counts.size >= mostNames) counts.delete(counts.keys().next().value ?? "");
			counts.set(name, { since: now, count: 1 });
			return true;
		},
	};
}
