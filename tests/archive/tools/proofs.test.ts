/** What a workstation keeps of the archive's signatures holds against an archive that lost, or changed, what it had signed. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rootStatement } from "../../../archive/protocol/statement.ts";
import type { Proofs } from "../../../archive/protocol/trust/proofs.ts";
import { makeRoots } from "../../../archive/server/receipts/roots.ts";
import { readProofs } from "../../../archive/server/verify/proofs.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { receive } from "../../support/fixtures.ts";
import { refusals } from "../../support/refusal.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

let database: Database;
let archive: TestArchive;
let shop: Workshop;
let owner: pg.Client;
const refused = refusals(() => shop);

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
	shop = await openWorkshop(archive, "徐汇店");
	archive.clock.at = shop.clock.now;
	owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
});
afterAll(async () => {
	await owner.end();
	await shop?.dispose();
	await archive.stop();
	await database.stop();
});

/** The file a manager exports. */
async function exported(): Promise<Proofs> {
	shop.as("manager");
	const { handle } = await shop.call("sync.proofs", {});
	const file = await shop.core.readMedia(handle, { host: "memory", client: "test" });
	return readProofs(file.ok ? Buffer.from(file.value.bytes).toString("utf8") : "");
}

/** A round after which the day's roots were asked for again. */
async function later(): Promise<void> {
	shop.clock.pass(7 * 3_600_000);
	await shop.sync();
}

async function faults(kept: Proofs): Promise<string[]> {
	const { faults } = await verifyArchive(archive.archive, () => undefined, kept);
	return faults.map(({ kind, what }) => `${kind}: ${what}`);
}

test("receipts and daily roots are kept, counted, exported, and hold", async () => {
	receive(shop);
	await shop.sync();
	await makeRoots(archive.archive);
	await later();
	const kept = await exported();
	const { dev, epoch } = shop.app.log.identity;
	const [chain] = shop.app.sync.rows.chains().filter((each) => each.dev === dev);
	expect(kept.receipts).toMatchObject([{ dev, epoch, seq: chain?.acked, arch: archive.archive.incarnation }]);
	expect(kept.roots).toHaveLength(1);
	expect((await shop.call("sync.status", {})).proofs).toEqual({ receipts: 1, roots: 1 });
	const { faults, looked } = await verifyArchive(archive.archive, () => undefined, kept);
	expect(faults).toEqual([]);
	expect(looked.proofs).toBe(2);
});

test("a file that was changed, or is none, proves nothing", async () => {
	const kept = await exported();
	const [receipt] = kept.receipts;
	if (!receipt) throw new Error("no receipt");
	expect(await faults({ ...kept, receipts: [{ ...receipt, at: receipt.at + 1 }] })).toEqual([
		"receipt: the signature is not this archive's",
	]);
	expect(() => readProofs(JSON.stringify({ ...kept, receipts: [{ ...receipt, seq: -1 }] }))).toThrow("--file");
	shop.as("clerk");
	expect(await refused("sync.proofs", {})).toMatchObject({ code: "forbidden" });
});

test("an archive that lost what it had acknowledged is told by its own signature, and gets it again", async () => {
	const tables = ["event", "chain_head", "store_feed", "signed_head"];
	for (const table of tables) await owner.query(`CREATE TABLE before_${table} AS SELECT * FROM ${table}`);
	receive(shop);
	await shop.sync();
	const kept = await exported();
	for (const table of tables) await owner.query(`DELETE FROM ${table}`);
	for (const table of tables) await owner.query(`INSERT INTO ${table} SELECT * FROM before_${table}`);
	expect(await faults(kept)).toContain("receipt: it was acknowledged and is not here");
	expect(shop.app.notices).not.toContain("sync.archive-lost");
	receive(shop);
	await shop.sync();
	expect(shop.app.notices).toContain("sync.archive-lost");
	expect((await faults(kept)).filter((fault) => fault.startsWith("receipt"))).toEqual([]);
});

test("a day that is signed a second time is told; the first one stands", async () => {
	const kept = await exported();
	const [first] = kept.roots;
	if (!first) throw new Error("no root");
	const other = "0".repeat(64);
	const sig = archive.archive.signer.sign(rootStatement(first.arch, first.day, other));
	await owner.query("UPDATE daily_root SET root = $1, sig = $2 WHERE day = $3 AND brand = $4", [
		...[other, sig, first.day, first.brand],
	]);
	expect(shop.app.notices).not.toContain("sync.root-differs");
	await later();
	expect(shop.app.notices).toContain("sync.root-differs");
	expect((await exported()).roots).toEqual(kept.roots);
	expect(await faults(kept)).toContain("root: the workstation was given another root for that day");
});
