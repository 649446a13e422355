/** Backup → new empty folder → restore: the same rows and photos, a new epoch, another station number. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyDatabase } from "../../db/backup/verify.ts";
import { openReader, type Reader } from "../../db/open.ts";
import { orderEvents } from "../../domain/order/order.ts";
import { createKeyFile } from "../../main/adapters/key-file.ts";
import { type Founded, managerPin, openFounded, readyOf } from "../support/door.ts";
import { appOf, type Received, receive } from "../support/fixtures.ts";
import { openWorkstation, rootDir } from "../support/memory-workstation.ts";
import { finish } from "../support/orders/finished.ts";

let door: Founded;
let received: Received;
let photo: string;
let target: string;
let events: number;
/** Every row as it was when the backup began. */
let before: Record<string, unknown[]>;
beforeEach(async () => {
	door = await openFounded();
	const ready = readyOf(door);
	received = receive(ready, { jobs: 2 });
	for (const jobId of received.jobIds) finish(ready, jobId);
	const app = appOf(door.ws);
	photo = app.blobs.put(`order:${received.orderId}`, "image/jpeg", "before", Buffer.alloc(40_000, 7), 0).sha;
	app.log.append(door.manager, [
		orderEvents["order.signed"].make(
			`order:${received.orderId}`,
			{ what: "intake", how: "screen" },
			{ blobs: [app.blobs.ref(photo)] },
		),
	]);
	events = app.reader.prepare("SELECT COUNT(*) FROM event").pluck().get() as number;
	before = rowsOf(app.reader);
	app.backups.start();
	await app.backups.idle();
	target = join(mkdtempSync(join(tmpdir(), "welt-restore-")), "new");
});
afterEach(async () => {
	await door.ws.dispose();
	for (const dir of [door.backupFolder, join(target, "..")]) rmSync(dir, { recursive: true, force: true });
});

const backupDir = () => {
	const { last } = appOf(door.ws).backups.state();
	if (!last) throw new Error("no backup");
	return last.folder;
};

type Ran = { code: number | null; out: string; err: string };

/** `npm run restore -- …` as a person runs it; `answers` are typed into it. */
function restore(args: readonly string[], answers = ""): Promise<Ran> {
	const child = spawn(process.execPath, [join(rootDir, "main", "loopback", "restore.ts"), ...args]);
	let out = "";
	let err = "";
	child.stdout.on("data", (part) => {
		out += String(part);
	});
	child.stderr.on("data", (part) => {
		err += String(part);
	});
	child.stdin.end(answers);
	return new Promise((done) => child.once("close", (code) => done({ code, out, err })));
}
const options = (more: Record<string, string> = {}) =>
	Object.entries({ from: door.backupFolder, data: target, code: door.groups.join(""), ...more }).map(
		([name, value]) => `--${name}=${value}`,
	);

/** Every row of every table, but for what a restore is meant to change. */
function rowsOf(db: Reader): Record<string, unknown[]> {
	const tables = db
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
		.pluck()
		.all() as string[];
	const where: Record<string, string> = {
		event: `WHERE pos <= ${events}`,
		chain: "WHERE epoch = 1",
		aggregate: "WHERE agg NOT LIKE 'station:%'",
		settings: "WHERE name NOT IN ('identity', 'backup')",
	};
	return Object.fromEntries(
		tables.map((name) => [
			name,
			db
				.prepare(`SELECT * FROM ${name} ${where[name] ?? ""}`)
				.raw()
				.all(),
		]),
	);
}

describe("npm run restore", () => {
	test("gives the same rows and photos, opens the next epoch under a new number, and the log goes on", async () => {
		const ran = await restore(options());
		expect(ran.err).toContain("恢复完成");
		expect(JSON.parse(ran.out)).toEqual({ restored: true, data: target, events, photos: 1, epoch: 2 });

		const db = openReader(join(target, "welt.db"));
		expect(rowsOf(db)).toEqual(before);
		db.close();
		const place = join("blobs", photo.slice(0, 2), photo);
		expect(readFileSync(join(target, place)).equals(readFileSync(join(door.ws.dir, place)))).toBe(true);
		expect(await createKeyFile(target).load()).toEqual(new Uint8Array((await door.ws.keys.load()) ?? []));

		const ws = await openWorkstation({ dir: target, keys: createKeyFile(target), seed: 50, start: Date.now() });
		const app = appOf(ws);
		const { dev } = app.log.identity;
		expect(app.log.identity).toMatchObject({ ...appOf(door.ws).log.identity, epoch: 2 });
		expect(app.events.list([`station:${dev}`]).at(-1)).toMatchObject({
			type: "station.opened",
			epoch: 2,
			seq: 1,
			prev: "0".repeat(64),
			body: { number: 2, restoredFrom: door.ws.clock.now },
		});
		expect(app.states.get("station", dev).state).toMatchObject({ number: 2, epoch: 2, label: "前台" });
		expect(app.directory.find(received.subjectId)?.name).toBe("张晓雯");
		expect(app.blobs.read(photo).bytes.equals(Buffer.alloc(40_000, 7))).toBe(true);
		await ws.call("session.signIn", { person: door.manager, pin: managerPin });
		const { version } = await ws.call("store.get", {});
		await ws.call("store.set", { version, changes: { phone: "021-1" } });
		await ws.core.stop();
		verifyDatabase(join(target, "welt.db"), events + 2);
		await ws.dispose();
	});

	test("asks for what was left out, and takes the code as it stands on the sheet", async () => {
		const answers = `${target}\n${door.groups.join(" ").toLowerCase()}\n\n`;
		const ran = await restore([`--from=${backupDir()}`], answers);
		expect(ran.code, ran.err).toBe(0);
		expect(ran.err).toContain("沿条维修中心");
		expect(existsSync(join(target, "welt.db"))).toBe(true);
	});

	test("refuses and leaves nothing: wrong sheet, mistyped group, used number, folder that is not empty, no backup", async () => {
		const refused = async (more: Record<string, string>, reason: string) => {
			const ran = await restore(options(more));
			expect(ran.code, reason).toBe(1);
			expect(ran.err).toContain(reason);
			expect(ran.out).toBe("");
		};
		const other = await openFounded({ seed: 8 });
		await refused({ code: other.groups.join("") }, "restore.wrong-sheet");
		await other.ws.dispose();
		rmSync(other.backupFolder, { recursive: true, force: true });
		await refused({ code: door.groups.join("").replace(/^./, "8").replace(/^8(.)/, "$1$1") }, "recovery.group");
		await refused({ station: "1" }, "restore.station-used");
		await refused({ from: join(target, "..") }, "restore.no-manifest");
		expect(readdirSync(join(target, ".."))).toEqual([]);
		mkdirSync(target);
		writeFileSync(join(target, "something"), "");
		await refused({}, "restore.not-empty");
		expect(readdirSync(target)).toEqual(["something"]);
	});

	test("refuses a backup with a damaged photo or database before it writes anything", async () => {
		for (const place of ["welt.db", join("blobs", photo.slice(0, 2), photo)]) {
			const path = join(backupDir(), place);
			const whole = readFileSync(path);
			writeFileSync(path, Buffer.concat([whole.subarray(0, 5000), Buffer.from("damage"), whole.subarray(5006)]));
			const ran = await restore(options());
			expect(ran.err).toContain("backup.check-failed");
			expect(existsSync(target)).toBe(false);
			writeFileSync(path, whole);
		}
	});
});

test("what the lost PC still had to print waits for a person instead of coming out twice", async () => {
	const app = appOf(door.ws);
	const add = app.writer.prepare(
		"INSERT INTO print_journal (id, seq, printer_id, kind, subject, title, state, tries, asked_at, changed_at, not_before) VALUES (?, ?, 'p', 'slip', 'order:x', '', ?, 0, 0, 0, 0)",
	);
	for (const [at, state] of ["queued", "sending", "sent"].entries()) add.run(`j${at}`, 1000 + at, state);
	app.backups.start();
	await app.backups.idle();
	expect((await restore(options({ from: backupDir() }))).code).toBe(0);
	const db = openReader(join(target, "welt.db"));
	expect(db.prepare("SELECT state FROM print_journal WHERE seq >= 1000 ORDER BY seq").pluck().all()).toEqual([
		"unknown",
		"unknown",
		"sent",
	]);
	db.close();
});
