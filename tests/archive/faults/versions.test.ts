/** Old and new programs beside each other: what one side doesn't know yet is kept, refused by name, or waited for; nobody stops work. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../../archive/server/push/judge.ts";
import { createProjectors } from "../../../db/projections/rows.ts";
import { dumpProjections, refoldAll } from "../../../db/refold.ts";
import { eventHash, zeroHash } from "../../../domain/event/chain.ts";
import { jobFold } from "../../../domain/job/fold/fold.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { createHttpLine } from "../../../main/adapters/http-line.ts";
import type { Line, Said } from "../../../main/sync/line.ts";
import { openArchive, type TestArchive } from "../support/archive.ts";
import { enrolDevice, newDevice, sendPush, signIn } from "../support/writer.ts";
import { newCode, openShop, type Shop, storedOf, storeOf, textsOf } from "./support/shop.ts";

let archive: TestArchive;
let base: string;
let shop: Shop;
/** What another version would have made of a question or an answer. */
let asked: (ask: Parameters<Line["ask"]>[0]) => Parameters<Line["ask"]>[0] = (ask) => ask;
let said: (path: string, answer: Said) => Said = (_path, answer) => answer;
const storeCode = "48001";

beforeAll(async () => {
	archive = await openArchive();
	base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
	shop = await openShop(base, await newCode(archive.archive, archive.brands[0] ?? "", storeCode), {
		line(address) {
			const line = createHttpLine(address);
			return { ...line, ask: async (ask, signal) => said(ask.path, await line.ask(asked(ask), signal)) };
		},
	});
	await shop.takeIn();
	await shop.settle();
});
afterAll(async () => {
	await shop?.dispose();
	await archive?.stop();
});

/** A newer PC of the same workshop. */
async function newer() {
	const device = newDevice(storeOf(shop));
	await enrolDevice(archive, device, [archive.brands[0] ?? ""], storeCode);
	const token = await signIn(archive, device);
	return { device, send: async () => (await sendPush(archive, token, device.push(1, device.lines.length))).json() };
}

/** Whatever the other side says: the counter goes on, nothing of the outbox is dropped, and in the end all is there. */
async function goesOn(line: string, reason: string | null): Promise<void> {
	await shop.takeIn();
	const waiting = shop.app.sync.rows.countWaiting();
	await shop.round();
	expect(shop.app.sync.engine.state()).toMatchObject({ line, reason });
	await shop.takeIn();
	expect(shop.app.sync.rows.countWaiting()).toBeGreaterThan(waiting);
	[asked, said] = [(ask) => ask, (_path, answer) => answer];
	await shop.settle();
	expect([...textsOf(shop)].sort()).toEqual([...(await storedOf(archive.archive, storeOf(shop)))].sort());
}

const dump = () => [...dumpProjections(shop.app.writer, createProjectors(shop.app.writer))].join("\n");

test("events of types, versions, kinds and fields nobody here knows are kept as they are, on both sides, and change nothing", async () => {
	const { device, send } = await newer();
	const { jobId: job } = await shop.takeIn();
	await shop.settle();
	const before = dump();
	device.write({ agg: `job:${job}`, type: "job.polished_by_robot", body: { shine: 9 } });
	device.write({ agg: `job:${job}`, type: "job.shelved", v: 99, body: { place: { row: 3 } } });
	device.write({ agg: `drone:${randomUUID()}`, type: "drone.flown", body: { metres: 80 } });
	expect(await send()).toMatchObject({ ack: 3, outs: [] });
	await shop.settle();
	expect(textsOf(shop)).toEqual(expect.arrayContaining(device.lines.map(({ text }) => text)));
	const rows = (text: string) => text.split("\n").filter((row) => !row.startsWith("aggregate"));
	expect(rows(dump())).toEqual(rows(before));
	expect(shop.app.sync.rows.listHeld()).toEqual([]);
});

test("an event nested deeper than any stack is passed over by whoever reads the feed; what follows it counts", async () => {
	const { device, send } = await newer();
	const line = device.write({ body: { changes: [], deep: "deep" } });
	const levels = 100_000;
	line.text = line.text.replace('"deep":"deep"', `"deep":${"[".repeat(levels)}${"]".repeat(levels)}`);
	line.hash = eventHash(sha256, zeroHash, line.text);
	device.write();
	expect(await send()).toMatchObject({ ack: 2, outs: [{ seq: 1, out: "quarantined", reason: "shape" }] });
	await shop.takeIn();
	await shop.settle();
	expect(textsOf(shop)).toEqual(expect.arrayContaining(device.lines.map(({ text }) => text)));
	expect(shop.app.sync.rows.listHeld()).toEqual([]);
});

test("stored by an old program, folded by the next: a refold after the upgrade gives what a new program would have had", async () => {
	const { device, send } = await newer();
	const { jobId: job } = await shop.takeIn();
	await shop.settle();
	const shelfOf = () => shop.app.states.get("job", job).state.shelf;
	const known = jobEvents["job.shelved"];
	const events = jobFold.events as Record<string, unknown>;
	delete events["job.shelved"];
	device.write({ agg: `job:${job}`, type: "job.shelved", body: { shelf: "Z9" } }, shop.clock.now + 1_000);
	await send();
	await shop.settle();
	expect(shelfOf()).toBeNull();
	events["job.shelved"] = known;
	refoldAll(shop.app.writer, { mono: () => 0 });
	expect(shelfOf()).toBe("Z9");
});

test("a workstation too old for the archive is told so by name; its outbox waits for the upgrade", async () => {
	asked = (ask) => ({
		...ask,
		...(typeof ask.body === "string" ? { body: ask.body.replace('"proto":1', '"proto":0') } : {}),
	});
	await goesOn("refused", "upgrade");
});

test("a workstation newer than the archive waits until that is as new", async () => {
	asked = (ask) => ({
		...ask,
		...(typeof ask.body === "string" ? { body: ask.body.replace('"proto":1', '"proto":2') } : {}),
	});
	await goesOn("unreachable", "later");
	const device = newDevice();
	device.write();
	await enrolDevice(archive, device, [archive.brands[0] ?? ""], "48002");
	const push = device.push(1, 1).replace('"proto":1', '"proto":7');
	expect((await sendPush(archive, await signIn(archive, device), push)).json()).toMatchObject({
		code: "later",
		maxProto: 1,
	});
});

test("a page with a kind of line nobody knows yet is not taken, nothing of it is lost, and the counter works on", async () => {
	const { device, send } = await newer();
	device.write();
	await send();
	const cursor = () => shop.app.sync.rows.findCursor(`store:${storeOf(shop)}`)?.pos;
	const stood = cursor();
	said = (path, answer) =>
		path.startsWith("/v1/pull") ? { ...answer, body: `note\t{"of":"next year"}\n${answer.body}` } : answer;
	await shop.round();
	expect(cursor()).toBe(stood);
	await shop.takeIn();
	await shop.round();
	expect(shop.app.sync.engine.state().line).toBe("unreachable");
	// What this PC wrote goes up all the same.
	expect(shop.app.sync.rows.countWaiting()).toBe(0);
	said = (_path, answer) => answer;
	await shop.settle();
	expect(textsOf(shop)).toContain(device.lines[0]?.text);
});

test("an answer with a field of a later protocol is no answer; an archive without a later address keeps nothing up but that", async () => {
	said = (path, answer) =>
		path === "/v1/push" ? { ...answer, body: answer.body.replace("{", '{"later":1,') } : answer;
	await goesOn("unreachable", null);
	said = (path, answer) =>
		path.startsWith("/v1/orders")
			? { status: 404, headers: {}, body: JSON.stringify({ code: "not-found", message: "no such address" }) }
			: answer;
	await shop.takeIn();
	await shop.round();
	expect(shop.app.sync.engine.state()).toMatchObject({ line: "refused", reason: "not-found" });
	expect(shop.app.sync.rows.countWaiting()).toBe(0);
	said = (_path, answer) => answer;
	await shop.settle();
});
