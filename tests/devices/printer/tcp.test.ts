import { afterEach, describe, expect, it } from "vitest";
import { createTcpPrinter, type TcpLimits } from "../../../main/devices/printer/line-printer.ts";
import { type PrinterProfileInput, printerProfileSchema } from "../../../main/devices/printer/profile.ts";
import {
	startVirtualPrinter,
	type VirtualFaults,
	type VirtualPrinter,
} from "../../../main/devices/virtual/virtual-printer.ts";
import { blankBitmap, fillRect } from "../../../main/print/label/bitmap.ts";
import { encodeZpl } from "../../../main/print/label/encode-zpl.ts";

const limits: TcpLimits = { connectMs: 2_000, statusMs: 250, sendMs: 5_000, finishMs: 400 };
const patient: TcpLimits = { ...limits, finishMs: 20_000 };

function label(): Uint8Array {
	const bitmap = blankBitmap(320, 240);
	fillRect(bitmap, 10, 10, 100, 50);
	return encodeZpl(bitmap);
}

const running: VirtualPrinter[] = [];
async function printer(faults: Partial<VirtualFaults> = {}) {
	const started = await startVirtualPrinter({ faults });
	running.push(started);
	return started;
}
const port = (virtual: VirtualPrinter, proof: PrinterProfileInput["proof"] = "status", use = limits) =>
	createTcpPrinter(
		printerProfileSchema.parse({ id: "p1", name: "前台", host: "127.0.0.1", port: virtual.port, proof }),
		use,
	);
const job = (bytes: Uint8Array) => ({ id: "j1", title: "label", bytes, options: null });
const never = new AbortController().signal;

afterEach(async () => {
	await Promise.all(running.splice(0).map((each) => each.close()));
});

describe("a label printer on the network", () => {
	it("prints, and knows it from the printer's own word", async () => {
		const virtual = await printer();
		expect(await port(virtual).send(job(label()), never)).toEqual({ outcome: "sent", proof: "status" });
		expect(virtual.jobs).toHaveLength(1);
		expect(virtual.jobs[0]?.bitmap?.width).toBe(320);
	});

	it("prints on a printer that only closes the connection afterwards", async () => {
		const virtual = await printer();
		expect(await port(virtual, "close").send(job(label()), never)).toEqual({ outcome: "sent", proof: "close" });
		expect(virtual.jobs).toHaveLength(1);
	});

	it("says no more than it knows of a printer that says nothing at all", async () => {
		const virtual = await printer({ silent: true });
		expect(await port(virtual, "none").send(job(label()), never)).toEqual({ outcome: "sent", proof: "handed-over" });
		await virtual.printed(1);
	});

	it("waits for a slow printer instead of doubting it", async () => {
		const virtual = await printer({ slowMs: 350 });
		expect(await port(virtual, "status", patient).send(job(label()), never)).toEqual({
			outcome: "sent",
			proof: "status",
		});
		expect(virtual.jobs).toHaveLength(1);
	});

	it("sends nothing where nobody listens", async () => {
		const virtual = await printer({ refuse: true });
		expect(await port(virtual).send(job(label()), never)).toEqual({ outcome: "not-sent", trouble: "unreachable" });
	});

	it("takes silence for a printer that needs someone, and sends nothing", async () => {
		const virtual = await printer({ outOfPaper: true });
		const to = port(virtual);
		expect(await to.send(job(label()), never)).toEqual({ outcome: "not-sent", trouble: "silent" });
		expect(await to.status(never)).toEqual({ state: "attention", trouble: "silent" });
		await virtual.set({ outOfPaper: false });
		expect(await to.status(never)).toEqual({ state: "ready" });
		expect(virtual.jobs).toHaveLength(0);
	});

	it.each([
		["paused", { paused: true }],
		["head-open", { headOpen: true }],
	] as const)("sends nothing to a printer that says it is %s", async (trouble, faults) => {
		const virtual = await printer(faults);
		expect(await port(virtual).send(job(label()), never)).toEqual({ outcome: "not-sent", trouble });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not know what became of a label when the line breaks in the middle", async () => {
		const virtual = await printer({ dropAfter: 500 });
		for (const proof of ["status", "close"] as const) {
			const outcome = await port(virtual, proof).send(job(label()), never);
			expect(outcome).toEqual({ outcome: "unknown", trouble: "connection-lost" });
		}
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not know when a printer that should close does not", async () => {
		const virtual = await printer({ silent: true });
		expect(await port(virtual, "close").send(job(label()), never)).toEqual({ outcome: "unknown", trouble: "silent" });
	});

	it("does not know when the printer takes the label and then stands still", async () => {
		const virtual = await printer({ slowMs: 600_000 });
		expect(await port(virtual).send(job(label()), never)).toEqual({ outcome: "unknown", trouble: "busy" });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("sends nothing once cancelled", async () => {
		const virtual = await printer();
		expect(await port(virtual).send(job(label()), AbortSignal.abort())).toEqual({
			outcome: "not-sent",
			trouble: "cancelled",
		});
		expect(virtual.jobs).toHaveLength(0);
	});

	it("takes one connection at a time, also from two ports to the same address", async () => {
		const virtual = await printer();
		const ports = [port(virtual), port(virtual, "close")];
		const outcomes = await Promise.all([0, 1, 0, 1, 0].map((which) => ports[which]?.send(job(label()), never)));
		expect(outcomes.map((outcome) => outcome?.outcome)).toEqual(Array.from({ length: 5 }, () => "sent"));
		expect(virtual.jobs).toHaveLength(5);
	});

	it("only says it can be reached where the model never says more", async () => {
		const virtual = await printer({ silent: true });
		expect(await port(virtual, "none").status(never)).toEqual({ state: "reachable" });
	});
});
