/**
 * How this screen is set: large print and the bench's bigger type. Light or dark is the component library's own
 * setting (`useMantineColorScheme`). Kept on this workstation.
 */
import { useEffect, useSyncExternalStore } from "react";

const storageKey = "welt.large-print";
const watchers = new Set<() => void>();

function isLarge(): boolean {
	return localStorage.getItem(storageKey) === "yes";
}

/** Applies what is kept. Called by main.tsx before the first paint. */
export function startPreferences(): void {
	document.documentElement.toggleAttribute("data-large-print", isLarge());
}

export function setLargePrint(on: boolean): void {
	localStorage.setItem(storageKey, on ? "yes" : "no");
	startPreferences();
	for (const watcher of watchers) watcher();
}

export function useLargePrint(): boolean {
	return useSyncExternalStore((watcher) => {
		watchers.add(watcher);
		return () => watchers.delete(watcher);
	}, isLarge);
}

/** Bigger type while the component is on screen: for the bench and the wall. */
export function useBenchScale(): void {
	useEffect(() => {
		document.documentElement.toggleAttribute("data-bench", true);
		return () => {
			document.documentElement.toggleAttribute("data-bench", false);
		};
	}, []);
}
