/**
 * Which workstation process the screens talk to: the packaged app's preload bridge, or the loopback server the
 * page came from. Called by client.ts; screens never use the bridge directly.
 */
import { useSyncExternalStore } from "react";
import type { HostBridge } from "../../preload/contract/host.ts";
import { createLoopbackHost } from "./host-loopback.ts";

declare global {
	interface Window {
		/** Put there by the preload in the packaged app. */
		readonly welt?: HostBridge;
	}
}

let alive = true;
const watchers = new Set<() => void>();

function setAlive(now: boolean): void {
	if (now === alive) return;
	alive = now;
	for (const watcher of watchers) watcher();
}

export const host: HostBridge = window.welt ?? createLoopbackHost(setAlive);

/** False while the workstation process cannot be reached (it was closed, or is starting again). */
export function useLine(): boolean {
	return useSyncExternalStore(
		(watcher) => {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		() => alive,
	);
}
