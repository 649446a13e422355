import { afterEach, describe, expect, it } from "vitest";
import { job as jobIn, limits, never, patient, portTo, printerShop } from "./rig.ts";

const shop = printerShop();
const printer = shop.start;
const port = portTo;
const job = jobIn();
afterEach(shop.close);

describe("a label printer on the network", () => {
	it("prints, and knows it from the printer's own word", async () => {
		const virtual = await printer();
		expect(await port(virtual).send(job, never)).toEqual({ outcome: "sent", proof: "status" });
		expect(virtual.jobs).toHaveLength(1);
		expect(virtual.jobs[0]?.bitmap?.width).toBe(320);
	});

	it("prints on a printer that only closes the connection afterwards", async () => {
		const virtual = await printer();
		expect(await port(virtual, "close").send(job, never)).toEqual({ outcome: "sent", proof: "close" });
		expect(virtual.jobs).toHaveLength(1);
	});

	it("says no more than it knows of a printer that says nothing at all", async () => {
		const virtual = await printer({ silent: true });
		expect(await port(virtual, "none").send(job, never)).toEqual({ outcome: "sent", proof: "handed-over" });
		await virtual.printed(1);
	});

	it("waits for a slow printer instead of doubting it", async () => {
		const virtual = await printer({ slowMs: 350 });
		expect(await port(virtual, "status", patient).send(job, never)).toEqual({
			outcome: "sent",
			proof: "status",
		});
		expect(virtual.jobs).toHaveLength(1);
	});

	it("sends nothing where nobody listens", async () => {
		const virtual = await printer({ refuse: true });
		expect(await port(virtual).send(job, never)).toEqual({ outcome: "not-sent", trouble: "unreachable" });
	});

	it("takes silence for a printer that needs someone, and sends nothing", async () => {
		const virtual = await printer({ outOfPaper: true });
		const to = port(virtual);
		expect(await to.send(job, never)).toEqual({ outcome: "not-sent", trouble: "silent" });
		expect(await to.status(never)).toEqual({ state: "attention", trouble: "silent" });
		await virtual.set({ outOfPaper: false });
		expect(await to.status(never)).toEqual({ state: "ready" });
		expect(virtual.jobs).toHaveLength(0);
	});

	it.each([
		["paused", { paused: true }],
		["head-open", { headOpen: true }],
		["paused", { jammed: true }],
	] as const)("sends nothing to a printer that says it is %s", async (trouble, faults) => {
		const virtual = await printer(faults);
		expect(await port(virtual).send(job, never)).toEqual({ outcome: "not-sent", trouble });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not know what became of a label when the line breaks in the middle", async () => {
		const virtual = await printer({ dropAfter: 500 });
		for (const proof of ["status", "close"] as const) {
			const outcome = await port(virtual, proof).send(job, never);
			expect(outcome).toEqual({ outcome: "unknown", trouble: "connection-lost" });
		}
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not know when a printer that should close does not", async () => {
		const virtual = await printer({ silent: true });
		expect(await port(virtual, "close").send(job, never)).toEqual({ outcome: "unknown", trouble: "silent" });
	});

	it("does not know when the printer takes the label and then stands still", async () => {
		const virtual = await printer({ slowMs: 600_000 });
		expect(await port(virtual).send(job, never)).toEqual({ outcome: "unknown", trouble: "busy" });
		expect(virtual.jobs).toHaveLength(0);
	});

	it.each([
		["late", { lateMs: 600 }, "silent"],
		["in another device's words", { garbage: true }, "garbled"],
	] as const)("sends nothing to a printer that answers %s", async (_, faults, trouble) => {
		const virtual = await printer(faults);
		expect(await port(virtual).send(job, never)).toEqual({ outcome: "not-sent", trouble });
		expect(await port(virtual).status(never)).toEqual({ state: "attention", trouble });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not know what a printer that never reads will do with the label", async () => {
		const virtual = await printer({ neverRead: true });
		expect(await port(virtual, "status").send(job, never)).toEqual({ outcome: "not-sent", trouble: "silent" });
		expect(await port(virtual, "close").send(job, never)).toEqual({ outcome: "unknown", trouble: "silent" });
		// More than the network will hold: it never even leaves us.
		const big = { ...job, bytes: new Uint8Array(64 * 1024 * 1024) };
		const stuck = new AbortController();
		const sending = port(virtual, "close").send(big, stuck.signal);
		stuck.abort();
		expect(await sending).toMatchObject({ trouble: "cancelled" });
	});

	it("does not know when the printer hangs up in the middle, however politely", async () => {
		const virtual = await printer({ closeAfter: 500 });
		expect(await port(virtual).send(job, never)).toEqual({ outcome: "unknown", trouble: "connection-lost" });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("is not drowned by a printer that talks without end", async () => {
		const virtual = await printer({ garbage: true });
		const to = port(virtual, "status", { ...limits, statusMs: 50 });
		for (let at = 0; at < 20; at++) expect(await to.status(never)).toMatchObject({ trouble: "garbled" });
	});

	it("sends nothing once cancelled", async () => {
		const virtual = await printer();
		expect(await port(virtual).send(job, AbortSignal.abort())).toEqual({
			outcome: "not-sent",
			trouble: "cancelled",
		});
		expect(virtual.jobs).toHaveLength(0);
	});

	it("takes one connection at a time, also from two ports to the same address", async () => {
		const virtual = await printer();
		const ports = [port(virtual), port(virtual, "close")];
		const outcomes = await Promise.all([0, 1, 0, 1, 0].map((which) => ports[which]?.send(job, never)));
		expect(outcomes.map((outcome) => outcome?.outcome)).toEqual(Array.from({ length: 5 }, () => "sent"));
		expect(virtual.jobs).toHaveLength(5);
	});

	it("only says it can be reached where the model never says more", async () => {
		const virtual = await printer({ silent: true });
		expect(await port(virtual, "none").status(never)).toEqual({ state: "reachable" });
	});
});
