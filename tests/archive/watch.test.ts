/** What can be seen of a running archive: health, figures, hints as they come, and each day's signed root. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hint } from "../../archive/protocol/live.ts";
import { rootStatement } from "../../archive/protocol/statement.ts";
import { rootsAnswer } from "../../archive/protocol/trust/roots.ts";
import { isUnder, merklePath, merkleRoot } from "../../archive/server/receipts/merkle.ts";
import { headLeaf, leavesOf, makeRoots } from "../../archive/server/receipts/roots.ts";
import { publish } from "../../archive/server/reference/publish.ts";
import { openPg } from "../../archive/server/sql/pg.ts";
import { signatureHolds } from "../../archive/signing/curves.ts";
import { systemTimers } from "../../main/adapters/ports.ts";
import { startArchive, type TestArchive } from "./support/archive.ts";
import { type Database, startPostgres } from "./support/postgres.ts";
import { enrolDevice, newDevice, sendPush, signIn } from "./support/writer.ts";

let database: Database;
let archive: TestArchive;
let base: string;
let codes = 70_000;

beforeAll(async () => {
	database = await startPostgres();
	archive = await startArchive(database.url, { timers: systemTimers });
	base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
	await archive.stop();
	await database.stop();
});

async function workshop(brand = archive.brands[0] ?? "") {
	const device = newDevice();
	await enrolDevice(archive, device, [brand], String(++codes));
	return { device, token: await signIn(archive, device) };
}

const get = (path: string, token = "") => fetch(`${base}${path}`, { headers: { authorization: `Bearer ${token}` } });

/** Hints as they come, until one is about `feed` at `n`. */
async function hintsUntil(answer: Response, feed: string, n: number) {
	const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
	const decoder = new TextDecoder();
	const seen: { feed: string; n: number }[] = [];
	for (let text = ""; !seen.some((one) => one.feed === feed && one.n === n); ) {
		const { value, done } = await reader.read();
		if (done) break;
		text += decoder.decode(value, { stream: true });
		const blocks = text.split("\n\n");
		text = blocks.pop() ?? "";
		for (const block of blocks) if (block.startsWith("data: ")) seen.push(hint.parse(JSON.parse(block.slice(6))));
	}
	await reader.cancel();
	return seen;
}

describe("hints", () => {
	test("come when the store's own feed or an item it follows grew, and about nobody else's", async () => {
		const [mine, other] = [await workshop(), await workshop()];
		const item = randomUUID();
		await archive.app.inject({
			method: "PUT",
			url: "/v1/interest",
			headers: { authorization: `Bearer ${mine.token}` },
			payload: { feeds: [`item:${item}`] },
		});
		const listening = await get("/v1/live", mine.token);
		expect(listening.headers.get("content-type")).toBe("text/event-stream");
		other.device.write({ agg: `item:${item}`, type: "item.code_added", body: { kind: "serial", value: "S-9" } });
		other.device.write();
		await sendPush(archive, other.token, other.device.push(1, 2));
		mine.device.write();
		await sendPush(archive, mine.token, mine.device.push(1, 1));
		const own = `store:${mine.device.store}`;
		const seen = await hintsUntil(listening, `item:${item}`, 1);
		const rest = seen.some(({ feed }) => feed === own)
			? []
			: await hintsUntil(await get("/v1/live", mine.token), own, 1);
		expect(new Set([...seen, ...rest].map(({ feed }) => feed))).toEqual(new Set([own, `item:${item}`]));
	});

	test("come when the brand's head office published something, and about nobody else's", async () => {
		const [mine = "", other = ""] = archive.brands;
		const { token } = await workshop(mine);
		const listening = await get("/v1/live", token);
		const value = (name: string) => {
			return { version: "2026.1", stores: [{ code: "10001", name, address: "", phone: "" }] };
		};
		const publishTo = (brand: string, name: string) =>
			publish(archive.archive, { brand, kind: "stores", value: value(name), effectiveFrom: 0 });
		await publishTo(other, "别家店");
		await publishTo(mine, "本家店");
		const seen = await hintsUntil(listening, `ref:${mine}`, 1);
		expect(seen.filter(({ feed }) => feed.startsWith("ref:"))).toEqual([{ feed: `ref:${mine}`, n: 1 }]);
	});

	test("are for devices that are enrolled and not revoked", async () => {
		const { device, token } = await workshop();
		expect((await get("/v1/live")).status).toBe(401);
		await archive.archive.sql.transaction([], (tx) =>
			tx.rows("UPDATE device SET revoked_at = 1 WHERE id = $1", [device.dev]),
		);
		expect((await get("/v1/live", token)).status).toBe(403);
	});
});

describe("figures", () => {
	test("count pushes, events, refusals, answers, lag and connections, and name nobody", async () => {
		const { device, token } = await workshop();
		device.write();
		device.write({ brand: randomUUID() });
		await sendPush(archive, token, device.push(1, 2));
		await get("/v1/pull?f=store:nobody", token);
		const text = await (await get("/metrics")).text();
		for (const line of [
			/^welt_pushes_total [1-9]/m,
			/^welt_events_total\{out="accepted"\} [1-9]/m,
			/^welt_events_total\{out="quarantined"\} [1-9]/m,
			/^welt_refusals_total\{code="malformed"\} [1-9]/m,
			/^welt_answer_seconds_count\{route="\/v1\/push",status="200"\} [1-9]/m,
			/^welt_projection_lag_events \d/m,
			/^welt_pool_connections\{state="idle"\} \d/m,
			/^welt_listeners \d/m,
		]) {
			expect(text).toMatch(line);
		}
		for (const secret of [device.store, device.dev, token]) expect(text).not.toContain(secret);
	});

	test("say that it is ready only while it reaches its database", async () => {
		expect((await get("/health")).status).toBe(200);
		expect((await get("/health/ready")).status).toBe(200);
		const lame = await startArchive(database.url, { sql: openPg(database.url) });
		await lame.archive.sql.close();
		expect((await lame.app.inject("/health")).statusCode).toBe(200);
		expect((await lame.app.inject("/health/ready")).statusCode).toBe(503);
		await lame.app.close();
	});
});

describe("a daily root", () => {
	test("covers every chain of its brand, is signed, made once, and seen by that brand alone", async () => {
		const [first = "", second = ""] = archive.brands;
		const [near, stranger] = [await workshop(first), await workshop(second)];
		for (const { device, token } of [near, stranger]) {
			device.write();
			await sendPush(archive, token, device.push(1, 1));
		}
		archive.clock.at += 3 * 86_400_000;
		await Promise.all([makeRoots(archive.archive), makeRoots(archive.archive)]);
		await makeRoots(archive.archive);
		// Tokens of three days ago are good no more.
		const token = await signIn(archive, near.device);
		const { roots } = rootsAnswer.parse(await (await get("/v1/roots", token)).json());
		const day = new Date(archive.clock.at - 86_400_000).toISOString().slice(0, 10);
		const [root] = roots.filter((one) => one.day === day);
		expect(roots.filter((one) => one.day === day)).toHaveLength(1);
		expect(new Set(roots.map(({ brand }) => brand))).toEqual(new Set([first]));
		const said = rootStatement(root?.arch ?? "", day, root?.root ?? "");
		expect(signatureHolds(archive.archive.signer.publicKey, said, root?.sig ?? "")).toBe(true);
		const heads = await archive.archive.sql.transaction([], (tx) =>
			tx.rows<Parameters<typeof headLeaf>[0]>(
				`SELECT h.store, h.dev, h.epoch, h.seq, encode(h.hash, 'hex') AS hash FROM chain_head h
				JOIN store_brand b ON b.store = h.store WHERE b.brand = $1 ORDER BY h.store, h.dev, h.epoch`,
				[first],
			),
		);
		const leaves = leavesOf(first, heads);
		expect([merkleRoot(leaves), heads.length]).toEqual([root?.root, root?.chains]);
		const mine = headLeaf(heads.find(({ dev }) => dev === near.device.dev) ?? ({} as never));
		expect(isUnder(root?.root ?? "", mine, merklePath(leaves, leaves.indexOf(mine)))).toBe(true);
		expect(heads.some(({ dev }) => dev === stranger.device.dev)).toBe(false);
	});
});

test("a tree proves each of its leaves and nothing else, whatever its size", () => {
	for (let size = 1; size <= 17; size++) {
		const texts = Array.from({ length: size }, (_, at) => `leaf ${at}`);
		const root = merkleRoot(texts);
		for (const [at, text] of texts.entries()) {
			const path = merklePath(texts, at);
			expect(isUnder(root, text, path)).toBe(true);
			expect(isUnder(root, `${text}!`, path)).toBe(false);
			expect(path.length === 0 || !isUnder(root, text, path.slice(1))).toBe(true);
		}
		expect(merkleRoot([...texts, "one more"])).not.toBe(root);
	}
	expect(merkleRoot([])).toMatch(/^[0-9a-f]{64}$/);
});
