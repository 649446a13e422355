import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../../domain/errors.ts";
import { lockData } from "../../main/adapters/data-lock.ts";
import { createSampleCore, type SampleCore } from "../contract/sample-core.ts";
import {
	app,
	BrowserWindow,
	crashReporter,
	dialog,
	Menu,
	powerMonitor,
	protocol,
	resetElectron,
	screen,
} from "./fake-electron.ts";
import { builtApp, ended, openShell, quitShell, type Shell, start } from "./open-shell.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

let core: SampleCore;
let shell: Shell;
beforeEach(async () => {
	core = createSampleCore();
	shell = await openShell(core);
});
afterEach(quitShell);

describe("before Electron is ready", () => {
	it("is sandboxed, keeps crash dumps here, has one instance and no menu", () => {
		expect(app.calls).toEqual(["enableSandbox", "requestSingleInstanceLock", "whenReady"]);
		expect(crashReporter.started).toEqual({ uploadToServer: false });
		expect(Menu.menu).toBeNull();
		expect(app.paths.userData).toBe(join(shell.dir, "shell"));
	});

	it("declares its scheme as a secure standard one that keeps to the content policy", () => {
		expect(protocol.schemes).toHaveLength(1);
		const [{ scheme, privileges }] = protocol.schemes as [(typeof protocol.schemes)[0]];
		expect(scheme).toBe("app");
		expect(privileges).toMatchObject({ standard: true, secure: true, supportFetchAPI: true, stream: true });
		expect(privileges).not.toHaveProperty("bypassCSP");
		expect(privileges).not.toHaveProperty("corsEnabled");
	});
});

describe("the window", () => {
	it("isolates the page from Node and Electron", () => {
		expect(shell.window.options.webPreferences).toEqual({
			preload: join(shell.root, "out/preload/index.cjs"),
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			webviewTag: false,
			navigateOnDragDrop: false,
			safeDialogs: true,
			spellcheck: false,
			devTools: true,
		});
		expect(shell.window.url).toBe("app://welt/");
	});

	it("shows itself only when there is something to see", () => {
		expect(shell.window.options.show).toBe(false);
		expect(shell.window.done).not.toContain("show");
		shell.window.emit("ready-to-show");
		expect(shell.window.done).toEqual(["maximize", "show"]);
	});

	it("opens where it was, unless that monitor is gone", async () => {
		shell.window.emit("close");
		const kept = readFileSync(join(app.paths.userData ?? "", "window.json"), "utf8");
		await quitShell();
		const given = builtApp();
		mkdirSync(join(given.dir, "shell"), { recursive: true });
		writeFileSync(join(given.dir, "shell/window.json"), kept);
		const again = await openShell(core, given);
		expect(again.window.options).toMatchObject({ x: 40, y: 30, width: 1400, height: 900 });
		await quitShell();
		const moved = builtApp();
		mkdirSync(join(moved.dir, "shell"), { recursive: true });
		writeFileSync(join(moved.dir, "shell/window.json"), kept.replace('"x":40', '"x":4000'));
		const elsewhere = await openShell(core, moved);
		expect(elsewhere.window.options).not.toHaveProperty("x");
		expect(screen.workArea.width).toBe(1920);
	});

	it("keeps every page on our origin, opens no second window and embeds nothing", () => {
		const page = shell.window.webContents;
		const leave = (event: string, url: string) => {
			const preventDefault = vi.fn();
			page.emit(event, { url, preventDefault });
			return preventDefault.mock.calls.length;
		};
		for (const url of [
			"https://evil.example/",
			"file:///etc/passwd",
			"app://welt.evil/",
			"app://other/",
			"javascript:1",
		]) {
			expect(leave("will-navigate", url), url).toBe(1);
			expect(leave("will-redirect", url), url).toBe(1);
		}
		expect(leave("will-navigate", "app://welt/settings")).toBe(0);
		expect(leave("will-attach-webview", "app://welt/")).toBe(1);
		expect(page.openHandler?.({ url: "app://welt/" })).toEqual({ action: "deny" });
	});
});

describe("app://", () => {
	const ask = async (address: string, init: RequestInit & { initiatorOrigin?: string } = {}) => {
		const { initiatorOrigin, ...rest } = init;
		const request = new Request(address, rest);
		const answer = protocol.handlers.get("app")?.(Object.assign(request, initiatorOrigin && { initiatorOrigin }));
		if (!answer) throw new Error("no handler");
		return answer;
	};

	it("serves the screens under the policy, with a nonce of its own each time", async () => {
		const [one, two] = [await ask("app://welt/"), await ask("app://welt/settings/staff")];
		const policy = one.headers.get("content-security-policy") ?? "";
		const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1];
		expect(await one.text()).toContain(`content="${nonce}"`);
		expect(policy).toContain("default-src 'none'");
		expect(two.status).toBe(200);
		expect(two.headers.get("content-security-policy")).not.toBe(policy);
		const script = await ask("app://welt/assets/app.js");
		expect(script.headers.get("content-type")).toContain("text/javascript");
		expect(script.headers.get("cache-control")).toContain("immutable");
	});

	it("refuses other hosts, other origins, other methods and paths that climb out", async () => {
		expect((await ask("app://evil/index.html")).status).toBe(403);
		expect((await ask("app://welt/", { initiatorOrigin: "https://evil.example" })).status).toBe(403);
		expect((await ask("app://welt/", { initiatorOrigin: "null" })).status).toBe(403);
		expect((await ask("app://welt/", { method: "POST" })).status).toBe(405);
		expect((await ask("app://welt/media/incoming/t", { method: "GET" })).status).toBe(405);
		for (const path of ["..%2f..%2fdata%2fwelt.js", "%5c..%5cx.js", "c:%2fx.js"]) {
			expect((await ask(`app://welt/${path}`)).status, path).toBe(404);
		}
	});
});

describe("the system", () => {
	it("locks the session when the screen locks or the machine sleeps, and stops when it shuts down", async () => {
		powerMonitor.emit("lock-screen");
		powerMonitor.emit("suspend");
		expect(core.locks).toBe(2);
		powerMonitor.emit("resume");
		expect(core.locks).toBe(2);
		powerMonitor.emit("shutdown");
		await ended();
		expect(core.stops).toBe(1);
	});

	it("stops when Windows ends the session", async () => {
		shell.window.emit("session-end", {});
		await ended();
		expect(core.stops).toBe(1);
	});

	it("finishes the core before it quits, once", async () => {
		app.quit();
		expect(app.exits).toEqual([]);
		app.quit();
		await ended();
		expect(core.stops).toBe(1);
		expect(app.exits).toEqual([0]);
	});

	it("ends on a bug in the process, after closing the database", async () => {
		const listener = process.listeners("unhandledRejection").at(-1);
		listener?.(new Error("a bug"), Promise.resolve());
		await ended();
		expect(core.stops).toBe(1);
		expect(app.exits).toEqual([1]);
	});

	it("offers the screens again when they crash, and waits when they hang", async () => {
		const page = shell.window.webContents;
		page.emit("render-process-gone", {}, { reason: "crashed", exitCode: 5 });
		await vi.waitUntil(() => page.reloads === 1);
		dialog.answer = 1;
		shell.window.emit("unresponsive");
		await vi.waitUntil(() => dialog.asked.length === 2);
		expect(page.reloads).toBe(1);
		page.emit("render-process-gone", {}, { reason: "clean-exit", exitCode: 0 });
		expect(dialog.asked).toHaveLength(2);
		expect(core.stops).toBe(0);
	});
});

describe("a second start", () => {
	it("brings the first one's window forward", () => {
		shell.window.minimized = true;
		app.emit("second-instance");
		expect(shell.window.done).toEqual(["restore", "focus"]);
	});

	it("quits without touching the data when another has the lock", async () => {
		await quitShell();
		resetElectron();
		app.first = false;
		const createCore = vi.fn();
		await start(shell, createCore);
		expect(createCore).not.toHaveBeenCalled();
		expect(app.exits).toEqual([0]);
	});

	it("refuses a data folder the loopback host has open, in words", async () => {
		await quitShell();
		resetElectron();
		const given = builtApp();
		mkdirSync(given.dir);
		const lock = await lockData(given.dir);
		const createCore = vi.fn();
		await start(given, createCore);
		expect(createCore).not.toHaveBeenCalled();
		expect(dialog.errors.join()).toContain("data.in-use");
		expect(app.exits).toEqual([1]);
		await lock.release();
	});
});

describe("a core that can't start", () => {
	it("still opens the window, where every call says why", async () => {
		await quitShell();
		resetElectron();
		const given = builtApp();
		app.root = given.root;
		await start(given, async () => {
			throw new Refusal("version-too-old", "data.newer", { file: 9 });
		});
		const [window] = BrowserWindow.all;
		const { ipcMain } = await import("./fake-electron.ts");
		const event = { sender: window?.webContents, senderFrame: { url: "app://welt/", parent: null } };
		expect(await ipcMain.invoke(event, "welt:call", "session.state", {})).toMatchObject({
			ok: false,
			error: { code: "version-too-old", reason: "data.newer", details: { file: 9 } },
		});
	});
});
