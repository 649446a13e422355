import { afterEach, describe, expect, it } from "vitest";
import { createLinePrinter } from "../../../main/devices/printer/line-printer.ts";
import { printerLanguages } from "../../../main/devices/printer/open-printer.ts";
import { serialTransport } from "../../../main/devices/printer/transport/serial.ts";
import type { VirtualFaults } from "../../../main/devices/virtual/faults.ts";
import { type Cable, eventually, holdPort, plugIn } from "./cable.ts";
import { job, type Language, limits, never, type Proof, patient, printerShop } from "./rig.ts";

const shop = printerShop();
const cables: Cable[] = [];
afterEach(async () => {
	await Promise.all(cables.splice(0).map((cable) => cable.close()));
	await shop.close();
});

async function onCable(faults: Partial<VirtualFaults> = {}, language: Language = "zpl") {
	const virtual = await shop.start(faults, language);
	const cable = await plugIn(virtual.port);
	cables.push(cable);
	const port = (proof: Proof = "status", use = patient) =>
		createLinePrinter({ proof }, printerLanguages[language], serialTransport(cable.path, 115_200), use);
	return { virtual, cable, port };
}

describe("a printer on a serial cable", () => {
	it.each(["zpl", "tspl", "escpos"] as const)(
		"prints in %s, and knows it from the printer's own word",
		async (language) => {
			const { virtual, port } = await onCable({ slowMs: 150 }, language);
			const to = port();
			const outcomes = [await to.send(job(language), never), await to.send(job(language), never)];
			expect(outcomes).toEqual([1, 2].map(() => ({ outcome: "sent", proof: "status" })));
			expect(virtual.jobs.map(({ bytes }) => bytes.length)).toEqual([1, 2].map(() => virtual.jobs[0]?.bytes.length));
			expect(await to.status(never)).toEqual({ state: "ready" });
		},
	);

	it("hands over to one that never answers", async () => {
		const { virtual, port } = await onCable({ silent: true });
		for (const proof of ["none", "close"] as const) {
			expect(await port(proof, limits).send(job(), never)).toEqual({ outcome: "sent", proof: "handed-over" });
		}
		await virtual.printed(2);
	});

	it.each([
		["paused", { paused: true }],
		["silent", { silent: true }],
		["garbled", { garbage: true }],
	])("sends nothing when it is %s", async (trouble, faults) => {
		const { virtual, port } = await onCable(faults);
		expect(await port("status", limits).send(job(), never)).toEqual({ outcome: "not-sent", trouble });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not take an answer that comes late for the answer about this label", async () => {
		// Each answer is one question behind: the first look after the label hears "nothing waiting" from before it.
		const { virtual, port } = await onCable({ lateMs: 300, slowMs: 1_200 });
		const impatient = { ...patient, statusMs: 150 };
		expect(await port("status", impatient).send(job(), never)).toEqual({ outcome: "not-sent", trouble: "silent" });
		const outcome = await port().send(job(), never);
		expect(outcome).toEqual({ outcome: "sent", proof: "status" });
		expect(virtual.jobs).toHaveLength(1);
	});

	it("does not know what became of a label when the plug is pulled in the middle", async () => {
		const { virtual, cable, port } = await onCable({ slowMs: 600_000 });
		const sending = port().send(job(), never);
		await expect.poll(() => virtual.questions()).toBeGreaterThan(1);
		await cable.unplug();
		expect(await sending).toEqual({ outcome: "unknown", trouble: "connection-lost" });
	});

	it("is missing once unplugged, and prints again once plugged in", async () => {
		const { virtual, cable, port } = await onCable();
		await cable.unplug();
		expect(await port().send(job(), never)).toEqual({ outcome: "not-sent", trouble: "port-missing" });
		expect(await port().status(never)).toEqual({ state: "attention", trouble: "port-missing" });
		const again = await plugIn(virtual.port);
		cables.push(again);
		const to = createLinePrinter(
			{ proof: "status" },
			printerLanguages.zpl,
			serialTransport(again.path, 9_600),
			patient,
		);
		expect(await to.send(job(), never)).toEqual({ outcome: "sent", proof: "status" });
	});

	it("says so when another program holds the port, and prints once that lets go", async () => {
		const { cable, port } = await onCable();
		const release = await holdPort(cable.path);
		expect(await port().send(job(), never)).toEqual({ outcome: "not-sent", trouble: "port-in-use" });
		await release();
		expect(await port().send(job(), never)).toEqual({ outcome: "sent", proof: "status" });
	});

	it("takes one label at a time, also from two ports to the same cable", async () => {
		const { virtual, port } = await onCable();
		const outcomes = await Promise.all([port(), port(), port()].map((to) => to.send(job(), never)));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(["sent", "sent", "sent"]);
		expect(virtual.jobs).toHaveLength(3);
	});

	it("breaks off when told to", async () => {
		const { virtual, port } = await onCable({ slowMs: 600_000 });
		const stop = new AbortController();
		const sending = port().send(job(), stop.signal);
		await eventually(() => virtual.questions() > 1);
		stop.abort();
		expect(await sending).toEqual({ outcome: "unknown", trouble: "cancelled" });
	});

	it("is missing where there is no such port", async () => {
		const to = createLinePrinter({ proof: "none" }, printerLanguages.zpl, serialTransport("/dev/ttyWelt99", 9_600));
		expect(await to.send(job(), never)).toEqual({ outcome: "not-sent", trouble: "port-missing" });
	});
});
