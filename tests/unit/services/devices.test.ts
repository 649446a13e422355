import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { stationEvents } from "../../../domain/station/station.ts";
import { ippOperation } from "../../../main/devices/paper/ipp-state.ts";
import type { ScreenSettings } from "../../../preload/contract/devices.ts";
import type { PaperPrinterFields } from "../../../preload/contract/paper-fields.ts";
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../support/fixtures.ts";
import { type FakeIpp, type Said, startFakeIpp } from "../../support/printing/fake-ipp.ts";

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
	for (const each of opened.splice(0)) await each.close();
});

/** Each with ids of its own, as two PCs have. */
async function open(): Promise<ReadyWorkstation> {
	const ws = await openReadyWorkstation({ seed: opened.length + 1 });
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
		expect(JSON.parse(ws.app.print.journal.find(printId)?.options ?? "")).toEqual({
			media: "A5",
			copies: 1,
			tray: null,
		});
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

const screen: ScreenSettings = {
	wedge: {
		...{ gapMs: 45, minChars: 4, minCharsWithoutEnd: 6, flushMs: 200, prefix: "", suffix: "", endTwice: false },
		...{ layout: "us", gsSubstitute: "", gsKey: "", altCodes: "auto" },
	},
	sounds: { on: true, volume: 0.5 },
	camera: { ghost: 35, keepOpen: false },
};
const label = (port: number, name = "前台标签机") => ({
	...usualPrinter,
	name,
	offset: { xMm: 0.3, yMm: -1.2 },
	transport: { kind: "tcp" as const, host: "127.0.0.1", port },
});
const serial = { name: "收件枪", path: "/dev/ttyACM0", baud: 9600, end: "line" as const, pauseMs: 60 };

async function exported(ws: ReadyWorkstation, now = screen): Promise<string> {
	const { handle, fileName } = await ws.call("devices.export", { screen: now });
	expect(fileName).toBe("welt-devices-01234-2026-11-21.json");
	const { bytes } = await ws.app.media.read(handle);
	return Buffer.from(bytes).toString("utf8");
}

describe("the list of devices", () => {
	test("one row for each, with light, last act and last error", async () => {
		const ws = await open();
		let reasons = ["media-empty-error"];
		const { port } = await printer(() => reasons);
		ws.as("manager");
		await ws.call("scanners.save", { scanner: serial });
		await ws.call("printers.save", { printer: label(9), isDefault: true });
		const { id } = await ws.call("paperPrinters.save", { printer: paper(port) });
		const row = async (name: string) =>
			(await ws.call("devices.list", {})).devices.find((device) => device.name === name);
		expect((await ws.call("devices.list", {})).devices.map(({ kind, light }) => [kind, light])).toEqual([
			["scanner-serial", "gone"],
			["label-printer", "unknown"],
			["paper-printer", "unknown"],
		]);
		const { printId } = await ws.call("paperPrinters.test", { id });
		await until(ws, () => ws.app.print.journal.find(printId)?.reason === "out-of-paper");
		expect(await row("前台打印机")).toMatchObject({ light: "attention", trouble: "out-of-paper", waiting: 1 });
		reasons = ["none"];
		await ws.call("paperPrinters.status", { id });
		await until(ws, () => stateOf(ws, printId) === "confirmed");
		expect(await row("前台打印机")).toMatchObject({ light: "ready", trouble: null, last: "测试页", waiting: 0 });
		expect((await row("前台打印机"))?.lastAt).not.toBeNull();
	});

	test("a test of everything is a fact with its person, time and place in the log; the newest is shown", async () => {
		const ws = await open();
		ws.as("technician");
		const results = [
			{ device: "label-printer" as const, name: "前台标签机", outcome: "pass" as const, reason: null },
			{ device: "camera" as const, name: "", outcome: "skipped" as const, reason: "no-device" },
		];
		const { dev } = ws.app.log.identity;
		const setUp = stationEvents["station.opened"].make(`station:${dev}`, { number: 1, label: "前台" });
		ws.app.log.append(dev, [setUp]);
		expect((await ws.call("devices.list", {})).lastTest).toBeNull();
		const kept = await ws.call("devices.keepTest", { results });
		expect(kept).toMatchObject({ by: "李师傅", results });
		const [event] = ws.app.events.list([`station:${dev}`]).slice(-1);
		expect(event).toMatchObject({ type: "station.devices_tested", seq: kept.entry, actor: ws.staff.technician });
		expect((await ws.call("devices.list", {})).lastTest).toEqual(kept);
		expect(await ws.tryCall("devices.keepTest", { results: [] })).toMatchObject({ ok: false });
	});
});

describe("settings as a file", () => {
	async function furnished(): Promise<ReadyWorkstation> {
		const ws = await open();
		ws.as("manager");
		await ws.call("printers.save", { printer: label(9, "后台标签机"), isDefault: false });
		await ws.call("printers.save", { printer: label(8), isDefault: true });
		await ws.call("paperPrinters.save", { printer: paper(7) });
		await ws.call("scanners.save", { scanner: serial });
		await ws.call("scanners.repeat", { repeatMs: 300 });
		return ws;
	}

	test("moves to an empty workstation whole: seen first, then taken over, then nothing left to change", async () => {
		const camera = { ...screen.camera, label: "USB 摄像头", keepOpen: true };
		const text = await exported(await furnished(), { ...screen, camera, sounds: { on: false, volume: 0.2 } });
		const ws = await open();
		ws.as("manager");
		const { changes, from } = await ws.call("devices.preview", { text, screen });
		expect(from).not.toBe("");
		expect(changes.filter(({ change }) => change !== "same")).toEqual([
			{ what: "label-printer", name: "后台标签机", change: "new" },
			{ what: "label-printer", name: "前台标签机", change: "new" },
			{ what: "paper-printer", name: "前台打印机", change: "new" },
			{ what: "scanner", name: "收件枪", change: "new" },
			{ what: "default-printer", name: "前台标签机", change: "changed" },
			{ what: "repeat", name: "", change: "changed" },
			{ what: "sounds", name: "", change: "changed" },
			{ what: "camera", name: "", change: "changed" },
		]);
		expect((await ws.call("printers.list", {})).printers).toEqual([]);
		const { screen: kept } = await ws.call("devices.import", { text });
		expect(kept).toEqual({ ...screen, camera, sounds: { on: false, volume: 0.2 } });
		const { printers } = await ws.call("printers.list", {});
		expect(printers.find(({ isDefault }) => isDefault)).toMatchObject(label(8));
		expect((await ws.call("paperPrinters.list", {})).printers).toMatchObject([paper(7)]);
		expect(await ws.call("scanners.list", {})).toMatchObject({ scanners: [{ setup: serial }], repeatMs: 300 });
		const again = await ws.call("devices.preview", { text, screen: kept });
		expect(again.changes.every(({ change }) => change === "same")).toBe(true);
	});

	test("a device at the same place keeps its id here; what the file does not name stays", async () => {
		const text = await exported(await furnished());
		const ws = await open();
		ws.as("manager");
		const own = await ws.call("printers.save", { printer: label(8, "老名字"), isDefault: true });
		await ws.call("printers.save", { printer: label(5, "只在这里"), isDefault: false });
		const { changes } = await ws.call("devices.preview", { text, screen });
		expect(changes).toContainEqual({ what: "label-printer", name: "前台标签机", change: "changed" });
		await ws.call("devices.import", { text });
		const { printers } = await ws.call("printers.list", {});
		expect(printers.map(({ name }) => name).sort()).toEqual(["前台标签机", "只在这里", "后台标签机"].sort());
		expect(printers.find(({ name }) => name === "前台标签机")?.id).toBe(own.id);
	});

	test("damaged, cut off, edited, foreign and later files are refused in words, and nothing changes", async () => {
		const text = await exported(await furnished());
		const ws = await open();
		ws.as("manager");
		const cases: [string, string][] = [
			[text.replace("前台标签机", "别的标签机"), "devices.file-damaged"],
			[text.slice(0, text.length / 2), "devices.file-damaged"],
			["{}", "devices.file-foreign"],
			["# 不是文件", "devices.file-foreign"],
			[text.replace('"version": 1', '"version": 2'), "devices.file-newer"],
		];
		for (const [bad, reason] of cases) {
			expect(await ws.tryCall("devices.preview", { text: bad, screen })).toMatchObject({ error: { reason } });
			expect(await ws.tryCall("devices.import", { text: bad })).toMatchObject({ error: { reason } });
		}
		expect((await ws.call("printers.list", {})).printers).toEqual([]);
		ws.as("clerk");
		expect(await ws.tryCall("devices.import", { text })).toMatchObject({ error: { code: "forbidden" } });
		expect(await ws.tryCall("devices.export", { screen })).toMatchObject({ error: { code: "forbidden" } });
	});

	test("holds no key, no PIN and nobody's data", async () => {
		const ws = await furnished();
		receive(ws, { name: "张晓雯", phone: "13812345678" });
		const text = await exported(ws);
		expect(text).not.toMatch(/张晓雯|13812345678|2468|scrypt|badge|pin"/i);
		expect(Object.keys(JSON.parse(text).settings)).toEqual([
			...["printers", "defaultPrinterId", "paperPrinters", "scanners", "screen"],
		]);
	});
});
