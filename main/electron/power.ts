import { type BrowserWindow, powerMonitor } from "electron";
import type { HostCore } from "../host-core.ts";
import type { Log } from "../ports.ts";

/**
 * The counter PC is locked, put to sleep or shut down: nobody is signed in after that. Linux reports neither a
 * locked screen nor, without a session manager, a shutdown; the core's own idle lock covers it.
 */
export function watchPower(core: HostCore, log: Log, window: BrowserWindow, quit: () => void): void {
	powerMonitor.on("lock-screen", () => core.lock());
	powerMonitor.on("suspend", () => core.lock());
	powerMonitor.on("resume", () => {
		log.info("power.resumed");
		core.wake();
	});
	powerMonitor.on("shutdown", () => quit());
	// Windows ends the session through the window.
	window.on("session-end", () => quit());
}
