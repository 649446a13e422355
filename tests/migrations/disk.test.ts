/** Disks that are full, read-only, damaged; keys, clocks and files that do not fit: each with its phase and its reason. */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyDatabase } from "../../db/backup/verify.ts";
import { openWriter } from "../../db/open.ts";
import { type Founded, openFounded } from "../support/door.ts";
import { appOf } from "../support/fixtures.ts";
import { openWorkstation, type Workstation } from "../support/memory-workstation.ts";
import { endOf, startChild } from "./child.ts";

let door: Founded;
let path = "";
const later: Workstation[] = [];
beforeEach(async () => {
	door = await openFounded();
	path = join(door.ws.dir, "welt.db");
});
afterEach(async () => {
	for (const ws of later.splice(0)) await ws.core.stop();
	await door.ws.dispose();
	rmSync(door.backupFolder, { recursive: true, force: true });
});

async function reopen(options: { start?: number; keys?: Workstation["keys"] } = {}): Promise<Workstation> {
	await door.ws.core.stop();
	const ws = await openWorkstation({
		dir: door.ws.dir,
		keys: options.keys ?? door.ws.keys,
		start: options.start ?? door.ws.clock.now,
		seed: 3,
	});
	later.push(ws);
	return ws;
}
const phase = (ws: Workstation) => ws.call("workstation.state", {});
const setPhone = async (phone: string) => {
	const { version } = appOf(door.ws).store();
	return door.ws.tryCall("store.set", { version, changes: { phone } });
};

/** Room for nothing more: the file may not grow by a page. */
function limitPages(pages: number): void {
	appOf(door.ws).writer.pragma(`max_page_count = ${pages}`);
}

describe("a full disk", () => {
	test("refuses what it cannot keep, keeps what it acknowledged, and goes on where it was once there is room", async () => {
		const app = appOf(door.ws);
		limitPages(Number(app.writer.pragma("page_count", { simple: true })));
		const address = (n: number) => `${n} `.padEnd(190, "路");
		let acknowledged = 0;
		let refused: unknown;
		while (!refused && acknowledged < 500) {
			const { version } = app.store();
			const answer = await door.ws.tryCall("store.set", { version, changes: { address: address(acknowledged) } });
			if (answer.ok) acknowledged += 1;
			else refused = answer.error;
		}
		expect(refused).toMatchObject({ code: "storage-full", reason: "storage.full" });
		const store = `store:${app.log.identity.store}`;
		const count = () => app.events.list([store]).filter((event) => event.type === "store.set").length;
		expect(count()).toBe(acknowledged);
		limitPages(1_000_000);
		expect(await setPhone("021-1")).toMatchObject({ ok: true });
		expect(count()).toBe(acknowledged + 1);
		const events = app.reader.prepare("SELECT COUNT(*) FROM event").pluck().get() as number;
		await door.ws.core.stop();
		verifyDatabase(path, events);
	});

	/** Root makes a real disk of six megabytes that only the child sees; anybody else a file that may not grow, and modes. */
	const isRoot = process.getuid?.() === 0 && spawnSync("unshare", ["-m", "true"]).status === 0;

	test("on a small disk of its own: full, room again, full at the start, read-only, writable again", async () => {
		const disk = mkdtempSync(join(tmpdir(), "welt-disk-"));
		const mount = `mount -t tmpfs -o size=6m tmpfs "$0" && exec "$@"`;
		const wrapper = isRoot ? ["unshare", "-m", "sh", "-c", mount, disk] : [];
		const child = startChild("on-small-disk.ts", [disk, disk, isRoot ? "mount" : "mode"], wrapper);
		const seen = JSON.parse(await child.line("{")) as Record<string, unknown>;
		await endOf(child.process);
		expect(seen).toMatchObject({
			full: "storage-full storage.full",
			again: "storage-full storage.full",
			reads: "ok",
			after: "ok",
			reopened: { phase: "ready" },
			readOnly: { phase: "broken", reason: "storage.read-only" },
			readOnlyCall: "storage-damaged storage.read-only",
			writable: { phase: "ready" },
		});
		expect(seen["acknowledged"]).toBeGreaterThan(3);
		expect(seen["kept"]).toBe(seen["expected"]);
		if (isRoot) expect(seen["openedFull"]).toMatchObject({ phase: "broken", reason: "storage.full" });
		rmSync(disk, { recursive: true, force: true });
	});
});

/** Writes rubbish over the page, in the closed file. */
function trash(page: number, pageSize = 4096): void {
	const file = openSync(path, "r+");
	writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (page - 1) * pageSize);
	closeSync(file);
}
/** Closes the workstation and answers the root page of a table. */
async function rootPage(table: string): Promise<number> {
	await door.ws.core.stop();
	const db = openWriter(path);
	const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").pluck().get(table) as number;
	db.close();
	return page;
}

describe("a damaged file", () => {
	test("without its header is told at once and never written to", async () => {
		await door.ws.core.stop();
		trash(1);
		const before = readFileSync(path);
		const ws = await reopen();
		expect(await phase(ws)).toMatchObject({ phase: "broken", reason: "storage.damaged", person: null });
		for (const [name, input] of [
			["session.people", {}],
			["setup.defaults", {}],
			["setup.demo", { language: "zh-CN" }],
			["store.get", {}],
		] as const) {
			expect(await ws.tryCall(name, input), name).toMatchObject({
				error: { code: "storage-damaged", reason: "storage.damaged" },
			});
		}
		expect(readFileSync(path).equals(before)).toBe(true);
	});

	test("with a damaged page it needs is told at the start", async () => {
		trash(await rootPage("settings"));
		expect(await phase(await reopen())).toMatchObject({ phase: "broken", reason: "storage.damaged" });
	});

	test("with a damaged page nobody looked at yet is found by the day's backup, which does not replace a good one", async () => {
		const app = appOf(door.ws);
		app.backups.start();
		await app.backups.idle();
		const good = app.backups.state().last;
		trash(await rootPage("phones_hash"));
		const ws = await reopen();
		expect(await phase(ws)).toMatchObject({ phase: "ready" });
		const { backups } = appOf(ws);
		backups.start();
		await backups.idle();
		const { last, trouble, kept } = backups.state();
		expect(trouble?.reason).toMatch(/^backup\.(check-failed|failed)$/);
		expect(last).toEqual(good);
		expect(kept).toHaveLength(1);
		expect((await phase(ws)).notices).toContain(trouble?.reason);
	});

	test("cut short is told", async () => {
		await door.ws.core.stop();
		writeFileSync(path, readFileSync(path).subarray(0, 10_000));
		expect(await phase(await reopen())).toMatchObject({ phase: "broken", reason: "storage.damaged" });
	});
});

describe("what does not fit together", () => {
	test("a file written by a newer program", async () => {
		await door.ws.core.stop();
		const db = openWriter(path);
		db.exec("INSERT INTO migration (name, sha256, applied_at) VALUES ('9999_later.sql', 'x', 0)");
		db.close();
		const ws = await reopen();
		expect(await phase(ws)).toMatchObject({ phase: "broken", reason: "storage.newer-file" });
		expect(await ws.tryCall("session.people", {})).toMatchObject({ error: { code: "version-too-old" } });
	});

	test("a database without its key is not founded over", async () => {
		let saved = false;
		const keys = {
			load: async () => undefined,
			save: async () => {
				saved = true;
			},
		};
		const ws = await reopen({ keys });
		expect(await phase(ws)).toMatchObject({ phase: "broken", reason: "vault.key-missing" });
		expect(saved).toBe(false);
		expect(existsSync(path)).toBe(true);
	});

	test("a clock set back is told, and the log still only goes forward", async () => {
		const before = appOf(door.ws).reader.prepare("SELECT text FROM event ORDER BY pos DESC LIMIT 1").pluck().get();
		const ws = await reopen({ start: door.ws.clock.now - 3 * 86_400_000 });
		expect(await phase(ws)).toMatchObject({ phase: "ready", notices: ["clock.set-back"] });
		const app = appOf(ws);
		const warned = app.events.list([`station:${app.log.identity.dev}`]).at(-1);
		expect(warned?.type).toBe("station.clock_warned");
		const last = JSON.parse(String(before)) as { hlc: string };
		expect((warned?.hlc ?? "") > last.hlc).toBe(true);
	});

	test("a clock a minute behind is nobody's business", async () => {
		expect((await phase(await reopen({ start: door.ws.clock.now - 60_000 }))).notices).toEqual([]);
	});
});
