/** Whether the camera is being used as a scanner right now. Anybody may open it; the dialog (features/scanners) shows it. */
import { useSyncExternalStore } from "react";

let isOpen = false;
const watchers = new Set<() => void>();

function set(now: boolean): void {
	isOpen = now;
	for (const watcher of watchers) watcher();
}

/** Opens the live picture over whatever is on screen. */
export function openCameraScan(): void {
	set(true);
}

export function closeCameraScan(): void {
	set(false);
}

export function useCameraScanOpen(): boolean {
	return useSyncExternalStore(
		(watcher) => {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		() => isOpen,
	);
}
