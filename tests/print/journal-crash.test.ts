import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PrintEntry } from "../../db/queries/print-journal.ts";
import { openPrinter } from "../../main/devices/printer/open-printer.ts";
import { printerProfileSchema } from "../../main/devices/printer/profile.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { createPrintJournal } from "../../main/print/journal.ts";
import { handTime, openFile, quiet, tempFolder } from "./journal-rig.ts";

let folder: ReturnType<typeof tempFolder>;
let printer: VirtualPrinter;
beforeEach(async () => {
	folder = tempFolder();
	printer = await startVirtualPrinter();
});
afterEach(async () => {
	await printer.close();
	folder.remove();
});

/** Runs a workstation until it dies at `step`. */
function crash(path: string, step: string): Promise<NodeJS.Signals | null> {
	const child = spawn(
		process.execPath,
		[join(import.meta.dirname, "journal-child.ts"), path, String(printer.port), step],
		{
			stdio: "inherit",
		},
	);
	return new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
}

/** The workstation after the crash, on the same file. */
function reopen(path: string) {
	const { db, store } = openFile(path);
	const time = handTime(Date.now());
	const waiting: { state: string; done: () => void }[] = [];
	const tcp = openPrinter(printerProfileSchema.parse({ id: "p", name: "p", host: "127.0.0.1", port: printer.port }));
	const journal = createPrintJournal({
		store,
		clock: time.clock,
		timers: time.timers,
		ids: { uuid: () => "e2" },
		log: quiet,
		draw: (_, label) => label,
		printer: () => tcp,
		changed: (entry: PrintEntry) => {
			for (const each of waiting) if (each.state === entry.state) each.done();
		},
	});
	const becomes = (state: string) => new Promise<void>((done) => waiting.push({ state, done }));
	return { db, journal, time, becomes };
}

type Case = { step: string; found: string | undefined; printed: number };
const cases: Case[] = [
	{ step: "before it is written down", found: undefined, printed: 0 },
	{ step: "after it is written down", found: "queued", printed: 0 },
	{ step: "before sending", found: "queued", printed: 0 },
	{ step: "after sending", found: "unknown", printed: 0 },
	{ step: "before the first byte", found: "unknown", printed: 0 },
	{ step: "after the last byte", found: "unknown", printed: 1 },
	{ step: "before confirmed", found: "unknown", printed: 1 },
	{ step: "after confirmed", found: "confirmed", printed: 1 },
];

describe("the power goes while a label is printed", () => {
	it.each(cases)("$step", async ({ step, found, printed }) => {
		const path = join(folder.path, "welt.db");
		expect(await crash(path, step)).toBe("SIGKILL");
		expect(printer.jobs).toHaveLength(printed);

		const { db, journal, time, becomes } = reopen(path);
		const entry = () => journal.find("e1");
		try {
			const sent = becomes("confirmed");
			journal.start();
			if (found === "queued") {
				await time.pass();
				await sent;
				expect(printer.jobs).toHaveLength(1);
				expect(entry()).toMatchObject({ state: "confirmed", tries: 1 });
				return;
			}
			// Nothing may come out without a person's word, however long the workstation runs.
			await time.pass(24 * 3_600_000);
			expect(entry()?.state).toBe(found);
			expect(printer.jobs).toHaveLength(printed);
			if (found !== "unknown") return;

			expect(entry()?.reason).toBe("interrupted");
			journal.answer("e1", printed === 1);
			await time.pass();
			await sent;
			expect(entry()?.state).toBe("confirmed");
			expect(printer.jobs).toHaveLength(1);
		} finally {
			await journal.stop();
			db.close();
		}
	});
});
