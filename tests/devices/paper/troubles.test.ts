/** What goes wrong between a PDF and its sheet: each with its word, none printed twice, none lost. */
import { afterEach, describe, expect, test } from "vitest";
import { createIppPaperPrinter, type PaperLimits } from "../../../main/devices/paper/ipp-paper.ts";
import { ippOperation, troubleIn, warningIn } from "../../../main/devices/paper/ipp-state.ts";
import { type FakeIpp, type Said, startFakeIpp } from "../../support/printing/fake-ipp.ts";

const { printJob, cancelJob, getJob, getPrinter } = ippOperation;
const limits: PaperLimits = { finishMs: 400, stuckMs: 60, cancelMs: 200, pollMs: 10 };
const never = new AbortController().signal;
const job = {
	id: "1",
	bytes: new Uint8Array([37, 80, 68, 70]),
	title: "1",
	options: { media: "A5" as const, copies: 2, tray: "tray-2" },
};
const fine: Said = {
	printer: { "printer-state": [3], "printer-state-reasons": ["none"], "printer-is-accepting-jobs": [true] },
};
const taken: Said = { job: { "job-id": [7] } };

let fake: FakeIpp | undefined;
afterEach(() => fake?.close());

async function printing(answer: (operation: number, before: number) => Said) {
	fake = await startFakeIpp(answer);
	const place = { host: "127.0.0.1", port: fake.port };
	const printer = createIppPaperPrinter(
		{ place, path: "/ipp/print", uri: `ipp://localhost:${fake.port}/ipp/print`, vouches: true },
		limits,
	);
	return { printer, sent: () => fake?.asked.filter((each) => each === printJob).length };
}

const troubles: [string, Said, string][] = [
	["no paper", { printer: { "printer-state": [5], "printer-state-reasons": ["media-empty-error"] } }, "out-of-paper"],
	["a jam", { printer: { "printer-state": [5], "printer-state-reasons": ["media-empty-error", "media-jam"] } }, "jam"],
	["an open cover", { printer: { "printer-state-reasons": ["cover-open"] } }, "cover-open"],
	["no toner", { printer: { "printer-state-reasons": ["toner-empty-error"] } }, "out-of-ink"],
	["a stopped queue", { printer: { "printer-state": [5], "printer-state-reasons": ["none"] } }, "queue-stopped"],
	["a paused queue", { printer: { "printer-state": [5], "printer-state-reasons": ["paused"] } }, "paused"],
	["a queue that takes nothing", { printer: { "printer-is-accepting-jobs": [false] } }, "queue-rejects"],
	["a queue that is gone", { status: 0x0406 }, "queue-missing"],
	["something else that listens there", { garbage: true }, "unreachable"],
	["the wrong paper", { printer: { "printer-state": [3], "media-ready": ["na_letter_8.5x11in"] } }, "media-not-loaded"],
];

describe("before anything is sent", () => {
	test.each(troubles)("%s is said and keeps the paper waiting", async (_, said, trouble) => {
		const { printer, sent } = await printing(() => said);
		expect(await printer.send(job, never)).toEqual({ outcome: "not-sent", trouble });
		expect(sent()).toBe(0);
		const status = await printer.status(never);
		if (trouble !== "media-not-loaded") expect(status).toEqual({ state: "attention", trouble });
	});

	test("a warning stops nothing", async () => {
		const { printer } = await printing(() => ({
			printer: { "printer-state": [3], "printer-state-reasons": ["media-low-warning", "media-empty-report"] },
		}));
		expect(await printer.status(never)).toEqual({ state: "ready", warning: "paper-near-end" });
	});
});

describe("while it prints", () => {
	const during = (state: number, more: Record<string, (string | number)[]> = {}): Said => ({
		job: { "job-state": [state], ...more },
	});

	test("paper that runs out before the first sheet: taken back, surely not printed", async () => {
		let cancelled = false;
		const { printer, sent } = await printing((operation) => {
			if (operation === cancelJob) cancelled = true;
			if (operation === getPrinter)
				return sent() ? { printer: { "printer-state": [5], "printer-state-reasons": ["media-empty"] } } : fine;
			if (operation === getJob) return during(cancelled ? 7 : 6);
			return taken;
		});
		expect(await printer.send(job, never)).toEqual({ outcome: "not-sent", trouble: "out-of-paper" });
		expect(sent()).toBe(1);
	});

	test("paper that runs out after the first sheet: a person is asked", async () => {
		let cancelled = false;
		const { printer, sent } = await printing((operation) => {
			if (operation === cancelJob) cancelled = true;
			if (operation === getPrinter)
				return sent() ? { printer: { "printer-state": [5], "printer-state-reasons": ["media-empty"] } } : fine;
			if (operation === getJob) return during(cancelled ? 7 : 6, { "job-impressions-completed": [1] });
			return taken;
		});
		expect(await printer.send(job, never)).toEqual({ outcome: "unknown", trouble: "out-of-paper" });
	});

	test("paper put in again in time: it just goes on", async () => {
		const { printer } = await printing((operation, before) => {
			if (operation === getPrinter)
				return before === 1 ? { printer: { "printer-state": [5], "printer-state-reasons": ["media-empty"] } } : fine;
			if (operation === getJob) return during(before < 2 ? 5 : 9);
			return taken;
		});
		expect(await printer.send(job, never)).toEqual({ outcome: "sent", proof: "status" });
	});

	test.each([
		["the line breaks while it is handed over", { hangUp: true }, { outcome: "unknown", trouble: "connection-lost" }],
		["it takes no PDF", { status: 0x040a }, { outcome: "not-sent", trouble: "no-pdf" }],
		["it has no such size", { status: 0x040b }, { outcome: "not-sent", trouble: "media-not-loaded" }],
		["it is busy", { status: 0x0507 }, { outcome: "not-sent", trouble: "busy" }],
	] as const)("%s", async (_, said, outcome) => {
		const { printer, sent } = await printing((operation) => (operation === printJob ? said : fine));
		expect(await printer.send(job, never)).toEqual(outcome);
		expect(sent()).toBe(1);
	});

	test.each([
		["somebody cancelled it at the printer before a sheet", during(7), { outcome: "not-sent", trouble: "cancelled" }],
		["the printer gave up", during(8), { outcome: "unknown", trouble: "printer-error" }],
		["the printer forgot it", { status: 0x0406 }, { outcome: "unknown", trouble: "connection-lost" }],
		["the printer fell silent", { hangUp: true }, { outcome: "unknown", trouble: "connection-lost" }],
	] as const)("%s", async (_, said, outcome) => {
		const { printer } = await printing((operation) =>
			operation === printJob ? taken : operation === getJob ? said : fine,
		);
		expect(await printer.send(job, never)).toEqual(outcome);
	});

	test("one that never ends is taken back; when that fails too, a person is asked", async () => {
		const { printer } = await printing((operation) =>
			operation === printJob ? taken : operation === getJob ? during(5) : fine,
		);
		expect(await printer.send(job, never)).toEqual({ outcome: "unknown", trouble: "busy" });
	});

	test("a workstation that stops takes back what has not begun", async () => {
		const stopping = new AbortController();
		let cancelled = false;
		const { printer } = await printing((operation) => {
			if (operation === cancelJob) cancelled = true;
			if (operation === getJob) stopping.abort();
			return operation === printJob ? taken : operation === getJob ? during(cancelled ? 7 : 3) : fine;
		});
		expect(await printer.send(job, stopping.signal)).toEqual({ outcome: "not-sent", trouble: "cancelled" });
	});
});

test("reasons are read by how bad they are", () => {
	expect(troubleIn(["none"])).toBeUndefined();
	expect(troubleIn(["media-empty-warning"])).toBeUndefined();
	expect(troubleIn(["toner-low", "marker-supply-empty"])).toBe("out-of-ink");
	expect(warningIn(["toner-low-report"])).toBe("paper-near-end");
});
