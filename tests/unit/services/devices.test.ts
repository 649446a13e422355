import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { ippOperation } from "../../../main/devices/paper/ipp-state.ts";
import type { PaperPrinterFields } from "../../../preload/contract/paper-fields.ts";
import { type FakeIpp, type Said, startFakeIpp } from "../../support/printing/fake-ipp.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
	for (const each of opened.splice(0)) await each.close();
});

async function open(): Promise<ReadyWorkstation> {
	const ws = await openReadyWorkstation();
	opened.push({ close: () => ws.dispose() });
	return ws;
}

/** Prints whatever comes; `reasons` is what it complains of. */
async function printer(reasons: () => string[] = () => ["none"]): Promise<FakeIpp> {
	const ipp = await startFakeIpp((operation): Said => {
		if (operation === ippOperation.printJob) return { job: { "job-id": [7] } };
		if (operation === ippOperation.getJob) return { job: { "job-state": [9], "job-impressions-completed": [1] } };
		return { printer: { "printer-state": [3], "printer-state-reasons": reasons() } };
	});
	opened.push(ipp);
	return ipp;
}

const paper = (port: number, more: Partial<PaperPrinterFields> = {}): PaperPrinterFields => ({
	...{ name: "前台打印机", papers: ["slip", "receipt"], tray: null, copies: 1 },
	transport: { kind: "ipp", url: `ipp://127.0.0.1:${port}/ipp/print` },
	...more,
});

/** Timers of the test clock fire when it moves, sockets need real time; the test's own time-out bounds the loop. */
async function until(ws: ReadyWorkstation, done: () => boolean): Promise<void> {
	while (!done()) {
		ws.clock.pass(1);
		await setTimeout(1);
	}
}

const stateOf = (ws: ReadyWorkstation, printId: string) => ws.app.print.journal.find(printId)?.state;

describe("printers for paper", () => {
	test("an order's paper goes straight to the printer that takes it, and the order remembers", async () => {
		const ws = await open();
		const { port } = await printer();
		const { orderId } = receive(ws);
		ws.as("manager");
		await ws.call("paperPrinters.save", { printer: paper(port) });
		ws.as("clerk");
		const { printId, printer: name } = await ws.call("print.sendPaper", { orderId, paper: "slip" });
		expect(name).toBe("前台打印机");
		await until(ws, () => stateOf(ws, printId) === "confirmed");
		expect(JSON.parse(ws.app.print.journal.find(printId)?.options ?? "")).toEqual({ media: "A5", copies: 1, tray: null });
		expect(ws.app.states.get("order", orderId).state.papers).toMatchObject([{ paper: "slip", reprint: false }]);
		const { entries } = await ws.call("print.journal", { orderId });
		expect(entries).toMatchObject([{ printer: "前台打印机", kind: "slip", state: "confirmed" }]);
	});

	test("a paper nobody takes is refused in words and recorded nowhere", async () => {
		const ws = await open();
		const { orderId } = receive(ws);
		expect(await ws.tryCall("print.sendPaper", { orderId, paper: "slip" })).toMatchObject({
			error: { code: "device-missing", reason: "print.no-paper-printer" },
		});
		expect(ws.app.states.get("order", orderId).state.papers).toEqual([]);
		expect((await ws.call("print.journal", { orderId })).entries).toEqual([]);
	});

	test("out of ink: the paper waits with its word, the printer says so, and it comes out once there is ink", async () => {
		const ws = await open();
		let reasons = ["toner-empty-error"];
		const { port } = await printer(() => reasons);
		const { orderId } = receive(ws);
		ws.as("manager");
		const { id } = await ws.call("paperPrinters.save", { printer: paper(port) });
		const { printId } = await ws.call("print.sendPaper", { orderId, paper: "slip" });
		await until(ws, () => ws.app.print.journal.find(printId)?.reason === "out-of-ink");
		const { printers } = await ws.call("paperPrinters.list", {});
		expect(printers).toMatchObject([{ state: "attention", trouble: "out-of-ink", waiting: 1 }]);
		expect(await ws.tryCall("paperPrinters.remove", { id })).toMatchObject({
			error: { reason: "print.papers-still-waiting" },
		});
		reasons = ["none"];
		expect(await ws.call("paperPrinters.status", { id })).toMatchObject({ state: "ready", trouble: null });
		await until(ws, () => stateOf(ws, printId) === "confirmed");
		await ws.call("paperPrinters.remove", { id });
		expect(await ws.call("paperPrinters.list", {})).toEqual({ printers: [] });
	});

	test("a paper comes out in one place: the second printer takes it from the first; only a manager sets up", async () => {
		const ws = await open();
		ws.as("manager");
		await ws.call("paperPrinters.save", { printer: paper(9) });
		await ws.call("paperPrinters.save", { printer: paper(8, { name: "后台", papers: ["receipt", "quote"] }) });
		const { printers } = await ws.call("paperPrinters.list", {});
		expect(printers.map(({ name, papers }) => [name, papers])).toEqual([
			["前台打印机", ["slip"]],
			["后台", ["receipt", "quote"]],
		]);
		ws.as("clerk");
		expect(await ws.tryCall("paperPrinters.save", { printer: paper(9) })).toMatchObject({
			error: { code: "forbidden" },
		});
	});

	test("a test page is an A5 PDF in the journal, on nobody's order", async () => {
		const ws = await open();
		const { port } = await printer();
		ws.as("manager");
		const { id } = await ws.call("paperPrinters.save", { printer: paper(port, { papers: [] }) });
		ws.as("technician");
		const { printId } = await ws.call("paperPrinters.test", { id });
		await until(ws, () => stateOf(ws, printId) === "confirmed");
		expect((await ws.call("print.journal", {})).entries).toMatchObject([{ kind: "test-page", orderId: null }]);
	});
});
