/** The feed of an order that moved, as the archive keeps it: begun whatever comes first, proved by verify. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { call, type Device, enrolDevice, newDevice, sendPull, sendPush, signIn } from "../support/writer.ts";

let database: Database;
let archive: TestArchive;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url);
});
afterAll(async () => {
	await archive.stop();
	await database.stop();
});

async function verified(): Promise<unknown[]> {
	return (await verifyArchive(archive.archive)).faults;
}

const sync = async (device: Device) => {
	await sendPush(archive, await signIn(archive, device), device.push(1, device.lines.length));
	await projectAll(archive.archive);
};
const enrolled = async (code: string, store?: string) => {
	const device = newDevice(store);
	await enrolDevice(archive, device, archive.brands.slice(0, 1), code);
	return device;
};

test("begins although the parcel was heard of before the order was: its PCs reach the archive in any order", async () => {
	const counter = await enrolled("81001");
	const bench = await enrolled("81001", counter.store);
	const there = await enrolled("81002");
	const [order, job, item, subject] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
	counter.write({ agg: `subject:${subject}`, type: "subject.registered", body: {} });
	counter.write({ agg: `item:${item}`, type: "item.registered", body: {} });
	const refs = [`item:${item}`, `order:${order}`];
	counter.write({ agg: `job:${job}`, type: "job.received", refs, body: { order, item, subject } });
	const opened = { number: "1", token: "t", subject, jobs: [job] };
	counter.write({ agg: `order:${order}`, type: "order.opened", body: opened });
	bench.write({ agg: `subject:${randomUUID()}`, type: "subject.registered", body: {} });
	const parcel = { parcel: randomUUID(), to: there.store };
	bench.write({ agg: `job:${job}`, type: "job.dispatched", refs: [`order:${order}`], body: parcel });
	const read = async () => sendPull(archive, await signIn(archive, there), `order:${order}`, 0);
	await sync(bench);
	expect((await read()).code).toBe("forbidden");
	await sync(counter);
	const events = (await read()).lines.flatMap((line) => (line.kind === "event" ? [JSON.parse(line.text).type] : []));
	expect(events.sort()).toEqual([
		"item.registered",
		"job.dispatched",
		"job.received",
		"order.opened",
		"subject.registered",
	]);
	const headers = { authorization: `Bearer ${await signIn(archive, there)}` };
	const news = await archive.app.inject({ ...call("orders"), headers });
	expect(news.json()).toMatchObject({ orders: [{ feed: `order:${order}`, n: 5 }], upTo: 1, more: false });
	const after = await archive.app.inject({ method: "GET", url: `${call("orders").url}?after=1`, headers });
	expect(after.json()).toMatchObject({ orders: [], upTo: 1 });
	const hostile = await archive.app.inject({ method: "GET", url: `${call("orders").url}?after=-1`, headers });
	expect(hostile.json()).toMatchObject({ code: "malformed" });
	expect(await verified()).toEqual([]);
});

test("that was changed behind the archive's back is named", async () => {
	const owner = new pg.Client({ connectionString: database.url });
	await owner.connect();
	const found = async (change: string, back: string) => {
		expect((await owner.query(change)).rowCount).toBeGreaterThan(0);
		const faults = await verifyArchive(archive.archive).then((done) => done.faults);
		await owner.query(back);
		return faults.map(({ kind, what }) => `${kind}: ${what}`);
	};
	const made = "the feed is not what the stores' events make of it";
	await owner.query("CREATE TABLE lost AS SELECT * FROM order_event WHERE pos = 2");
	expect(await found("DELETE FROM order_event WHERE pos = 2", "INSERT INTO order_event SELECT * FROM lost")).toEqual(
		expect.arrayContaining(["order: the feed has a gap", `order: ${made}`]),
	);
	const party = "UPDATE order_party SET writes = NOT writes";
	expect(await found(party, party)).toContain(`order: ${made}`);
	const sum = "UPDATE order_feed SET chk = chk";
	expect(await found(`${sum} + 1`, `${sum} - 1`)).toContain("order: the checksum is not that of the feed's events");
	expect(await verified()).toEqual([]);
	await owner.end();
});
