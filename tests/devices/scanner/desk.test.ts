import { afterEach, describe, expect, it } from "vitest";
import { createRestartable } from "../../../main/restartable.ts";
import { createWaitingScans } from "../../../main/waiting-scans.ts";
import type { Push } from "../../../preload/contract/host.ts";
import type { SerialScannerFields } from "../../../preload/contract/scanners.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { testPorts } from "../../support/memory-workstation.ts";
import { createFakeHid, createFakeSerial, settle } from "./fakes.ts";
import { reportsOf } from "./honeywell-frames.ts";

const scanner: SerialScannerFields = {
	name: "柜台扫码枪",
	path: "/dev/ttyACM0",
	baud: 9600,
	end: "line",
	pauseMs: 100,
};
const bytes = (text: string) => new TextEncoder().encode(text);

let ws: ReadyWorkstation | undefined;
afterEach(async () => {
	await ws?.dispose();
	ws = undefined;
});

async function open() {
	const hid = createFakeHid();
	const serial = createFakeSerial();
	const scanners = { hid: async () => hid.driver, serial: async () => serial.driver };
	const opened = await openReadyWorkstation({ scanners });
	ws = opened;
	const pushes: Push[] = [];
	opened.core.subscribe((push) => pushes.push(push));
	const pass = async (ms: number) => {
		opened.clock.pass(ms);
		await settle();
	};
	const scans = () => pushes.flatMap((push) => (push.type === "scan" ? [[push.source, push.text]] : []));
	return { ws: opened, hid, serial, pushes, pass, scans };
}

describe("scanners.*", () => {
	it("a serial scanner is set up, read, changed and removed by a manager; the rest may look", async () => {
		const { ws, serial, pass, scans, pushes } = await open();
		await pass(0);
		expect(await ws.tryCall("scanners.save", { scanner })).toMatchObject({ ok: false, error: { code: "forbidden" } });
		ws.as("manager");
		const { id } = await ws.call("scanners.save", { scanner });
		await settle();
		expect(await ws.tryCall("scanners.save", { scanner })).toMatchObject({
			error: { reason: "scanner.port-taken", details: { name: "柜台扫码枪" } },
		});
		expect((await ws.call("scanners.ports", {})).ports).toEqual([
			{ path: "/dev/ttyACM0", name: "Scanner", usedBy: "柜台扫码枪" },
		]);
		serial.lines.get("/dev/ttyACM0")?.data(bytes("]C10106901234567892\u001d21A\r"));
		expect(scans()).toEqual([[id, "]C10106901234567892\u001d21A"]]);
		expect(pushes.filter(({ type }) => type === "devices").length).toBeGreaterThan(0);
		ws.as("clerk");
		expect(await ws.call("scanners.list", {})).toEqual({
			scanners: [
				{
					...{ id, kind: "serial", name: "柜台扫码枪", state: "ready", trouble: null, repeats: 0, setup: scanner },
					lastScanAt: new Date(ws.clock.now).toISOString(),
				},
			],
			trouble: null,
			repeatMs: 150,
		});
		ws.as("manager");
		await ws.call("scanners.repeat", { repeatMs: 400 });
		await ws.call("scanners.save", { id, scanner: { ...scanner, baud: 115_200 } });
		await settle();
		expect(serial.lines.get("/dev/ttyACM0")?.baud).toBe(115_200);
		await ws.call("scanners.remove", { id });
		expect(await ws.call("scanners.list", {})).toEqual({ scanners: [], trouble: null, repeatMs: 400 });
		expect(serial.lines.size).toBe(0);
		expect(await ws.tryCall("scanners.remove", { id })).toMatchObject({ error: { reason: "scanner.unknown" } });
	});

	it("a scan that can't be used reaches the screens in a form that has an answer", async () => {
		const { ws, hid, pass, scans } = await open();
		const device = hid.plug("/dev/hidraw0");
		await pass(0);
		const send = async (reports: Uint8Array[]) => {
			// Noise is told once in half a second.
			await pass(600);
			for (const one of reports) device.report(one);
			await pass(1000);
			return ws.call("scan.resolve", { text: scans().at(-1)?.[1] ?? "" });
		};
		expect(await send(reportsOf(Uint8Array.from([0xff, 0xfe, 0]), "]d1"))).toMatchObject({ reason: "scan.encoding" });
		expect(await send(reportsOf("x".repeat(60), "]Q1").slice(0, 1))).toMatchObject({ reason: "scan.check" });
		expect(await send(reportsOf("x".repeat(9000), "]Q1"))).toMatchObject({ reason: "scan.too-long" });
		expect(await send(reportsOf("]X0?", "]X0", { maker: 0x3f }))).toMatchObject({ reason: "scan.too-long" });
		expect(scans().length).toBe(3);
	});

	it("opens nothing before the core is ready, closes everything with it, and keeps its settings", async () => {
		const { ws: first, serial, hid } = await open();
		const device = hid.plug("/dev/hidraw0");
		first.as("manager");
		await first.call("scanners.save", { scanner });
		expect([device.listeners, serial.opens()]).toEqual([0, 0]);
		first.clock.pass(0);
		await settle();
		expect([device.listeners, serial.opens()]).toEqual([1, 1]);
		ws = { ...first, ...(await first.restart()) };
		expect([device.closed, serial.lines.size]).toEqual([true, 0]);
		expect(ws.core.app?.scanners.settings().serial).toMatchObject([scanner]);
	});

	it("log lines hold no scan", async () => {
		const { ws, hid, pass } = await open();
		const device = hid.plug("/dev/hidraw0");
		await pass(0);
		for (const one of reportsOf("WB-SECRETBADGE123", "]Q1")) device.report(one);
		hid.unplug("/dev/hidraw0");
		await pass(2000);
		expect(JSON.stringify(ws.lines)).not.toContain("SECRET");
	});
});

describe("scans nobody hears", () => {
	const scan = (text: string): Push => ({ type: "scan", text, source: "serial:a" });

	it("wait in order for the first screen, a short while and not without end", () => {
		let now = 0;
		let lost = 0;
		const waiting = createWaitingScans(
			() => now,
			(count) => {
				lost += count;
			},
		);
		waiting.keep(scan("old"));
		now = 6000;
		waiting.keep(scan("A"));
		waiting.keep(scan("B"));
		now = 12_000;
		expect(waiting.take()).toEqual([scan("A"), scan("B")]);
		expect([lost, waiting.take()]).toEqual([1, []]);
		for (let i = 0; i < 10_001; i++) waiting.keep(scan(String(i)));
		expect([waiting.take().length, lost]).toEqual([10_000, 2]);
	});

	it("reach the screen that comes, once, before what is read then", async () => {
		const { ports } = testPorts();
		let push: (message: Push) => void = () => undefined;
		const core = await createRestartable(ports, async (tell) => {
			push = tell;
			return { stop: async () => undefined } as never;
		});
		push(scan("A"));
		push({ type: "session" });
		push(scan("B"));
		const heard: Push[] = [];
		const stop = core.subscribe((message) => heard.push(message));
		push(scan("C"));
		stop();
		push(scan("D"));
		core.subscribe((message) => heard.push(message));
		expect(heard).toEqual([scan("A"), scan("B"), scan("C"), scan("D")]);
	});
});
