/** Either side put back from a backup older than what was acknowledged: the archive's database, a workstation's folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDiskFiles } from "../../../archive/server/blobs/disk.ts";
import { restoreBackup } from "../../../db/backup/restore.ts";
import { readMigrations } from "../../../db/migrate.ts";
import { parseRecovery } from "../../../domain/code/recovery.ts";
import { createHttpLine } from "../../../main/adapters/http-line.ts";
import { unlockMaster } from "../../../main/vault/recovery.ts";
import { openFounded, readyOf } from "../../support/door.ts";
import { appOf, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { memoryKeys, openWorkstation, rootDir } from "../../support/memory-workstation.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type BreakablePostgres, startBreakable } from "./support/database.ts";
import { expectWhole, newCode, openShop, type Shop, settle, storedOf, storeOf, textsOf } from "./support/shop.ts";

let database: BreakablePostgres;
let archive: TestArchive;
let brand: string;
let port = 0;
const files = mkdtempSync(join(tmpdir(), "welt-files-"));
const base = () => `http://127.0.0.1:${port}`;

async function serve(): Promise<void> {
	archive = await startArchive(database.url, { files: createDiskFiles(files) });
	port = Number(new URL(await archive.app.listen({ port, host: "127.0.0.1" })).port);
}

beforeAll(async () => {
	database = await startBreakable();
	await serve();
	[brand = ""] = archive.brands;
});
afterAll(async () => {
	await archive?.stop();
	await database?.stop();
	rmSync(files, { recursive: true, force: true });
});

test("the archive's database comes back as it was some days ago: workshops bring it what it acknowledged since", async () => {
	const shops: Shop[] = [];
	for (let n = 0; n < 2; n++) shops.push(await openShop(base(), await newCode(archive.archive, brand)));
	const all = async (work: (shop: Shop) => Promise<unknown>) => {
		for (const shop of shops) await work(shop);
	};
	await all((shop) => shop.takeIn());
	await all((shop) => shop.settle());
	await archive.stop();
	await database.off();
	const putBack = database.copy();
	await database.start();
	await serve();
	await all((shop) => shop.takeIn());
	await all((shop) => shop.settle());
	const before = archive.archive.incarnation;
	await archive.stop();
	await database.off();
	putBack();
	await all((shop) => shop.takeIn());
	await all((shop) => shop.round());
	await database.start();
	await serve();
	// `npm run archive -- restored`, then it is started again.
	await archive.archive.sql.transaction([], (tx) =>
		tx.rows("INSERT INTO incarnation VALUES ($1, $2)", [archive.archive.ids.uuid(), archive.clock.at + 1]),
	);
	await archive.stop();
	await serve();
	expect(archive.archive.incarnation).not.toBe(before);
	for (const shop of shops)
		expect((await storedOf(archive.archive, storeOf(shop))).length).toBeLessThan(textsOf(shop).length);
	for (let round = 0; round < 2; round++) await all((shop) => shop.settle());
	await expectWhole(archive.archive, ...shops);
	await all((shop) => shop.dispose());
});

test("a workstation comes back from its own backup: what it had sent since returns from the archive, it writes on elsewhere", async () => {
	const line = () => createHttpLine(base());
	const door = await openFounded({ line, seed: 390 });
	const lost = readyOf(door);
	await lost.app.sync.enrol(base(), await newCode(archive.archive, brand), "前台");
	receive(lost);
	await settle(lost);
	// The day's own may be under way.
	await lost.app.backups.idle();
	lost.app.backups.start();
	await lost.app.backups.idle();
	const { last } = lost.app.backups.state();
	const since = receive(lost);
	await settle(lost);
	const had = textsOf(lost);
	const { epoch } = lost.app.log.identity;
	await door.ws.core.stop();

	const dir = mkdtempSync(join(tmpdir(), "welt-again-"));
	const to = join(dir, "new");
	const keys = memoryKeys();
	const secret = parseRecovery(door.groups.join(""));
	await restoreBackup({
		...{ from: last?.folder ?? "", to, part: `${to}.part`, stationNumber: 2 },
		shipped: readMigrations(join(rootDir, "db", "migrations")),
		unlock: (locked) => unlockMaster(secret, locked),
		saveKey: (key) => keys.save(key),
		ports: { now: () => lost.clock.now, mono: () => 0, uuid: lost.app.ports.ids.uuid },
	});
	const ws = await openWorkstation({ dir: to, keys, line, seed: 391, start: lost.clock.now });
	const app = appOf(ws);
	const person = lost.staff.clerk;
	const back: ReadyWorkstation = {
		...{ ...ws, app, staff: lost.staff },
		as: (role) => app.session.open({ person, roles: [role] }),
	};
	expect(textsOf(back)).not.toEqual(expect.arrayContaining(had));
	const fresh = receive(back);
	for (let round = 0; round < 2; round++) await settle(back);
	expect(textsOf(back)).toEqual(expect.arrayContaining(had));
	expect(app.log.identity.epoch).toBeGreaterThan(epoch);
	for (const { orderId } of [since, fresh]) expect(app.states.get("order", orderId).state.number).toBeTruthy();
	expect([...textsOf(back)].sort()).toEqual([...(await storedOf(archive.archive, storeOf(back)))].sort());
	expect(app.sync.rows.listHeld()).toEqual([]);
	await expectWhole(archive.archive);
	await ws.core.stop();
	for (const folder of [dir, door.ws.dir, door.backupFolder]) rmSync(folder, { recursive: true, force: true });
});
