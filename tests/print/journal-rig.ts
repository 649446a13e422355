/** A journal on a real SQLite file with a clock and timers the test moves by hand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, readMigrations } from "../../db/migrate.ts";
import { openWriter, type Writer } from "../../db/open.ts";
import type { PrintEntry } from "../../db/queries/print-journal.ts";
import { createPrintStore, type PrintStore } from "../../db/queries/print-journal.ts";
import type { PrinterPort, SendOutcome } from "../../main/devices/printer/printer-port.ts";
import { createPrintJournal } from "../../main/print/journal.ts";

const migrations = readMigrations(join(import.meta.dirname, "../../db/migrations"));

export const quiet = { info() {}, warn() {}, error() {} };

export function openFile(path: string): { db: Writer; store: PrintStore } {
	const db = openWriter(path);
	migrate(db, migrations, { path, nowMs: 0 });
	return { db, store: createPrintStore(db) };
}

export function tempFolder(): { path: string; remove(): void } {
	const path = mkdtempSync(join(tmpdir(), "welt-print-"));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

type Planned = { at: number; run: () => void };

/** Time that only passes when told to. */
export function handTime(start = 1_000_000) {
	let now = start;
	let planned: Planned[] = [];
	return {
		clock: { now: () => now, mono: () => now },
		timers: {
			after(ms: number, run: () => void) {
				const mine = { at: now + ms, run };
				planned.push(mine);
				return () => {
					planned = planned.filter((each) => each !== mine);
				};
			},
		},
		setClock(to: number) {
			now = to;
		},
		/** Lets everything due within `ms` happen in order, and what it leads to. */
		async pass(ms = 0) {
			const end = now + ms;
			for (;;) {
				for (let turn = 0; turn < 20; turn++) await Promise.resolve();
				const next = planned.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0];
				if (!next) break;
				planned = planned.filter((each) => each !== next);
				now = Math.max(now, next.at);
				next.run();
			}
			now = end;
		},
	};
}

/** A printer that answers what the test says, and remembers what it was sent. */
export function scriptedPrinter(...script: SendOutcome[]) {
	const sent: string[] = [];
	const port: PrinterPort = {
		send: async ({ bytes }) => {
			const outcome = script.length > 1 ? script.shift() : script[0];
			const done = outcome ?? { outcome: "sent", proof: "status" };
			if (done.outcome !== "not-sent") sent.push(Buffer.from(bytes).toString());
			return done;
		},
		status: async () => ({ state: "ready" }),
	};
	return { port, sent, script };
}

export function rig(printers: Record<string, PrinterPort>, path: string) {
	const { db, store } = openFile(path);
	const time = handTime();
	const moves: string[] = [];
	let ids = 0;
	const journal = createPrintJournal({
		store,
		clock: time.clock,
		timers: time.timers,
		ids: { uuid: () => `e${++ids}` },
		log: quiet,
		printer: (id) => printers[id],
		draw: (_, label) => label,
		changed: (entry: PrintEntry) => moves.push(`${entry.id} ${entry.state}`),
	});
	const label = (text: string, printer = "p") =>
		journal.enqueue(
			printer,
			{ kind: "piece-label", subject: "order:1", title: text },
			{ form: "finished", bytes: Buffer.from(text) },
		);
	return { db, store, time, moves, journal, label };
}
