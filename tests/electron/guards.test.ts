import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSampleCore, type SampleCore } from "../contract/sample-core.ts";
import { quietLog } from "../support/loopback-host.ts";
import { ipcMain, page, resetElectron, safeStorage, session } from "./fake-electron.ts";
import { openShell, quitShell, type Shell } from "./open-shell.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

describe("who the process listens to", () => {
	let core: SampleCore;
	let shell: Shell;
	beforeEach(async () => {
		core = createSampleCore();
		shell = await openShell(core);
	});
	afterEach(quitShell);

	it("hears only the top frame of its own window showing its own origin", async () => {
		const sender = shell.window.webContents;
		const foreign = [
			{ sender, senderFrame: null },
			{ sender, senderFrame: { url: "https://evil.example/", parent: null } },
			{ sender, senderFrame: { url: "app://welt.evil/", parent: null } },
			{ sender, senderFrame: { url: "app://evil/?app://welt/", parent: null } },
			{ sender, senderFrame: { url: "file:///app://welt/", parent: null } },
			{ sender, senderFrame: { url: "about:blank", parent: null } },
			{ sender, senderFrame: { url: "app://welt/", parent: { url: "app://welt/" } } },
			{ sender: { id: 99 }, senderFrame: { url: "app://welt/", parent: null } },
		];
		for (const event of foreign) {
			const answer = await ipcMain.invoke(event, "welt:call", "sample.echo", {});
			expect(answer).toMatchObject({ ok: false, error: { code: "forbidden", reason: "host.foreign-sender" } });
		}
		expect(core.heard).toHaveLength(0);
	});

	it("refuses what is no call", async () => {
		const event = { sender: shell.window.webContents, senderFrame: { url: "app://welt/", parent: null } };
		const loop: Record<string, unknown> = {};
		loop.self = loop;
		for (const [name, input] of [
			[7, {}],
			[undefined, {}],
			[{ name: "sample.echo" }, {}],
			["sample.echo", loop],
		]) {
			const answer = await ipcMain.invoke(event, "welt:call", name, input);
			expect(answer).toMatchObject({ ok: false, error: { code: "invalid-input" } });
		}
		expect(core.heard).toHaveLength(0);
	});

	it("answers one channel and no other", () => {
		expect([...ipcMain.handlers.keys()]).toEqual(["welt:call"]);
	});

	it("shows the page a bridge of plain functions and nothing of Electron", async () => {
		await import("../../preload/index.ts");
		expect(Object.keys(page.exposed)).toEqual(["welt"]);
		const bridge = page.exposed.welt as Record<string, unknown>;
		expect(Object.keys(bridge).sort()).toEqual(["call", "host", "mediaUrl", "on", "putMedia"]);
	});

	it("gives the camera to our page, and nothing else to anyone", () => {
		const requested = (permission: string, details: object) => {
			const answer = vi.fn();
			session.handlers.PermissionRequest?.(null as never, permission as never, answer as never, details as never);
			return answer.mock.calls[0]?.[0];
		};
		const camera = { requestingUrl: "app://welt/", isMainFrame: true, mediaTypes: ["video"] };
		expect(requested("media", camera)).toBe(true);
		expect(requested("media", { ...camera, mediaTypes: ["video", "audio"] })).toBe(false);
		expect(requested("media", { ...camera, mediaTypes: [] })).toBe(false);
		expect(requested("media", { ...camera, isMainFrame: false })).toBe(false);
		expect(requested("media", { ...camera, requestingUrl: "https://evil.example/" })).toBe(false);
		const others = [
			"geolocation",
			"notifications",
			"hid",
			"serial",
			"usb",
			"clipboard-read",
			"openExternal",
			"unknown",
		];
		for (const other of others) expect(requested(other, camera), other).toBe(false);

		const checked = (permission: string, origin: string, mediaType: string) =>
			session.handlers.PermissionCheck?.(
				null as never,
				permission as never,
				origin as never,
				{ mediaType, isMainFrame: true } as never,
			);
		expect(checked("media", "app://welt/", "video")).toBe(true);
		expect(checked("media", "app://welt/", "audio")).toBe(false);
		expect(checked("media", "https://evil.example/", "video")).toBe(false);
		for (const other of others) expect(checked(other, "app://welt/", "video"), other).toBe(false);
		expect(session.handlers.DevicePermission?.()).toBe(false);
	});

	it("lets no request of a page leave the machine", () => {
		const cancelled = (url: string) => {
			const answer = vi.fn();
			session.handlers.BeforeRequest?.({ url } as never, answer as never);
			return answer.mock.calls[0]?.[0].cancel;
		};
		for (const url of ["https://evil.example/", "http://127.0.0.1/", "ws://x/", "file:///etc/passwd", "app://evil/"]) {
			expect(cancelled(url), url).toBe(true);
		}
		expect(cancelled("app://welt/assets/app.js")).toBe(false);
		expect(cancelled("blob:app://welt/1-2")).toBe(false);
		expect(session.spellChecker).toBe(false);
	});
});

describe("the workstation's key", () => {
	let dir: string;
	const key = Uint8Array.from({ length: 32 }, (_, at) => at);
	const store = async () => (await import("../../main/electron/sealed-key.ts")).createSealedKeys(dir, quietLog);
	beforeEach(() => {
		resetElectron();
		dir = mkdtempSync(join(tmpdir(), "welt-key-"));
	});
	afterEach(() => rmSync(dir, { recursive: true }));

	it("is sealed by the system, and found again", async () => {
		const keys = await store();
		expect(await keys.load()).toBeUndefined();
		await keys.save(key);
		expect(readFileSync(join(dir, "workstation.key.sealed")).includes(Buffer.from(key))).toBe(false);
		expect(await keys.load()).toEqual(key);
	});

	it("is taken over from the loopback host's file, which goes", async () => {
		writeFileSync(join(dir, "workstation.key"), key);
		const keys = await store();
		expect(await keys.load()).toEqual(key);
		expect(statSync(join(dir, "workstation.key"), { throwIfNoEntry: false })).toBeUndefined();
		expect(await keys.load()).toEqual(key);
	});

	it("is sealed anew when the system asks for it", async () => {
		const keys = await store();
		await keys.save(key);
		safeStorage.shouldReEncrypt = true;
		expect(await keys.load()).toEqual(key);
		expect(safeStorage.sealed).toBe(2);
	});

	it.runIf(process.platform === "linux")("stays in a private file where Linux has no keyring", async () => {
		safeStorage.backend = "basic_text";
		const keys = await store();
		await keys.save(key);
		expect(safeStorage.sealed).toBe(0);
		expect(statSync(join(dir, "workstation.key")).mode & 0o777).toBe(0o600);
		expect(await keys.load()).toEqual(key);
	});

	it("is refused in words when it can't be opened, and never replaced", async () => {
		const keys = await store();
		writeFileSync(join(dir, "workstation.key.sealed"), "damaged");
		await expect(keys.load()).rejects.toMatchObject({ code: "storage-damaged", reason: "vault.key-unreadable" });
		safeStorage.available = false;
		await expect(keys.load()).rejects.toMatchObject({ reason: "vault.key-unreadable" });
		expect(readFileSync(join(dir, "workstation.key.sealed"), "utf8")).toBe("damaged");
	});
});
