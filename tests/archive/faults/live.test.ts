/** Hints are about one's own feeds: following another brand's item, or reading the clock wrong by years, changes nothing. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hint } from "../../../archive/protocol/live.ts";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { call, enrolDevice, newDevice, sendPush, signIn } from "../support/writer.ts";

let database: Database;
let archive: TestArchive;
let base: string;
beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url, {
		timers: {
			after(ms, run) {
				const timer = setTimeout(run, ms);
				return () => clearTimeout(timer);
			},
		},
	});
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
