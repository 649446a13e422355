import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { app, dialog, Menu } from "electron";
import { openDataFolder } from "../adapters/data-folder.ts";
import { parseHostOptions } from "../adapters/host-options.ts";
import type { CreateCore } from "../adapters/host-start.ts";
import { systemClock, systemPorts } from "../adapters/ports.ts";
import { createRotatingLog } from "../adapters/rotating-log.ts";
import { startSentence } from "../adapters/start-sentence.ts";
import type { Ports } from "../ports.ts";
import { endOnBug, keepCrashDumps } from "./crash.ts";
import { hardenPages } from "./harden.ts";
import { declareScheme } from "./scheme.ts";
import { type Opened, openWorkstation } from "./workstation.ts";

/** Runs the desktop app to its end. Everything that must be set before Electron is ready is set here, first. */
export async function startApp(createCore: CreateCore): Promise<void> {
	// Whatever this process writes is its owner's alone (Windows: the profile folder already is).
	process.umask(0o077);
	keepCrashDumps();
	app.enableSandbox();
	declareScheme();
	Menu.setApplicationMenu(null);
	try {
		const options = parseHostOptions(process.argv.slice(app.isPackaged ? 1 : 2), "lenient");
		const dir = openDataFolder(options.data);
		// One shell per data folder: its own profile, and with it its own single-instance lock.
		const shellDir = join(dir, "shell");
		mkdirSync(shellDir, { recursive: true });
		app.setPath("userData", shellDir);
		if (!app.requestSingleInstanceLock()) return app.quit();
		const ports = systemPorts(createRotatingLog({ dir: join(dir, "logs"), clock: systemClock, echo: console.error }));
		hardenPages(ports.log);
		const shell = keepShell(ports);
		await app.whenReady();
		const opened = await openWorkstation({ root: app.getAppPath(), dir, ports, options }, createCore);
		shell.opened(opened);
		// The starter waits for this line to know that the desktop app came up.
		console.log(JSON.stringify({ ready: true, host: "electron", data: dir }));
	} catch (cause) {
		dialog.showErrorBox("Welt", startSentence(cause));
		app.exit(1);
	}
}

/** Second start, closing, quitting: the commands under way finish and the database closes before the process goes. */
function keepShell(ports: Ports): { opened(now: Opened): void } {
	let workstation: Opened | undefined;
	let stopped: Promise<void> | undefined;
	let drained = false;
	const stop = () => {
		stopped ??= (workstation?.stop() ?? Promise.resolve()).finally(() => {
			drained = true;
		});
		return stopped;
	};
	endOnBug(ports.log, stop);
	app.on("second-instance", () => {
		const window = workstation?.window;
		if (window?.isMinimized()) window.restore();
		window?.focus();
	});
	app.on("window-all-closed", () => app.quit());
	app.on("before-quit", (event) => {
		if (drained) return;
		event.preventDefault();
		if (stopped) return;
		stop().then(
			() => app.quit(),
			(cause: unknown) => {
				ports.log.error("core.stop-failed", { message: String(cause) });
				app.exit(1);
			},
		);
	});
	return {
		opened(now) {
			workstation = now;
		},
	};
}
