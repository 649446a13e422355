/** Instances of one archive: a device at two of them at once, transactions that wait for each other, hints about one's own feeds only. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hint } from "../../../archive/protocol/live.ts";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { systemTimers } from "../../../main/adapters/ports.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { call, enrolDevice, newDevice, sendPush, signIn } from "../support/writer.ts";
import { storedOf } from "./support/shop.ts";

let database: Database;
let archive: TestArchive;
let base: string;
beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url, { timers: systemTimers });
	base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
	await archive?.stop();
	await database?.stop();
});

let codes = 44_000;
async function workshop(brand = "") {
	const device = newDevice();
	await enrolDevice(archive, device, [brand], String(++codes));
	return { device, token: await signIn(archive, device) };
}

/** What is heard until `feed` stands at `n`. */
async function heardUntil(token: string, feed: string, n: number): Promise<string[]> {
	const answer = await fetch(`${base}/v1/live`, { headers: { authorization: `Bearer ${token}` } });
	const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
	const decoder = new TextDecoder();
	const feeds: string[] = [];
	for (let text = "", found = false; !found; ) {
		const { value, done } = await reader.read();
		if (done) break;
		const blocks = (text + decoder.decode(value, { stream: true })).split("\n\n");
		text = blocks.pop() ?? "";
		const hints = blocks.flatMap((block) =>
			block.startsWith("data: ") ? [hint.parse(JSON.parse(block.slice(6)))] : [],
		);
		feeds.push(...hints.map((one) => one.feed));
		found = hints.some((one) => one.feed === feed && one.n === n);
	}
	await reader.cancel();
	return feeds;
}

test("a device whose events reach two instances at once, in pieces and out of step, has each of them once", async () => {
	const second = await startArchive(database.url);
	const { device, token } = await workshop(archive.brands[0]);
	for (let n = 0; n < 40; n++) device.write();
	const pieces = Array.from({ length: 10 }, (_, n) => [n * 4 + 1, n * 4 + 4] as const);
	/** Again from the start until the last piece is in: a gap says where it is. */
	const carry = async (to: TestArchive) => {
		for (let at = 0; at < pieces.length; ) {
			const [from, upTo] = pieces[at] ?? [1, 4];
			const { statusCode } = await sendPush(to, token, device.push(from, upTo));
			expect([200, 409]).toContain(statusCode);
			at = statusCode === 200 ? at + 1 : 0;
		}
	};
	await Promise.all([carry(archive), carry(second), carry(second), carry(archive)]);
	expect(await storedOf(archive.archive, device.store)).toEqual(device.lines.map(({ text }) => text));
	await second.stop();
});

test("two transactions that wait for each other: the database ends one, which is done again from its start", async () => {
	const [a, b] = archive.brands;
	let begun = 0;
	let both: () => void = () => undefined;
	const met = new Promise<void>((done) => {
		both = done;
	});
	const rename = (first: string | undefined, then: string | undefined) =>
		archive.archive.sql.transaction([], async (tx) => {
			begun += 1;
			await tx.rows("UPDATE brand SET name = name || '·' WHERE id = $1", [first]);
			if (begun === 2) both();
			await met;
			await tx.rows("UPDATE brand SET name = name || '·' WHERE id = $1", [then]);
		});
	await Promise.all([rename(a, b), rename(b, a)]);
	expect(begun).toBe(3);
	const names = await archive.archive.sql.transaction([], (tx) =>
		tx.rows<{ name: string }>("SELECT name FROM brand WHERE id = ANY ($1) ORDER BY name", [[a, b]]),
	);
	expect(names.map(({ name }) => name)).toEqual(["品牌1··", "品牌2··"]);
});

test("a store that follows another brand's item hears of its own feed, and of nothing else", async () => {
	const [a, b] = [await workshop(archive.brands[0]), await workshop(archive.brands[1])];
	const item = randomUUID();
	a.device.write({ agg: `item:${item}`, type: "item.code_added", body: { kind: "serial", value: "S-LIVE" } });
	await sendPush(archive, a.token, a.device.push(1, 1));
	await projectAll(archive.archive);
	const feeds = [`item:${item}`, `store:${a.device.store}`];
	const headers = { authorization: `Bearer ${b.token}` };
	expect((await archive.app.inject({ ...call("interest"), headers, payload: { feeds } })).statusCode).toBe(200);
	b.device.write();
	await sendPush(archive, b.token, b.device.push(1, 1));
	const own = `store:${b.device.store}`;
	expect(new Set(await heardUntil(b.token, own, 1))).toEqual(new Set([own]));
	const [hers] = [await heardUntil(a.token, `store:${a.device.store}`, 1)];
	expect(hers).not.toContain(own);
});
