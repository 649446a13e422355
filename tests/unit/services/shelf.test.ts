import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOrderNumber, makePieceLabel } from "../../../domain/code/order-number.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { openReadyWorkstation, type ReadyWorkstation, type Received, receive } from "../../support/fixtures.ts";

let ws: ReadyWorkstation;
let got: Received;
let number: string;

/** Orders of the fixture carry numbers without a check digit; labels need one. */
function renumber(order: Received, counter: number): string {
	const now = makeOrderNumber({ store: 1234, station: 1, counter });
	ws.app.log.append(ws.staff.clerk, [
		orderEvents["order.renumbered"].make(`order:${order.orderId}`, { was: order.number, number: now }),
	]);
	return now;
}

beforeEach(async () => {
	ws = await openReadyWorkstation();
	got = receive(ws, { jobs: 2 });
	number = renumber(got, 41);
});
afterEach(() => ws.dispose());

const job = (k: number) => ws.app.states.get("job", got.jobIds[k] ?? "").state;
const put = (label: string, shelf: string) => ws.call("shelf.put", { what: { label }, shelf });
async function reason(name: string, input: unknown): Promise<string | undefined> {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
}

test("a piece's label puts its item there, an order's label all of it", async () => {
	const one = await put(makePieceLabel(number, 3), "a03");
	expect(one).toMatchObject({ shelf: "A03", placed: [{ jobId: got.jobIds[1], ordinal: 2, was: null }] });
	expect([job(0).shelf, job(1).shelf]).toEqual([null, "A03"]);
	const all = await put(number, "B1");
	expect(all.placed.map((p) => p.was)).toEqual([null, "A03"]);
	expect([job(0).shelf, job(1).shelf]).toEqual(["B1", "B1"]);
});

test("the same shelf again is no new fact", async () => {
	await put(number, "B1");
	const before = ws.app.states.get("job", got.jobIds[0] ?? "").version;
	await put(number, "B1");
	expect(ws.app.states.get("job", got.jobIds[0] ?? "").version).toBe(before);
});

test("many in one act, all or none", async () => {
	const ids = receive(ws, { jobs: 3 }).jobIds;
	const nowhere = "00000000-0000-7000-8000-000000000000";
	expect(await reason("shelf.put", { what: { jobIds: [...ids, nowhere] }, shelf: "C9" })).toBe("job.not-found");
	expect((await ws.call("shelf.list", {})).shelves).toEqual([]);
	await ws.call("shelf.put", { what: { jobIds: ids }, shelf: "C9" });
	expect(await ws.call("shelf.list", {})).toEqual({ shelves: [{ shelf: "C9", jobs: 3, ready: 0 }], nowhere: 2 });
	expect((await ws.call("shelf.on", { shelf: "c9" })).cards).toHaveLength(3);
	expect((await ws.call("shelf.on", { shelf: "" })).cards.map((c) => c.jobId).sort()).toEqual([...got.jobIds].sort());
});

test("taking down", async () => {
	await put(number, "B1");
	await ws.call("shelf.takeDown", { jobIds: [got.jobIds[0] ?? ""] });
	expect([job(0).shelf, job(1).shelf]).toEqual([null, "B1"]);
});

test("where is it: by number's end, shelf, brand, name and phone; names masked", async () => {
	await put(number, "B1");
	const other = receive(ws, { name: "欧阳婷", phone: "13900009999", brand: "Coach" });
	const hits = async (text: string) => (await ws.call("shelf.find", { text })).cards.map((c) => c.jobId).sort();
	expect(await hits(number.slice(-6))).toEqual([...got.jobIds].sort());
	expect(await hits("b1")).toEqual([...got.jobIds].sort());
	expect(await hits("coach")).toEqual(other.jobIds);
	expect(await hits("欧阳")).toEqual(other.jobIds);
	expect(await hits("9999")).toEqual(other.jobIds);
	expect(await hits("没有这个")).toEqual([]);
	expect(await hits("%")).toEqual([]);
	expect(await hits("")).toEqual([]);
	const { cards } = await ws.call("shelf.find", { text: "欧阳" });
	expect(cards[0]?.customer).toBe("欧阳*");
	expect(JSON.stringify(cards)).not.toContain("13900009999");
});

test("what has left is not here", async () => {
	const id = got.jobIds[0] ?? "";
	const { state } = ws.app.states.get("job", id);
	ws.app.log.append(ws.staff.manager, [
		jobEvents["job.voided"].make(
			`job:${id}`,
			{ reason: "test", approver: { person: ws.staff.manager, means: "pin" } },
			{ base: state.heads.stage ?? [] },
		),
	]);
	expect(await reason("shelf.put", { what: { jobIds: [id] }, shelf: "A1" })).toBe("shelf.not-here");
	expect(await reason("shelf.put", { what: { label: makePieceLabel(number, 1) }, shelf: "A1" })).toBe("shelf.not-here");
	expect((await put(number, "A1")).placed.map((p) => p.jobId)).toEqual([got.jobIds[1]]);
});

test("an unknown label, and a number two orders carry", async () => {
	const free = makeOrderNumber({ store: 1234, station: 1, counter: 999 });
	expect(await reason("shelf.put", { what: { label: free }, shelf: "A1" })).toBe("shelf.unknown-label");
	expect(await reason("shelf.put", { what: { label: makePieceLabel(number, 99) }, shelf: "A1" })).toBe(
		"shelf.unknown-label",
	);
	renumber(receive(ws), 41);
	expect(await reason("shelf.put", { what: { label: number }, shelf: "A1" })).toBe("shelf.two-orders");
});

test("hostile values and nobody signed in", async () => {
	const what = { label: number };
	for (const shelf of ["", "A-1", "货架", "A".repeat(9), "A\n1", 7, null, { a: 1 }]) {
		expect(await reason("shelf.put", { what, shelf })).toBe("call.invalid-input");
	}
	for (const odd of [
		{ label: "123" },
		{ jobIds: [] },
		{ jobIds: Array(201).fill(got.jobIds[0]) },
		{ label: number, jobIds: [] },
	]) {
		expect(await reason("shelf.put", { what: odd, shelf: "A1" })).toBe("call.invalid-input");
	}
	expect(await reason("shelf.find", { text: "a\u0000" })).toBe("call.invalid-input");
	expect(await reason("shelf.find", { text: "'; DROP TABLE jobs; --" })).toBe("ok");
	ws.app.session.lock();
	expect(await reason("shelf.put", { what, shelf: "A1" })).toBe("session.not-signed-in");
	expect(await reason("shelf.list", {})).toBe("session.not-signed-in");
});
