/** Orders between workshops through the calls: sent with a code, found by it, accepted, taken back, shown on both sides. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOrderNumber } from "../../../domain/code/order-number.ts";
import { makeParcelCode } from "../../../domain/code/own.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { codeText } from "../../../main/services/transfer/code.ts";
import { type ReadyWorkstation, type Received, receive } from "../../support/fixtures.ts";
import { storePicture } from "../../support/orders/approved.ts";
import { lendKeys, openTwoWorkshops, tell } from "../../support/orders/two-workshops.ts";

let here: ReadyWorkstation;
let there: ReadyWorkstation;
let got: Received;
let number: string;

beforeEach(async () => {
	[here, there] = await openTwoWorkshops();
	got = receive(here, { jobs: 2, services: ["O01"] });
	number = makeOrderNumber({ store: 1234, station: 1, counter: 41 });
	here.app.log.append(here.staff.clerk, [
		orderEvents["order.renumbered"].make(`order:${got.orderId}`, { was: got.number, number }),
	]);
});
afterEach(async () => {
	await here.dispose();
	await there.dispose();
});

const storeOf = (ws: ReadyWorkstation) => ws.app.log.identity.store;
const at = (ws: ReadyWorkstation, k: number) => ws.app.states.get("job", got.jobIds[k] ?? "");
const versioned = (ws: ReadyWorkstation, ks: readonly number[]) =>
	ks.map((k) => ({ jobId: got.jobIds[k] ?? "", version: at(ws, k).version }));
const found = (ws: ReadyWorkstation, k: number) => at(ws, k).state.pieces.map(({ id }) => id);

const send = (ks: readonly number[], more: object = {}, ws = here, to = there) =>
	ws.call("transfer.dispatch", {
		...{ orderId: got.orderId, jobs: versioned(ws, ks), to: storeOf(to), carrier: "sf", waybill: "sf1234567890" },
		...{ seal: "f001", note: "", photos: [], ...more },
	});
const code = (parcelId: string, ws = here) => codeText(ws.app, parcelId);
const taking = (ws: ReadyWorkstation, ks: readonly number[], parcelId: string, more: object = {}) => ({
	...{ code: code(parcelId, here), sealWhole: true, note: "", photos: [] },
	jobs: versioned(ws, ks).map((job, i) => ({ ...job, found: found(ws, ks[i] ?? 0) })),
	...more,
});

async function reason(ws: ReadyWorkstation, name: string, input: unknown): Promise<string | undefined> {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
}

test("sent, found there by its code, accepted, worked on there, read only here, and back again", async () => {
	const { parcelId } = await send([0]);
	expect(await here.call("transfer.list", {})).toMatchObject({
		connected: true,
		coming: [],
		away: [],
		sent: [{ parcelId, waybill: "SF1234567890", seal: "F001", to: { name: "沿条维修中心(静安店)", code: "01235" } }],
	});
	// On its way nobody has it: not on the bench, the shelf, the counter's lists; on the board with where it is.
	expect(await reason(here, "shelf.put", { what: { jobIds: [got.jobIds[0]] }, shelf: "A1" })).toBe("job.in-transit");
	const board = await here.call("board.read", {});
	expect(board.rows.map((row) => row.where?.kind ?? "here").sort()).toEqual(["here", "under-way"]);
	expect((await here.call("job.get", { jobId: got.jobIds[0] ?? "" })).where).toMatchObject({ kind: "under-way" });

	const text = code(parcelId);
	expect(await there.call("scan.resolve", { text })).toEqual({ kind: "parcel", parcelId: null });
	expect((await there.call("transfer.parcel", { what: { code: text } })).parcel).toBeNull();
	expect(await reason(there, "transfer.accept", { ...taking(here, [0], parcelId) })).toBe("transfer.unknown-parcel");

	tell(here, there);
	expect(await there.call("scan.resolve", { text })).toEqual({ kind: "parcel", parcelId });
	const coming = (await there.call("transfer.parcel", { what: { code: text } })).parcel;
	expect(coming).toMatchObject({ direction: "coming", state: "under-way", canPrint: false, canRecord: false });
	expect((await there.call("board.read", {})).rows).toEqual([]);
	expect(await there.call("transfer.accept", taking(there, [0], parcelId))).toEqual({ parcelId, left: 0 });
	expect(await reason(there, "shelf.put", { what: { jobIds: [got.jobIds[0]] }, shelf: "B2" })).toBe("ok");
	expect((await there.call("board.read", {})).rows).toMatchObject([{ jobId: got.jobIds[0], where: null }]);

	tell(there, here);
	expect(await here.call("transfer.list", {})).toMatchObject({ sent: [], away: [{ jobId: got.jobIds[0] }] });
	expect((await here.call("transfer.parcel", { what: { parcelId } })).parcel).toMatchObject({
		state: "accepted",
		ends: [{ how: "accepted", sealWhole: true, missing: [] }],
	});
	const { entries } = await here.call("job.record", { jobId: got.jobIds[0] ?? "" });
	const accepted = entries.find(({ type }) => type === "job.accepted");
	expect(accepted?.by.name).toBe("沿条维修中心(静安店)");
	const lie = { what: { jobIds: [got.jobIds[0]] }, shelf: "A1" };
	expect(await reason(here, "shelf.put", lie)).toBe("job.elsewhere");
	const view = await here.call("handover.open", { orderId: got.orderId });
	expect(view.jobs[0]).toMatchObject({ ready: false, where: { kind: "elsewhere" } });
	// The customer may still be told and write: remarks belong to the order.
	expect(await reason(here, "order.note", { orderId: got.orderId, words: "顾客来问进度" })).toBe("ok");

	const back = await send([0], { carrier: "own", waybill: "" }, there, here);
	tell(there, here);
	expect(await here.call("transfer.list", {})).toMatchObject({ coming: [{ parcelId: back.parcelId }], away: [] });
	const home = { ...taking(here, [0], parcelId), code: code(back.parcelId, there) };
	expect(await here.call("transfer.accept", home)).toMatchObject({ left: 0 });
	expect(at(here, 0).state.custody).toEqual({ store: storeOf(here) });
	expect((await here.call("job.get", { jobId: got.jobIds[0] ?? "" })).moves).toHaveLength(2);
});

test("the day counts the workshop's own work: what came in a parcel was not taken in there", async () => {
	const { parcelId } = await send([0]);
	tell(here, there);
	await there.call("transfer.accept", taking(there, [0], parcelId));
	there.as("manager");
	const day = await there.call("day.totals", { on: "2026-11-21" });
	expect(day).toMatchObject({ orders: 0, received: 0, inHand: 1 });
});

test("a parcel in parts: what is not inside stays on its way, a missing piece is written down", async () => {
	const { parcelId } = await send([0, 1]);
	tell(here, there);
	const [job] = versioned(there, [0]);
	const [left] = found(there, 0);
	const some = { ...taking(there, [0], parcelId), jobs: [{ ...job, found: [left] }] };
	expect(await there.call("transfer.accept", some as never)).toEqual({ parcelId, left: 1 });
	tell(there, here);
	const { parcel } = await here.call("transfer.parcel", { what: { parcelId } });
	expect(parcel).toMatchObject({ state: "partly", open: [got.jobIds[1]], ends: [{ missing: [2] }] });
});

test("a damaged parcel needs proof; pictures and words wait for the customer's keys and never make new ones", async () => {
	const packed = [storePicture(here, got.orderId, "packing")];
	const { parcelId } = await send([0], { note: "左脚已拆线，小心", photos: packed });
	tell(here, there);
	const broken = { ...taking(there, [0], parcelId), sealWhole: false };
	expect(await reason(there, "transfer.photo", { orderId: got.orderId, role: "unboxing" })).toBe(
		"transfer.keys-not-here",
	);
	expect(await reason(there, "transfer.accept", { ...broken, note: "箱角压扁" })).toBe("transfer.keys-not-here");
	expect(there.app.vault.keyOf(`order:${got.orderId}`)).toBeUndefined();
	lendKeys(here, there, got.orderId, got.subjectId);
	expect(await reason(there, "transfer.accept", broken)).toBe("transfer.damage-unrecorded");
	const { parcel } = await there.call("transfer.parcel", { what: { parcelId } });
	expect(parcel).toMatchObject({ canRecord: true, note: "左脚已拆线，小心", photos: packed });
	const photos = [storePicture(there, got.orderId, "unboxing")];
	await there.call("transfer.accept", { ...broken, note: "箱角压扁", photos });
	tell(there, here);
	expect((await here.call("transfer.parcel", { what: { parcelId } })).parcel?.ends).toMatchObject([
		{ sealWhole: false, note: "箱角压扁", photos },
	]);
});

test("taken back here and accepted there: both records stand, and a person says which one counts", async () => {
	const { parcelId } = await send([0]);
	tell(here, there);
	const taken = taking(there, [0], parcelId);
	await here.call("transfer.recall", { parcelId, reason: "came-back", note: "" });
	await there.call("transfer.accept", taken);
	tell(there, here);
	tell(here, there);
	for (const ws of [here, there]) {
		const page = await ws.call("job.get", { jobId: got.jobIds[0] ?? "" });
		expect(page.conflicts).toMatchObject([{ field: "custody" }]);
		expect(page.conflicts[0]?.decisions.map((d) => d.type).sort()).toEqual(["job.accepted", "job.recalled"]);
		expect(await reason(ws, "shelf.put", { what: { jobIds: [got.jobIds[0]] }, shelf: "A1" })).toBe(
			"job.custody-in-conflict",
		);
	}
	here.as("manager");
	const page = await here.call("job.get", { jobId: got.jobIds[0] ?? "" });
	const kept = page.conflicts[0]?.decisions.find((d) => d.type === "job.accepted")?.id ?? "";
	await here.call("job.resolveConflict", { jobId: page.jobId, version: page.version, kept, reason: "电话问过" });
	tell(here, there);
	for (const ws of [here, there]) expect(at(ws, 0).state.custody).toEqual({ store: storeOf(there) });
});

test("refusals of the service", async () => {
	const other = receive(here, {});
	const jobs = [{ jobId: other.jobIds[0] ?? "", version: here.app.states.get("job", other.jobIds[0] ?? "").version }];
	const asked = {
		...{ orderId: got.orderId, jobs, to: storeOf(there), carrier: "sf", waybill: "1", seal: "", note: "", photos: [] },
	};
	expect(await reason(here, "transfer.dispatch", asked)).toBe("transfer.not-of-order");
	const mine = { ...asked, jobs: versioned(here, [0]) };
	expect(await reason(here, "transfer.dispatch", { ...mine, to: here.app.ports.ids.uuid() })).toBe(
		"transfer.unknown-workshop",
	);
	const wrong = makeParcelCode("00000000000000000000");
	expect(await reason(here, "transfer.accept", { ...taking(here, [0], (await send([0])).parcelId), code: wrong })).toBe(
		"transfer.unknown-parcel",
	);
	expect(await reason(here, "transfer.parcel", { what: { code: number } })).toBe("transfer.not-a-code");
	here.app.local.removeSetting("archive");
	expect(await reason(here, "transfer.dispatch", { ...mine, jobs: versioned(here, [1]) })).toBe(
		"transfer.not-connected",
	);
});

test("the sheet is made where the parcel was packed, as long as it is on its way, and holds nothing personal", async () => {
	const { parcelId } = await send([0, 1]);
	for (const language of ["zh-CN", "en"] as const) {
		const { handle, fileName } = await here.call("transfer.sheet", { parcelId, language });
		expect(fileName).toMatch(/^01234-01-000041-\d-parcel\.pdf$/);
		const { bytes } = await here.app.media.read(handle);
		expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe("%PDF");
	}
	tell(here, there);
	expect(await reason(there, "transfer.sheet", { parcelId })).toBe("transfer.code-not-here");
	await here.call("transfer.recall", { parcelId, reason: "not-sent", note: "" });
	expect(await reason(here, "transfer.sheet", { parcelId })).toBe("transfer.not-under-way");
	expect(here.app.local.findDraft(parcelId)).toBeUndefined();
});

test("what can be sent, to whom; by name and code without a line too", async () => {
	await send([0]);
	const choices = await here.call("transfer.choices", { orderId: got.orderId });
	expect(choices.jobs.map((job) => job.hindrance)).toEqual(["job.in-transit", null]);
	expect(choices.workshops).toMatchObject([{ name: "沿条维修中心(静安店)" }]);
	for (const text of ["静安", "0123"]) {
		const answer = await here.call("transfer.workshops", { text });
		expect(answer).toMatchObject({ asked: false, workshops: [{ code: "01235" }] });
	}
});

test("after three days on its way it is late", async () => {
	const { parcelId } = await send([0]);
	here.clock.pass(3 * 86_400_000 + 1);
	here.as("clerk");
	expect((await here.call("transfer.parcel", { what: { parcelId } })).parcel?.late).toBe(true);
});
