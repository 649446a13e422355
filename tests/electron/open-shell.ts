import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import type { HostCore } from "../../main/host-core.ts";
import { app, BrowserWindow, page, resetElectron } from "./fake-electron.ts";

export type Shell = { window: BrowserWindow; dir: string; root: string };

/** A folder that looks like the built app. */
export function builtApp(): { root: string; dir: string } {
	const root = mkdtempSync(join(tmpdir(), "welt-shell-"));
	mkdirSync(join(root, "out/renderer/assets"), { recursive: true });
	writeFileSync(join(root, "package.json"), '{"version":"1.2.3"}');
	writeFileSync(join(root, "out/renderer/index.html"), '<meta name="csp-nonce" content="" /><p>Welt</p>');
	writeFileSync(join(root, "out/renderer/assets/app.js"), "export {};");
	return { root, dir: join(root, "data") };
}

/** Starts the shell with a core on the fake Electron, the way the entry does. */
export async function openShell(core: HostCore, given = builtApp()): Promise<Shell> {
	resetElectron();
	app.root = given.root;
	await start(given, async () => core);
	const window = BrowserWindow.all[0];
	if (!window) throw new Error("the shell opened no window");
	page.contents = window.webContents;
	return { window, ...given };
}

type CreateCore = Parameters<typeof import("../../main/electron/start.ts").startApp>[0];

/** One start of the process, as far as it gets. */
export async function start(given: { root: string; dir: string }, createCore: CreateCore): Promise<void> {
	process.argv = ["electron", given.root, "--no-sandbox", `--data=${given.dir}`];
	const ready = vi.spyOn(console, "log").mockReturnValue();
	vi.spyOn(console, "error").mockReturnValue();
	const { startApp } = await import("../../main/electron/start.ts");
	await startApp(createCore);
	ready.mockRestore();
}

/** Ends the shell the way a person does, and waits until the process would be gone. */
export async function quitShell(): Promise<void> {
	app.quit();
	await ended();
	for (const event of ["uncaughtException", "unhandledRejection"]) {
		// The one the shell added last; the test runner keeps its own.
		const last = process.listeners(event as "uncaughtException").at(-1);
		if (last) process.removeListener(event, last);
	}
	rmSync(app.root, { recursive: true, force: true });
}

export async function ended(): Promise<void> {
	while (app.exits.length === 0) await new Promise((done) => setImmediate(done));
}
