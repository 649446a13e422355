/** A raw queue of a real CUPS, in a folder of the test's own, delivering to a virtual printer. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCupsSpooler } from "../../../main/devices/printer/queue/cups.ts";
import type { QueueSpooler } from "../../../main/devices/printer/queue/spooler.ts";
import { createQueuePrinter, type QueueLimits } from "../../../main/devices/printer/queue-printer.ts";
import { type Cups, startCups } from "../../support/printing/cups.ts";
import { eventually } from "./cable.ts";
import { job, never, printerShop } from "./rig.ts";

const shop = printerShop();
let cups: Cups;
let spooler: QueueSpooler;
let queues = 0;
beforeAll(async () => {
	cups = await startCups();
	spooler = createCupsSpooler({ host: "127.0.0.1", port: cups.port });
});
afterAll(() => cups.close());
afterEach(shop.close);

const patient: QueueLimits = { finishMs: 20_000, cancelMs: 10_000, pollMs: 30 };
const hasty: QueueLimits = { ...patient, finishMs: 300 };

async function withQueue(faults: Parameters<typeof shop.start>[0] = {}, use = patient) {
	const virtual = await shop.start(faults);
	const name = `labels${++queues}`;
	cups.addRaw(name, `socket://127.0.0.1:${virtual.port}/?contimeout=60&waiteof=false`);
	return { virtual, name, to: createQueuePrinter(name, spooler, use) };
}

describe("a printer behind a raw CUPS queue", () => {
	it("gets the bytes as they are; the queue knows that it has handed them over, no more", async () => {
		const { virtual, to } = await withQueue();
		for (const language of ["zpl", "zpl"] as const) {
			expect(await to.send(job(language), never)).toEqual({ outcome: "sent", proof: "handed-over" });
		}
		await virtual.printed(2);
		expect(virtual.jobs.map(({ bytes }) => Buffer.from(bytes))).toEqual([1, 2].map(() => Buffer.from(job().bytes)));
		expect(await to.status(never)).toEqual({ state: "reachable" });
	});

	it.each(["tspl", "escpos"] as const)("does not touch binary %s either", async (language) => {
		const virtual = await shop.start({}, language);
		const name = `binary-${language}`;
		cups.addRaw(name, `socket://127.0.0.1:${virtual.port}/?waiteof=false`);
		expect(await createQueuePrinter(name, spooler, patient).send(job(language), never)).toMatchObject({
			outcome: "sent",
		});
		await virtual.printed(1);
		expect(Buffer.from(virtual.jobs[0]?.bytes ?? [])).toEqual(Buffer.from(job(language).bytes));
	});

	it("is found by name in the list", async () => {
		const { name } = await withQueue();
		expect(await spooler.list()).toContainEqual({ name, state: "idle", accepting: true });
	});

	it("sends nothing to a queue that is not there, halted, or closed", async () => {
		const { virtual, name, to } = await withQueue();
		cups.run("cupsdisable", name);
		expect(await to.send(job(), never)).toEqual({ outcome: "not-sent", trouble: "queue-stopped" });
		expect(await to.status(never)).toEqual({ state: "attention", trouble: "queue-stopped" });
		cups.run("cupsenable", name);
		cups.run("cupsreject", name);
		expect(await to.send(job(), never)).toEqual({ outcome: "not-sent", trouble: "queue-rejects" });
		cups.run("lpadmin", "-x", name);
		expect(await to.send(job(), never)).toEqual({ outcome: "not-sent", trouble: "queue-missing" });
		expect(await spooler.submit(name, "t", job().bytes)).toBe("queue-missing");
		expect(virtual.jobs).toHaveLength(0);
	});

	it("takes back what only waited: nothing comes out hours later by surprise", async () => {
		const { virtual, name } = await withQueue();
		// Halted between the look and the hand-over.
		const halting: QueueSpooler = {
			...spooler,
			submit: async (...words) => {
				cups.run("cupsdisable", name);
				return spooler.submit(...words);
			},
		};
		const to = createQueuePrinter(name, halting, hasty);
		expect(await to.send(job(), never)).toEqual({ outcome: "not-sent", trouble: "queue-stopped" });
		cups.run("cupsenable", name);
		expect(await createQueuePrinter(name, spooler, patient).send(job(), never)).toMatchObject({ outcome: "sent" });
		await virtual.printed(1);
		expect(virtual.jobs).toHaveLength(1);
	});

	it("does not know what became of a label whose printer can't be reached, and takes it back", async () => {
		const { virtual, to } = await withQueue({ refuse: true }, hasty);
		expect(await to.send(job(), never)).toEqual({ outcome: "unknown", trouble: "busy" });
		await virtual.set({ refuse: false });
		expect(await to.send(job(), never)).toMatchObject({ outcome: "sent" });
		await virtual.printed(1);
		expect(virtual.jobs).toHaveLength(1);
	});

	it("does not know when the queue vanishes with the label in it", async () => {
		const { name, to } = await withQueue({ refuse: true });
		const sending = to.send(job(), never);
		await eventually(() => cups.run("lpstat", "-o", name).includes(name));
		cups.run("lpadmin", "-x", name);
		expect(await sending).toEqual({ outcome: "unknown", trouble: "queue-missing" });
	});

	it("does not know when somebody takes it out of the queue", async () => {
		const { name, to } = await withQueue({ refuse: true });
		const sending = to.send(job(), never);
		await eventually(() => cups.run("lpstat", "-o", name).includes(name));
		cups.run("cancel", "-a", name);
		expect(await sending).toEqual({ outcome: "unknown", trouble: "cancelled" });
	});

	it("takes back its own job over the system's socket where only the owner may", async () => {
		const { name } = await withQueue({ refuse: true });
		cups.run("lpadmin", "-p", name, "-o", "printer-op-policy=owned");
		const own = createCupsSpooler({ socketPath: cups.socketPath });
		expect(await own.list()).toContainEqual({ name, state: "idle", accepting: true });
		const to = createQueuePrinter(name, own, hasty);
		expect(await to.send(job(), never)).toEqual({ outcome: "unknown", trouble: "busy" });
		expect(cups.run("lpstat", "-o", name)).toBe("");
	});

	it("breaks off when told to, and leaves nothing behind", async () => {
		const { name, to } = await withQueue({ refuse: true });
		const stop = new AbortController();
		const sending = to.send(job(), stop.signal);
		await eventually(() => cups.run("lpstat", "-o", name).includes(name));
		stop.abort();
		expect(await sending).toEqual({ outcome: "unknown", trouble: "cancelled" });
		expect(cups.run("lpstat", "-o", name)).toBe("");
	});

	it("says so when the print service itself is gone", async () => {
		const own = await startCups();
		const dead = createCupsSpooler({ socketPath: own.socketPath });
		own.addRaw("labels", "socket://127.0.0.1:9");
		await own.kill();
		const to = createQueuePrinter("labels", dead, hasty);
		expect(await to.send(job(), never)).toEqual({ outcome: "not-sent", trouble: "spooler-down" });
		expect(await dead.submit("labels", "t", job().bytes)).toBe("spooler-down");
		expect(await dead.state("labels", "labels-1")).toBe("spooler-down");
		await own.close();
	});
});
