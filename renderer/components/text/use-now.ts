import { useSyncExternalStore } from "react";

/**
 * The wall clock, the same for every component that shows it, so that chips tick together. `everyMs` is how often
 * the caller wants to hear: 1000 when seconds show, longer otherwise. Answers ms UTC, rounded down to `everyMs`.
 */
export function useNow(everyMs: number): number {
	return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / everyMs) * everyMs);
}

/** Now, ms UTC, for acts that count from this moment; what shows time uses {@link useNow}. */
export function nowMs(): number {
	return Date.now();
}

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(watcher: () => void): () => void {
	watchers.add(watcher);
	timer ??= setInterval(() => {
		for (const each of watchers) each();
	}, 1000);
	return () => {
		watchers.delete(watcher);
		if (watchers.size > 0) return;
		clearInterval(timer);
		timer = undefined;
	};
}
