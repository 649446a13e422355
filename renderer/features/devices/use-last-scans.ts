/** When each scanner was last heard on this screen, kept while the page is open; listening starts with the program. */
import { useSyncExternalStore } from "react";
import { onEveryScan } from "../../scan/bus.ts";

const heard = new Map<string, string>();
let version = 0;
const watchers = new Set<() => void>();

onEveryScan(({ source }) => {
	heard.set(source, new Date(Date.now()).toISOString());
	version += 1;
	for (const watcher of watchers) watcher();
});

/** ISO time of the last scan by a source (`wedge`, a scanner's id), or undefined. */
export function useLastScan(source: string): string | undefined {
	useSyncExternalStore(
		(watcher) => {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		() => version,
	);
	return heard.get(source);
}
