/** Push on a real PostgreSQL: gapless, idempotent, forks and gaps named, poison set aside, nothing acknowledged that isn't there. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../archive/protocol/endpoints.ts";
import { receiptStatement } from "../../archive/protocol/statement.ts";
import { ensurePartitions } from "../../archive/server/sql/migrate.ts";
import { signatureHolds } from "../../archive/signing/curves.ts";
import { openArchive, type TestArchive } from "./support/archive.ts";
import { type Device, enrolDevice, newDevice, sendPull, sendPush, signIn } from "./support/writer.ts";

let archive: TestArchive;
let codes = 20_000;

beforeAll(async () => {
	archive = await openArchive();
});
afterAll(async () => {
	await archive.stop();
});

async function enrolled(count = 0, store?: string): Promise<{ device: Device; token: string; feed: string }> {
	const device = newDevice(store);
	for (let i = 0; i < count; i++) device.write();
	const [brand = ""] = archive.brands;
	const answer = await enrolDevice(archive, device, [brand], store ? String(codes) : String(++codes));
	expect(answer.statusCode).toBe(200);
	return { device, token: await signIn(archive, device), feed: `store:${device.store}` };
}

const texts = (lines: Awaited<ReturnType<typeof sendPull>>["lines"]) =>
	lines.flatMap((line) => (line.kind === "event" ? [line.text] : []));

describe("push", () => {
	test("arrives whole, in order, at dense places, with a receipt that holds", async () => {
		const { device, token, feed } = await enrolled(5);
		const answer = (await sendPush(archive, token, device.push(1, 5))).json();
		expect(answer).toMatchObject({ ack: 5, head: device.lines[4]?.hash, outs: [] });
		const head = { dev: device.dev, epoch: 1, seq: 5, hash: answer.head };
		const said = receiptStatement(answer.arch, head, answer.receipt.at);
		expect(signatureHolds(archive.archive.signer.publicKey, said, answer.receipt.sig)).toBe(true);
		const { lines } = await sendPull(archive, token, feed, 0);
		expect(texts(lines)).toEqual(device.lines.map(({ text }) => text));
		expect(lines.flatMap((line) => (line.kind === "event" ? [line.mark.pos] : []))).toEqual([1, 2, 3, 4, 5]);
	});

	test("sent twice, overlapping and in pieces, it adds nothing twice", async () => {
		const { device, token, feed } = await enrolled(9);
		for (const [from, to] of [
			[1, 4],
			[1, 4],
			[3, 7],
			[2, 2],
			[5, 9],
			[1, 9],
		] as const) {
			expect((await sendPush(archive, token, device.push(from, to))).statusCode).toBe(200);
		}
		expect(texts((await sendPull(archive, token, feed, 0)).lines)).toEqual(device.lines.map(({ text }) => text));
	});

	test("a gap is refused with what is expected, and fills", async () => {
		const { device, token } = await enrolled(6);
		await sendPush(archive, token, device.push(1, 2));
		const gap = await sendPush(archive, token, device.push(5, 6));
		expect(gap.statusCode).toBe(409);
		expect(gap.json()).toMatchObject({ code: "expect", expect: 3, head: device.lines[1]?.hash });
		expect((await sendPush(archive, token, device.push(3, 6))).json().ack).toBe(6);
	});

	test("the same place written twice is a fork, and what was acknowledged stays", async () => {
		const { device, token, feed } = await enrolled(4);
		await sendPush(archive, token, device.push(1, 4));
		const before = texts((await sendPull(archive, token, feed, 0)).lines);
		device.lines.splice(2);
		for (let i = 0; i < 3; i++) device.write({ body: { changes: [], clone: 1 } });
		const fork = await sendPush(archive, token, device.push(3, 5));
		expect(fork.statusCode).toBe(409);
		expect(fork.json()).toMatchObject({ code: "fork", fork: 3, known: { seq: 4 } });
		expect((await sendPush(archive, token, device.push(5, 5))).json()).toMatchObject({ code: "fork", fork: 4 });
		expect(texts((await sendPull(archive, token, feed, 0)).lines)).toEqual(before);
	});

	test("poison is set aside in its place and nothing behind it waits", async () => {
		const { device, token, feed } = await enrolled(1);
		device.write({ wall: "yesterday" });
		device.write({ brand: archive.brands[1] });
		device.write({ seq: 77 });
		device.write();
		const answer = (await sendPush(archive, token, device.push(1, 5))).json();
		expect(answer.ack).toBe(5);
		expect(answer.outs).toEqual([
			{ seq: 2, out: "quarantined", reason: "shape" },
			{ seq: 3, out: "quarantined", reason: "brand" },
			{ seq: 4, out: "quarantined", reason: "shape" },
		]);
		expect(texts((await sendPull(archive, token, feed, 0)).lines)).toHaveLength(5);
	});

	test("a sibling may carry another's events; nobody else may, and no signature can be left out", async () => {
		const first = await enrolled(3);
		const sibling = await enrolled(0, first.device.store);
		const stranger = await enrolled();
		expect((await sendPush(archive, stranger.token, first.device.push(1, 3))).json().code).toBe("forbidden");
		const forged = first.device.push(1, 3).replace(/"sig":"..../, '"sig":"AAAA');
		expect((await sendPush(archive, sibling.token, forged)).json().code).toBe("forbidden");
		expect((await sendPush(archive, sibling.token, first.device.push(1, 3))).json().ack).toBe(3);
	});

	test("pages go out packed to whoever unpacks them, with the same lines in them", async () => {
		const { device, token, feed } = await enrolled(20);
		await sendPush(archive, token, device.push(1, 20));
		const page = (encoding: string) => {
			const headers = { authorization: `Bearer ${token}`, "accept-encoding": encoding };
			return archive.app.inject({ method: "GET", url: `${endpoints.pull.path}?f=${feed}@0`, headers });
		};
		const [packed, plain] = [await page("br, gzip"), await page("identity")];
		expect(packed.headers["content-encoding"]).toBe("gzip");
		expect(plain.headers["content-encoding"]).toBeUndefined();
		expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
		expect(gunzipSync(packed.rawPayload).toString("utf8")).toBe(plain.body);
	});

	test("a revoked PC's own work is set aside; what it carries for a sibling counts", async () => {
		const revoked = await enrolled(2);
		const sibling = await enrolled(2, revoked.device.store);
		const { sql, clock } = archive.archive;
		await sql.transaction([], (tx) =>
			tx.rows("UPDATE device SET revoked_at = $2 WHERE id = $1", [revoked.device.dev, clock.now()]),
		);
		const token = await signIn(archive, revoked.device);
		expect((await sendPush(archive, token, revoked.device.push(1, 2))).json().outs).toHaveLength(2);
		expect((await sendPush(archive, token, sibling.device.push(1, 2))).json()).toMatchObject({ ack: 2, outs: [] });
	});

	test("a wrong clock is corrected for display and stops nothing", async () => {
		const { device, token, feed } = await enrolled();
		const years = 10 * 365 * 24 * 3_600_000;
		const wall = archive.clock.at + years;
		device.write({}, wall - 60_000);
		const clock = { now: wall, mono: 5, boot: device.boot };
		expect((await sendPush(archive, token, device.push(1, 1, clock))).json().ack).toBe(1);
		const [line] = (await sendPull(archive, token, feed, 0)).lines;
		expect(line?.kind === "event" && line.mark.ats).toBe(archive.clock.at - 60_000);
	});

	test("a month whose events came before its partition: they are read, and the archive starts and goes on", async () => {
		const { device, feed } = await enrolled(3);
		archive.clock.at += 100 * 86_400_000;
		const token = await signIn(archive, device);
		await sendPush(archive, token, device.push(1, 2));
		await ensurePartitions(archive.archive.sql, archive.clock.at);
		expect((await sendPush(archive, token, device.push(3, 3))).json().ack).toBe(3);
		expect(texts((await sendPull(archive, token, feed, 0)).lines)).toHaveLength(3);
	});

	test("thirty-two pushers at once on one store: dense, whole, each chain in order", async () => {
		const first = await enrolled(40);
		const others = await Promise.all(Array.from({ length: 31 }, () => enrolled(40, first.device.store)));
		const all = [first, ...others];
		await Promise.all(
			all.map(async ({ device, token }) => {
				for (let from = 1; from <= 40; from += 10) {
					const answer = await sendPush(archive, token, device.push(from, from + 9));
					expect(answer.statusCode).toBe(200);
				}
			}),
		);
		const lines: Awaited<ReturnType<typeof sendPull>>["lines"] = [];
		for (let after = 0; after < 32 * 40; after += 1000)
			lines.push(...(await sendPull(archive, first.token, first.feed, after)).lines);
		const events = lines.flatMap((line) => (line.kind === "event" ? [line] : []));
		expect(events.map(({ mark }) => mark.pos)).toEqual(Array.from({ length: 32 * 40 }, (_, i) => i + 1));
		for (const { device } of all) {
			const own = events.map(({ text }) => text).filter((text) => text.includes(`"dev":"${device.dev}"`));
			expect(own).toEqual(device.lines.map(({ text }) => text));
		}
	});
});
