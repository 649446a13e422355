/** The same promises in TSPL and ESC/POS as in ZPL (tcp.test.ts), over the network. */
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { dotAt } from "../../../main/print/label/bitmap.ts";
import { job, type Language, limits, never, patient, picture, portTo, printerShop } from "./rig.ts";

const shop = printerShop();
afterEach(shop.close);

/** A real one is seen at work: a label takes it longer than a look. */
const atWork = { slowMs: 120 };

describe.each(["tspl", "escpos"] as const)("a %s printer", (language: Language) => {
	const port = (virtual: { port: number }, proof: "status" | "close" | "none" = "status", use = patient) =>
		portTo(virtual, proof, use, language);

	it("prints, and knows it from the printer's own word", async () => {
		const virtual = await shop.start(atWork, language);
		expect(await port(virtual).send(job(language), never)).toEqual({ outcome: "sent", proof: "status" });
		expect(virtual.jobs).toHaveLength(1);
	});

	it("prints every dot where it belongs", async () => {
		const virtual = await shop.start(atWork, language);
		await port(virtual).send(job(language), never);
		const printed = virtual.jobs[0]?.bitmap;
		if (!printed) throw new Error("nothing printed");
		const sent = picture();
		const left = (printed.width - sent.width) / 2;
		let different = 0;
		for (let y = 0; y < printed.height; y++) {
			for (let x = 0; x < printed.width; x++) if (dotAt(printed, x, y) !== dotAt(sent, x - left, y)) different++;
		}
		expect([different, printed.height]).toEqual([0, sent.height]);
	});

	it("takes one label after another", async () => {
		const virtual = await shop.start({ slowMs: 60 }, language);
		const to = port(virtual);
		const outcomes = await Promise.all([1, 2, 3].map(() => to.send(job(language), never)));
		expect(outcomes).toEqual([1, 2, 3].map(() => ({ outcome: "sent", proof: "status" })));
		expect(virtual.jobs).toHaveLength(3);
	});

	it.each([
		["out-of-paper", { outOfPaper: true }],
		[language === "tspl" ? "head-open" : "cover-open", { headOpen: true }],
		[language === "tspl" ? "jam" : "cutter-error", { jammed: true }],
		["paused", { paused: true }],
		["silent", { silent: true }],
		["silent", { neverRead: true }],
		["garbled", { garbage: true }],
		["silent", { lateMs: 5_000 }],
		["unreachable", { refuse: true }],
	])("sends nothing when it is %s", async (trouble, faults) => {
		const virtual = await shop.start(faults, language);
		const to = port(virtual, "status", limits);
		expect(await to.send(job(language), never)).toEqual({ outcome: "not-sent", trouble });
		expect(await to.status(never)).toEqual({ state: "attention", trouble });
		expect(virtual.jobs).toHaveLength(0);
	});

	it("does not know when paper runs out in the middle, and says why", async () => {
		const virtual = await shop.start({ slowMs: 600_000 }, language);
		const sending = port(virtual).send(job(language), never);
		// Asked at least once after the label: it is at work.
		await expect.poll(() => virtual.questions()).toBeGreaterThan(language === "tspl" ? 1 : 4);
		await virtual.set({ outOfPaper: true });
		expect(await sending).toEqual({ outcome: "unknown", trouble: "out-of-paper" });
	});

	it("does not know when it stands still, the line breaks, or it hangs up early", async () => {
		const still = await shop.start({ slowMs: 600_000 }, language);
		expect(await port(still, "status", limits).send(job(language), never)).toEqual({
			outcome: "unknown",
			trouble: "busy",
		});
		for (const faults of [{ dropAfter: 500 }, { closeAfter: 500 }]) {
			const lost = await shop.start(faults, language);
			expect(await port(lost).send(job(language), never)).toEqual({ outcome: "unknown", trouble: "connection-lost" });
			expect(lost.jobs).toHaveLength(0);
		}
	});

	it("says no more than it knows of one that never answers", async () => {
		const virtual = await shop.start({ silent: true }, language);
		expect(await port(virtual, "none", limits).send(job(language), never)).toEqual({
			outcome: "sent",
			proof: "handed-over",
		});
		await virtual.printed(1);
	});
});

describe("a TSPL printer that says it is ready all along", () => {
	it("was handed the label, no more is known", async () => {
		const server = createServer((socket) => {
			socket.on("error", () => socket.destroy());
			socket.on("data", (data) => {
				if (data.includes("\x1b!?")) socket.write(new Uint8Array([0]));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		expect(await portTo({ port }, "status", limits, "tspl").send(job("tspl"), never)).toEqual({
			outcome: "sent",
			proof: "handed-over",
		});
		await new Promise((resolve) => server.close(resolve));
	});
});

describe("a receipt printer whose roll is nearly used up", () => {
	it("prints, and warns", async () => {
		const virtual = await shop.start({ paperLow: true }, "escpos");
		const to = portTo(virtual, "status", patient, "escpos");
		expect(await to.status(never)).toEqual({ state: "ready", warning: "paper-near-end" });
		expect(await to.send(job("escpos"), never)).toEqual({ outcome: "sent", proof: "status" });
	});
});
