/** Faults this workstation's people marked as usual, kept on this PC: a preference, not a fact. */
import { useSyncExternalStore } from "react";

const storageKey = "welt.usual-faults";
const watchers = new Set<() => void>();
let kept: readonly string[] | undefined;

function read(): readonly string[] {
	if (kept) return kept;
	try {
		const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
		kept = Array.isArray(parsed) ? parsed.filter((code): code is string => typeof code === "string") : [];
	} catch {
		kept = [];
	}
	return kept;
}

export function toggleFavourite(fault: string): void {
	const now = read();
	kept = now.includes(fault) ? now.filter((code) => code !== fault) : [...now, fault];
	localStorage.setItem(storageKey, JSON.stringify(kept));
	for (const watcher of watchers) watcher();
}

export function useFavourites(): readonly string[] {
	return useSyncExternalStore((watcher) => {
		watchers.add(watcher);
		return () => watchers.delete(watcher);
	}, read);
}
