import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";

let ws: ReadyWorkstation | undefined;
let printer: VirtualPrinter | undefined;
afterEach(async () => {
	await ws?.dispose();
	await printer?.close();
});

const fields = {
	name: "前台标签机",
	...usualPrinter,
};

async function withPrinter(faults = {}) {
	ws = await openReadyWorkstation();
	printer = await startVirtualPrinter({ faults });
	ws.as("manager");
	await ws.call("printers.save", {
		printer: { ...fields, transport: { kind: "tcp", host: "127.0.0.1", port: printer.port } },
		isDefault: true,
	});
	ws.as("clerk");
	return { ws, printer };
}

/** Timers of the test clock fire when it moves, sockets need real time; the test's own time-out bounds the loop. */
async function until(ws: ReadyWorkstation, done: () => boolean): Promise<void> {
	while (!done()) {
		ws.clock.pass(1);
		await setTimeout(1);
	}
}

test("one label per piece goes to the printer, and the order remembers it", async () => {
	const { ws, printer } = await withPrinter();
	const { orderId } = receive(ws, { jobs: 2 });
	expect(await ws.call("print.labels", { orderId })).toEqual({ queued: 4, printer: fields.name });
	await until(ws, () => printer.jobs.length === 4);
	expect(printer.jobs).toHaveLength(4);
	const { entries } = await ws.call("print.journal", { orderId });
	await until(ws, () => ws.app.print.journal.listBySubject(`order:${orderId}`).every((e) => e.state === "confirmed"));
	expect(entries).toHaveLength(4);
	expect(ws.app.states.get("order", orderId).state.papers.map((p) => p.paper)).toEqual(["labels"]);
});

test("without a printer the labels are refused in words, and nothing is recorded", async () => {
	ws = await openReadyWorkstation();
	const { orderId } = receive(ws);
	expect(await ws.tryCall("print.labels", { orderId })).toMatchObject({
		ok: false,
		error: { code: "device-missing", reason: "print.no-printer" },
	});
	expect(ws.app.states.get("order", orderId).state.papers).toEqual([]);
});

test("slip, bench slip and their reprint are PDFs kept out of reach once locked", async () => {
	ws = await openReadyWorkstation();
	const { orderId } = receive(ws, { jobs: 3, services: ["O42"] });
	const slip = await ws.call("print.paper", { orderId, paper: "slip" });
	expect(slip).toMatchObject({ reprint: false });
	const read = await ws.core.readMedia(slip.handle, { host: "memory", client: "test" });
	expect(read.ok && Buffer.from(read.value.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
	expect(await ws.call("print.paper", { orderId, paper: "slip", language: "en" })).toMatchObject({ reprint: true });
	expect(await ws.call("print.paper", { orderId, paper: "bench-slip" })).toMatchObject({ reprint: false });
	ws.core.lock();
	expect(await ws.core.readMedia(slip.handle, { host: "memory", client: "test" })).toMatchObject({ ok: false });
});

test("a quote or receipt that is not there is refused", async () => {
	ws = await openReadyWorkstation();
	const { orderId, jobIds } = receive(ws);
	const [jobId = ""] = jobIds;
	expect(await ws.tryCall("print.paper", { orderId, paper: "quote", jobId })).toMatchObject({
		error: { reason: "quote.not-found" },
	});
	expect(await ws.tryCall("print.paper", { orderId, paper: "receipt" })).toMatchObject({
		error: { reason: "order.not-handed-over" },
	});
	expect(await ws.tryCall("print.paper", { orderId, paper: "quote" })).toMatchObject({
		error: { reason: "print.job-missing" },
	});
});

test("labels asked for while the printer is gone wait and come out once it is back", async () => {
	const { ws, printer } = await withPrinter({ refuse: true });
	const { orderId } = receive(ws);
	await ws.call("print.labels", { orderId });
	const { journal } = ws.app.print;
	await until(ws, () => journal.attention().length === 1);
	expect((await ws.call("printers.list", {})).printers[0]).toMatchObject({ trouble: "unreachable", waiting: 2 });
	await printer.set({ refuse: false });
	ws.clock.pass(60_000);
	await until(ws, () => printer.jobs.length === 2);
	expect(printer.jobs).toHaveLength(2);
});

test("a label printed again says so, is drawn from what it said then, and the journal knows whose copy it is", async () => {
	const { ws, printer } = await withPrinter();
	const { orderId } = receive(ws);
	await ws.call("print.labels", { orderId });
	const { journal } = ws.app.print;
	const all = () => journal.listBySubject(`order:${orderId}`);
	await until(ws, () => all().length > 0 && all().every((e) => e.state === "confirmed"));
	const [first] = all().toReversed();
	const copy = await ws.call("print.again", { printId: first?.id ?? "" });
	expect(copy).toMatchObject({ reprint: true, kind: "piece-label", again: false });
	await until(ws, () => journal.find(copy.id)?.state === "confirmed");
	expect(journal.find(copy.id)).toMatchObject({ reprintOf: first?.id });
	const [original, marked] = [printer.jobs[0], printer.jobs.at(-1)];
	expect(marked?.bitmap?.width).toBe(original?.bitmap?.width);
	expect(marked?.bitmap).not.toEqual(original?.bitmap);
});

test("only a label that came out can be printed again", async () => {
	const { ws } = await withPrinter({ refuse: true });
	const { orderId } = receive(ws);
	await ws.call("print.labels", { orderId });
	const [waiting] = ws.app.print.journal.listBySubject(`order:${orderId}`);
	expect(await ws.tryCall("print.again", { printId: waiting?.id ?? "" })).toMatchObject({
		error: { code: "rule-broken", reason: "print.not-out-yet" },
	});
	expect(await ws.tryCall("print.again", { printId: orderId })).toMatchObject({
		error: { code: "not-found", reason: "print.no-such-entry" },
	});
});

test("a label that waits follows its printer when that is set up anew", async () => {
	const { ws, printer } = await withPrinter({ refuse: true });
	const { orderId } = receive(ws);
	await ws.call("print.labels", { orderId });
	const { printers, journal } = ws.app.print;
	const id = printers.defaultId() ?? "";
	await until(ws, () => journal.attention().length === 1);
	ws.as("manager");
	const moved = {
		...fields,
		media: "40x30" as const,
		transport: { kind: "tcp" as const, host: "127.0.0.1", port: printer.port },
	};
	await ws.call("printers.save", { id, printer: moved, isDefault: true });
	await printer.set({ refuse: false });
	ws.clock.pass(60_000);
	await until(ws, () => printer.jobs.length === 2);
	expect(printer.jobs.map(({ bitmap }) => bitmap?.width)).toEqual([320, 320]);
});

test("a printer's trouble is on the screen before anything is printed, and gone once it is put right", async () => {
	const { ws, printer } = await withPrinter({ headOpen: true });
	const seen = async () => (await ws.call("printers.list", {})).printers[0];
	const { watch, printers } = ws.app.print;
	const id = printers.defaultId() ?? "";
	await until(ws, () => watch.seen(id) !== undefined);
	expect(await seen()).toMatchObject({ state: "attention", trouble: "head-open", waiting: 0 });
	await printer.set({ headOpen: false });
	expect(await ws.call("printers.status", { id })).toEqual({ state: "ready", trouble: null, warning: null });
	expect(await seen()).toMatchObject({ state: "ready", trouble: null });
});

test("a label too wide for its receipt roll is refused in words", async () => {
	ws = await openReadyWorkstation();
	ws.as("manager");
	const transport = { kind: "tcp" as const, host: "127.0.0.1", port: 9100 };
	const printer = { ...fields, transport, language: "escpos" as const, roll: "58" as const };
	expect(await ws.tryCall("printers.save", { printer, isDefault: true })).toMatchObject({
		error: { code: "invalid-input", reason: "print.does-not-fit-roll" },
	});
});
