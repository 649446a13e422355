import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOrderNumber, makePieceLabel } from "../../../domain/code/order-number.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { approve } from "../../support/orders/approved.ts";
import { untilDone } from "../../support/printing/until-done.ts";

let ws: ReadyWorkstation;
let printer: VirtualPrinter;
beforeEach(async () => {
	ws = await openReadyWorkstation();
	printer = await startVirtualPrinter({});
});
afterEach(async () => {
	await ws.dispose();
	await printer.close();
});

async function withPrinter(faults: Parameters<VirtualPrinter["set"]>[0] = {}) {
	await printer.set(faults);
	ws.as("manager");
	const transport = { kind: "tcp" as const, host: "127.0.0.1", port: printer.port };
	await ws.call("printers.save", { printer: { ...usualPrinter, name: "前台", transport }, isDefault: true });
	ws.as("clerk");
}

/** An order whose number has its check digit, as labels need it. */
function order(counter: number, jobs = 1) {
	const got = receive(ws, { jobs });
	const number = makeOrderNumber({ store: 1234, station: 1, counter });
	ws.app.log.append(ws.staff.clerk, [
		orderEvents["order.renumbered"].make(`order:${got.orderId}`, { was: got.number, number }),
	]);
	return { ...got, number };
}
const job = (id: string | undefined) => ws.app.states.get("job", id ?? "").state;
async function reason(name: string, input: unknown): Promise<string | undefined> {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
}

test("labels of many jobs go into the journal at once and each order remembers it", async () => {
	await withPrinter();
	const one = order(71, 2);
	const two = order(72);
	const jobIds = [one.jobIds[0] ?? "", two.jobIds[0] ?? "", one.jobIds[0] ?? ""];
	const { prints } = await ws.call("bulk.labels", { jobIds });
	expect(prints).toHaveLength(4);
	await untilDone(ws, () => prints.every((id) => ws.app.print.journal.find(id)?.state === "confirmed"));
	expect(printer.jobs).toHaveLength(4);
	expect(await ws.call("bulk.progress", { prints })).toEqual({ out: 4, waiting: 0, asking: 0, cancelled: 0 });
	for (const { orderId } of [one, two]) {
		expect(ws.app.states.get("order", orderId).state.papers.map((p) => p.paper)).toEqual(["labels"]);
	}
});

test("one job that is unknown and none is printed; without a printer nothing is written down", async () => {
	const one = order(73);
	const jobIds = one.jobIds;
	expect(await reason("bulk.labels", { jobIds })).toBe("print.no-printer");
	await withPrinter();
	const nowhere = "00000000-0000-7000-8000-000000000000";
	expect(await reason("bulk.labels", { jobIds: [...jobIds, nowhere] })).toBe("job.not-found");
	expect((await ws.call("print.journal", {})).entries).toEqual([]);
	expect(ws.app.states.get("order", one.orderId).state.papers).toEqual([]);
});

test("what still waits can be called off", async () => {
	await withPrinter({ refuse: true });
	const { jobIds } = order(74, 3);
	const { prints } = await ws.call("bulk.labels", { jobIds });
	await untilDone(ws, () => ws.app.print.journal.attention().length === 1);
	expect(await ws.call("bulk.cancel", { prints })).toEqual({ cancelled: 6 });
	expect(await ws.call("bulk.progress", { prints })).toEqual({ out: 0, waiting: 0, asking: 0, cancelled: 6 });
	expect(await ws.call("bulk.cancel", { prints })).toEqual({ cancelled: 0 });
});

test("scan after scan onto a shelf and off again; each says what it was before", async () => {
	const one = order(75, 2);
	const apply = (act: unknown, text: string) => ws.tryCall("bulk.apply", { act, what: { text } });
	const shelf = { kind: "shelf", shelf: "a7" };
	expect(await apply(shelf, makePieceLabel(one.number, 1))).toMatchObject({
		value: { done: [{ jobId: one.jobIds[0], number: one.number, ordinal: 1, wasShelf: null }] },
	});
	expect(await apply(shelf, one.number)).toMatchObject({ value: { done: [{ wasShelf: "A7" }, { wasShelf: null }] } });
	expect([job(one.jobIds[0]).shelf, job(one.jobIds[1]).shelf]).toEqual(["A7", "A7"]);
	expect(await apply({ kind: "take-down" }, makePieceLabel(one.number, 1))).toMatchObject({ ok: true });
	expect(job(one.jobIds[0]).shelf).toBeNull();
	await ws.call("bulk.apply", { act: { kind: "shelf", shelf: "B2" }, what: { jobIds: [one.jobIds[0] ?? ""] } });
	expect(job(one.jobIds[0]).shelf).toBe("B2");
});

test("handing out work follows the bench's rules", async () => {
	const one = order(76);
	approve(ws, one.jobIds[0] ?? "", ["O01"]);
	const give = (person: string | null) => ({ act: { kind: "assign", person }, what: { text: one.number } });
	expect(await reason("bulk.apply", give(ws.staff.technician))).toBe("bench.not-yours-to-give");
	ws.as("manager");
	expect(await reason("bulk.apply", give(ws.staff.clerk))).toBe("bench.not-a-technician");
	const answer = await reason("bulk.apply", give(ws.staff.technician));
	expect([answer, job(one.jobIds[0]).assignee]).toEqual(["ok", ws.staff.technician]);
	expect(await ws.call("bulk.apply", { act: { kind: "assign", person: null }, what: { jobIds: one.jobIds } })).toEqual({
		done: [expect.objectContaining({ wasPerson: ws.staff.technician })],
	});
	expect(job(one.jobIds[0]).assignee).toBeNull();
});

test("what is no label, and hostile values", async () => {
	const act = { kind: "take-down" };
	expect(await reason("bulk.apply", { act, what: { text: "6901234567892" } })).toBe("bulk.not-a-label");
	const free = makeOrderNumber({ store: 1234, station: 1, counter: 999 });
	expect(await reason("bulk.apply", { act, what: { text: free } })).toBe("shelf.unknown-label");
	for (const wrong of [
		{},
		{ act, what: {} },
		{ act: { kind: "void" }, what: { text: "x" } },
		{ act, what: { jobIds: [] } },
	]) {
		expect(await reason("bulk.apply", wrong)).toBe("call.invalid-input");
	}
});
