/** The archive's process ends by SIGKILL in the middle of a push, a pull, a picture; another starts on the same database. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBlobTransfers } from "../../../db/queries/exchange/blob-transfers.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { takePhoto } from "../support/quoted.ts";
import { type ArchiveProcess, startProcess } from "./support/process.ts";
import { type FaultyLine, startProxy } from "./support/proxy.ts";
import { openShop, type Shop, storeOf, textsOf } from "./support/shop.ts";

let database: Database;
let archive: ArchiveProcess;
let proxy: FaultyLine;
let owner: pg.Client;
let shop: Shop;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startProcess(database.url);
	proxy = await startProxy(archive.url);
	owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	const { code } = await archive.act("code", "--store=41001", "--name=样板店", `--brand=${archive.brand}`);
	shop = await openShop(proxy.url, String(code));
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	await shop?.dispose();
	await owner?.end();
	await proxy?.close();
	await archive?.stop();
	await database?.stop();
});

/** The round that runs into it, the counter meanwhile, and a new process. */
async function endsAt(path: string, of: "request" | "answer", after: number): Promise<void> {
	let killed: Promise<void> | undefined;
	const kill = () => {
		killed = archive.kill();
	};
	proxy.fault = (request) => {
		if (killed || !request.includes(path)) return undefined;
		return { how: "cut", of, after, met: kill };
	};
	await shop.round();
	expect(killed, `${path} ${of} ${after}`).toBeDefined();
	await killed;
	await whileDown();
}

async function whileDown(): Promise<void> {
	expect(shop.app.sync.engine.state().line).toBe("unreachable");
	const waiting = shop.app.sync.rows.countWaiting();
	await shop.takeIn();
	await shop.round();
	expect(shop.app.sync.engine.state()).toMatchObject({ line: "unreachable", reason: null });
	expect(shop.app.sync.rows.countWaiting()).toBeGreaterThan(waiting);
	await archive.start();
	await shop.settle();
}

async function expectWhole(): Promise<void> {
	const stored = await owner.query<{ text: string }>("SELECT text FROM event WHERE store = $1 ORDER BY pos", [
		storeOf(shop),
	]);
	expect(stored.rows.map(({ text }) => text)).toEqual(textsOf(shop));
	expect(await archive.act("verify")).toMatchObject({ faults: 0 });
}

test("in mid-push, before, in the middle and after: what was acknowledged is there, the rest comes, once", async () => {
	for (const [of, after] of [
		["request", 900],
		["answer", 0],
		["answer", 200],
	] as const) {
		await shop.takeIn();
		await endsAt("/v1/push", of, after);
	}
	await expectWhole();
});

test("in the middle of the push's own transaction, its locks held", async () => {
	await shop.takeIn();
	await owner.query("BEGIN; LOCK TABLE store_feed IN ACCESS EXCLUSIVE MODE");
	const round = shop.round();
	const waits = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%store_feed%'";
	const look = new pg.Client({ connectionString: database.url });
	await look.connect();
	while ((await look.query(waits)).rowCount === 0);
	await archive.kill();
	await owner.query("ROLLBACK");
	await look.end();
	await round;
	await whileDown();
	await expectWhole();
});

test("in mid-pull and while a picture goes up: each goes on", async () => {
	await endsAt("/v1/pull", "answer", 150);
	const order = await shop.takeIn();
	takePhoto(shop, order, "before", randomBytes(1_500_000));
	const { sha } = shop.app.writer
		.prepare("SELECT sha FROM blob_transfer WHERE state = 'up' ORDER BY sha LIMIT 1")
		.get() as { sha: string };
	await endsAt("/upload/", "request", 700_000);
	const transfers = createBlobTransfers(shop.app.writer);
	for (let tries = 0; transfers.find(sha)?.state !== "sent"; tries++) {
		expect(tries).toBeLessThan(10);
		shop.clock.pass(3_600_000);
		await shop.round();
	}
	await shop.settle();
	await expectWhole();
});
