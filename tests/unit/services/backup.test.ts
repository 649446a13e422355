import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expiredBackups } from "../../../db/backup/rotate.ts";
import { verifyBackup } from "../../../db/backup/verify.ts";
import { type Founded, finishBackup, openFounded } from "../../support/door.ts";
import { appOf } from "../../support/fixtures.ts";

let door: Founded;
beforeEach(async () => {
	door = await openFounded();
});
afterEach(async () => {
	await door.ws.dispose();
	rmSync(door.backupFolder, { recursive: true, force: true });
});

const hour = 3_600_000;
const day = 24 * hour;
const backups = () => readdirSync(door.backupFolder).filter((name) => name.startsWith("welt-"));
const state = () => door.ws.call("backup.state", {});
const notices = async () => (await door.ws.call("workstation.state", {})).notices;

async function backUp(): Promise<string> {
	const { backups: desk } = appOf(door.ws);
	desk.start();
	await desk.idle();
	const { last, trouble } = desk.state();
	if (!last) throw new Error(JSON.stringify(trouble));
	return last.folder;
}

/** A stored picture, as a drop-off's photo. */
function storePhoto(seed: number): string {
	const app = appOf(door.ws);
	const bytes = Buffer.alloc(50_000, seed);
	return app.blobs.put(`order:${app.ports.ids.uuid()}`, "image/jpeg", "before", bytes, app.ports.clock.now()).sha;
}

describe("a backup", () => {
	test("is a folder that proves itself: database, photos, locked key, list of hashes", async () => {
		const sha = storePhoto(1);
		const dir = await backUp();
		expect(backups()).toEqual(["welt-01234-20261121-100000"]);
		expect(readdirSync(dir).sort()).toEqual(["blobs", "manifest.json", "recovery.json", "welt.db"]);
		expect(existsSync(join(dir, "blobs", sha.slice(0, 2), sha))).toBe(true);
		const manifest = verifyBackup(dir);
		expect(manifest).toMatchObject({ store: { code: "01234" }, epoch: 1, stations: [1] });
		expect(readdirSync(door.backupFolder).filter((name) => name.endsWith(".part"))).toEqual([]);
		const app = appOf(door.ws);
		expect(app.events.list([`station:${app.log.identity.dev}`]).at(-1)).toMatchObject({
			type: "station.backed_up",
			body: { rows: manifest.events, blobs: 1, verified: true },
		});
		expect(await state()).toMatchObject({ hasSheet: true, running: null, trouble: null, last: { photos: 1 } });
	});

	test("holds no key and no name in the clear", async () => {
		const dir = await backUp();
		const key = await door.ws.keys.load();
		const told = readFileSync(join(dir, "recovery.json"), "utf8") + readFileSync(join(dir, "manifest.json"), "utf8");
		expect(told).not.toContain(Buffer.from(key ?? []).toString("base64"));
		expect(readFileSync(join(dir, "welt.db")).includes(Buffer.from(key ?? []))).toBe(false);
	});

	test("shares photos with the one before where the disk can", async () => {
		const sha = storePhoto(2);
		const place = join("blobs", sha.slice(0, 2), sha);
		const first = await backUp();
		door.ws.clock.pass(hour);
		const second = await backUp();
		expect(statSync(join(second, place)).ino).toBe(statSync(join(first, place)).ino);
		rmSync(first, { recursive: true });
		expect(() => verifyBackup(second)).not.toThrow();
	});

	test("fails its check when a byte of any file changed, one is missing, or the list is cut", async () => {
		const sha = storePhoto(3);
		const dir = await backUp();
		const places = ["welt.db", "recovery.json", join("blobs", sha.slice(0, 2), sha)];
		for (const place of places) {
			const path = join(dir, place);
			const whole = readFileSync(path);
			const changed = Buffer.from(whole);
			changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
			writeFileSync(path, changed);
			expect(() => verifyBackup(dir), place).toThrow("backup.check-failed");
			rmSync(path);
			expect(() => verifyBackup(dir), place).toThrow("backup.check-failed");
			writeFileSync(path, whole);
		}
		expect(() => verifyBackup(dir)).not.toThrow();
		const list = join(dir, "manifest.json");
		writeFileSync(list, readFileSync(list).subarray(0, -10));
		expect(() => verifyBackup(dir)).toThrow("restore.manifest-damaged");
	});

	test("says which photos it could not find, and is good without them", async () => {
		const sha = storePhoto(4);
		rmSync(appOf(door.ws).blobs.path(sha));
		await backUp();
		expect(await state()).toMatchObject({ last: { photos: 0 }, trouble: { reason: "backup.photos-missing" } });
		expect(await notices()).toEqual(["backup.photos-missing"]);
	});
});

describe("by itself", () => {
	test("soon after the start, then once a day, also after a restart", async () => {
		door.ws.clock.pass(60_000);
		await finishBackup(door.ws);
		expect(backups()).toHaveLength(1);
		door.ws.clock.pass(hour);
		await finishBackup(door.ws);
		expect(backups()).toHaveLength(1);
		for (let n = 0; n < 24; n++) door.ws.clock.pass(hour);
		await finishBackup(door.ws);
		expect(backups()).toHaveLength(2);
		door.ws = await door.ws.restart();
		door.ws.clock.pass(60_000);
		await finishBackup(door.ws);
		expect(backups()).toHaveLength(2);
	});

	test("a stick that is not there is never written to, and after three days every screen says so", async () => {
		const away = `${door.backupFolder}-away`;
		renameSync(door.backupFolder, away);
		mkdirSync(door.backupFolder);
		door.ws.clock.pass(60_000);
		expect(await notices()).toEqual(["backup.folder-missing"]);
		expect(await door.ws.tryCall("session.people", {})).toMatchObject({ ok: true });
		expect(readdirSync(door.backupFolder)).toEqual([]);
		rmSync(door.backupFolder, { recursive: true });
		renameSync(away, door.backupFolder);
		door.ws.clock.pass(hour);
		await finishBackup(door.ws);
		expect(await notices()).toEqual([]);
	});

	test("three days without a good one are a notice", async () => {
		await backUp();
		door.ws = await door.ws.restart();
		door.ws.clock.now += 3 * day + 1;
		appOf(door.ws).backups.judge();
		expect(await notices()).toContain("backup.stale");
	});
});

describe("from the settings", () => {
	test("one at a time, and it can be cancelled without leaving half a backup", async () => {
		await door.ws.call("backup.start", {});
		expect(await door.ws.tryCall("backup.start", {})).toMatchObject({ error: { reason: "backup.running" } });
		expect((await state()).running).toMatchObject({ part: expect.any(String) });
		await door.ws.call("backup.cancel", {});
		expect(await state()).toMatchObject({ running: null, last: null, trouble: null });
		expect(backups()).toEqual([]);
		await backUp();
		expect(backups()).toHaveLength(1);
	});

	test("a folder that cannot be written is refused with its reason, the old one stays", async () => {
		const file = join(door.backupFolder, "file");
		writeFileSync(file, "");
		const before = (await state()).folder;
		expect(await door.ws.tryCall("backup.setFolder", { folder: join(file, "deeper") })).toMatchObject({
			error: { reason: "backup.folder-not-a-folder" },
		});
		expect((await state()).folder).toBe(before);
		const other = mkdtempSync(join(tmpdir(), "welt-other-"));
		await door.ws.call("backup.setFolder", { folder: join(other, "new") });
		expect((await state()).folder).toBe(join(other, "new"));
		await backUp();
		rmSync(other, { recursive: true });
	});

	test("a new recovery sheet counts once it was read back", async () => {
		const sheet = await door.ws.call("backup.drawSheet", {});
		const recover = (groups: string[]) =>
			door.ws.tryCall("session.recover", { code: groups.join(""), person: door.manager, pin: "80462" });
		expect(await recover(sheet.groups)).toMatchObject({ error: { reason: "recovery.wrong-sheet" } });
		expect(await door.ws.tryCall("backup.confirmSheet", { text: "ABCDE" })).toMatchObject({
			error: { reason: "recovery.check-wrong" },
		});
		await door.ws.call("backup.confirmSheet", { text: sheet.groups[sheet.ask - 1] ?? "" });
		expect(await recover(door.groups)).toMatchObject({ error: { reason: "recovery.wrong-sheet" } });
		expect(await recover(sheet.groups)).toMatchObject({ ok: true });
	});
});

describe("rotation", () => {
	const made = (days: number) => ({ madeAt: Date.parse("2026-11-21T02:00:00Z") - days * day });
	const now = made(0).madeAt;

	test("keeps a daily one for a week, a weekly one to 35 days, nothing older", () => {
		const all = Array.from({ length: 60 }, (_, days) => made(days));
		const gone = new Set(expiredBackups(all, now));
		const kept = all.filter((backup) => !gone.has(backup)).map((b) => Math.round((now - b.madeAt) / day));
		expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(kept.length).toBeGreaterThanOrEqual(10);
		expect(kept.length).toBeLessThanOrEqual(12);
		expect(Math.max(...kept)).toBeLessThan(35);
	});

	test("day after day, weekly ones really grow old", () => {
		let kept: { madeAt: number }[] = [];
		for (let today = 90; today >= 0; today--) {
			kept = [made(today), ...kept];
			const gone = new Set(expiredBackups(kept, made(today).madeAt));
			kept = kept.filter((backup) => !gone.has(backup));
		}
		const ages = kept.map((b) => Math.round((now - b.madeAt) / day));
		expect(Math.max(...ages)).toBeGreaterThan(20);
		expect(Math.max(...ages)).toBeLessThan(35);
		expect(ages.filter((age) => age >= 7).length).toBeGreaterThanOrEqual(3);
	});

	test("the newest stays, however old", () => {
		expect(expiredBackups([made(100), made(101)], now)).toEqual([made(101)]);
	});
});
