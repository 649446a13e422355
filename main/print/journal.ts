/**
 * The print journal: every label asked for is written down before it is sent and stays written down however the day
 * goes. Services enqueue; the journal sends through the printers' ports, retries only what surely never left, and asks
 * a person about the rest. Never prints twice by itself, never forgets. Papers made as PDF are only noted here.
 */

import type { PrintChange, PrintEntry, PrintState, PrintStore } from "../../db/queries/print-journal.ts";
import { refuse } from "../../domain/errors.ts";
import type { PaperOptions, PrinterPort, PrinterTrouble, SendOutcome } from "../devices/printer/printer-port.ts";
import type { Clock, Ids, Log, Timers } from "../ports.ts";

export type PrintRequest = {
	/** piece-label, item-label, part-label, slip, quote … */
	kind: string;
	/** What it is about: `order:<uuid>`, `item:<uuid>`. */
	subject: string;
	/** Shown in the list of prints: an order number, never a name. */
	title: string;
	personId?: string | undefined;
	/** The earlier entry this one repeats on purpose. */
	reprintOf?: string | undefined;
};

/**
 * What is to come out: bytes the printer takes as they are (a PDF), or what a label says, drawn at the moment it is
 * sent. So a label that waits follows the printer when that is set up anew (other labels, another language, a new
 * layout), and can be printed again later.
 */
export type PrintContent = { form: "finished" | "label"; bytes: Uint8Array };

/** A printer that stands still, for the screen. */
export type PrinterAttention = { printerId: string; trouble: PrinterTrouble; since: number; waiting: number };

export type PrintJournalDeps = {
	store: PrintStore;
	clock: Clock;
	timers: Timers;
	ids: Ids;
	log: Log;
	/** The port of a printer as set up now; undefined when there is none of that id. */
	printer(printerId: string): PrinterPort | undefined;
	/**
	 * A label as its printer takes it, drawn now. `last`: nothing else waits for this printer. Throws when it can't be
	 * drawn: a layout into which its barcode does not fit.
	 */
	draw(entry: PrintEntry, label: Uint8Array, last: boolean): Uint8Array;
	/** After every move of an entry. */
	changed(entry: PrintEntry): void;
};

export type PrintJournal = ReturnType<typeof createPrintJournal>;

/** Waits before the next try of what was surely not sent; the last one repeats for as long as it takes. */
const backOffMs = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000] as const;
/** How long a stopping workstation lets a label finish before it breaks the connection. */
const graceMs = 3_000;

export function createPrintJournal(deps: PrintJournalDeps) {
	const { store, clock, timers, ids, log } = deps;
	const running = new Map<string, Promise<void>>();
	const attention = new Map<string, { trouble: PrinterTrouble; since: number }>();
	const planned = new Map<string, () => void>();
	const breaking = new AbortController();
	let stopped = false;

	function moved(id: string): void {
		const entry = store.find(id);
		if (!entry) return;
		log.info("print", { id, state: entry.state, kind: entry.kind, tries: entry.tries, reason: entry.reason });
		deps.changed(entry);
	}

	function move(id: string, from: PrintState, change: Omit<PrintChange, "at">): boolean {
		const done = store.change(id, from, { ...change, at: clock.now() });
		if (done) moved(id);
		return done;
	}

	/** Looks at a printer's queue soon: after the running code, so that an open transaction is through. */
	function plan(printerId: string, ms = 0): void {
		planned.get(printerId)?.();
		if (stopped) return;
		const cancel = timers.after(ms, () => {
			planned.delete(printerId);
			if (!stopped && !running.has(printerId)) {
				const run = workThrough(printerId).finally(() => running.delete(printerId));
				running.set(printerId, run);
			}
		});
		planned.set(printerId, cancel);
	}

	async function workThrough(printerId: string): Promise<void> {
		try {
			for (let entry = store.next(printerId); entry && !stopped; entry = store.next(printerId)) {
				const wait = entry.notBefore - clock.now();
				// Longer than any back-off: the clock was set back meanwhile, so it is due.
				if (wait > 0 && wait <= backOffMs[5]) return plan(printerId, wait);
				await sendOne(entry);
			}
		} catch (error) {
			// The disk refuses to be written to: nothing was sent for this entry, it stays queued.
			log.error("print.store", { printerId, error: error instanceof Error ? error.message : "unknown" });
			plan(printerId, backOffMs[5]);
		}
	}

	function finish(entry: PrintEntry): { bytes: Uint8Array } | { missing: string } {
		const stored = store.bytes(entry.id);
		if (!stored) return { missing: "no-bytes" };
		if (entry.form === "finished") return { bytes: stored };
		try {
			return { bytes: deps.draw(entry, stored, store.countQueued(entry.printerId) === 1) };
		} catch (error) {
			log.error("print.draw", { id: entry.id, error: error instanceof Error ? error.message : "unknown" });
			return { missing: "not-drawn" };
		}
	}

	async function sendOne(entry: PrintEntry): Promise<void> {
		const port = deps.printer(entry.printerId);
		const ready = port ? finish(entry) : { missing: "no-printer" };
		if (!port || !("bytes" in ready)) {
			move(entry.id, "queued", { state: "failed", reason: "missing" in ready ? ready.missing : "no-printer" });
			return;
		}
		// Written down first: if the power goes from here on, nobody may believe it was not sent.
		if (!move(entry.id, "queued", { state: "sending", tries: entry.tries + 1 })) return;
		let outcome: SendOutcome;
		try {
			const options = entry.options === null ? null : (JSON.parse(entry.options) as PaperOptions);
			outcome = await port.send({ id: entry.id, title: entry.title, bytes: ready.bytes, options }, breaking.signal);
		} catch (error) {
			log.error("print.port", { id: entry.id, error: error instanceof Error ? error.message : "unknown" });
			outcome = { outcome: "unknown", trouble: "connection-lost" };
		}
		note(entry.printerId, outcome);
		settle(entry, outcome);
	}

	function note(printerId: string, outcome: SendOutcome): void {
		if (outcome.outcome === "sent") attention.delete(printerId);
		else if (outcome.trouble !== "cancelled") {
			const since = attention.get(printerId)?.since ?? clock.now();
			attention.set(printerId, { trouble: outcome.trouble, since });
		}
	}

	function settle(entry: PrintEntry, outcome: SendOutcome): void {
		const change = ((): Omit<PrintChange, "at"> => {
			if (outcome.outcome === "sent") {
				return { state: outcome.proof === "status" ? "confirmed" : "sent", proof: outcome.proof };
			}
			if (outcome.outcome === "unknown") return { state: "unknown", reason: outcome.trouble };
			const wait = backOffMs[Math.min(entry.tries, backOffMs.length - 1)] ?? backOffMs[5];
			return { state: "queued", reason: outcome.trouble, notBefore: clock.now() + wait };
		})();
		try {
			move(entry.id, "sending", change);
		} catch (error) {
			// It is on disk as "sending", which asks a person after a restart; until then keep trying to write the truth.
			log.error("print.store", { id: entry.id, error: error instanceof Error ? error.message : "unknown" });
			if (!stopped) timers.after(backOffMs[2], () => settle(entry, outcome));
		}
	}

	function add(
		state: "queued" | "produced",
		printerId: string,
		request: PrintRequest,
		content: PrintContent | undefined,
		paper: PaperOptions | null,
	) {
		const id = ids.uuid();
		const at = clock.now();
		const { kind, subject, title, personId = null, reprintOf = null } = request;
		const times = { askedAt: at, changedAt: at, notBefore: at };
		const form = content?.form ?? "finished";
		const options = paper && JSON.stringify(paper);
		const what = { form, options, bytes: content?.bytes };
		store.insert({ id, printerId, kind, subject, title, state, personId, reprintOf, ...what, ...times });
		return id;
	}

	return {
		/**
		 * Writes a label or paper down and sends it as soon as its printer is free. Answers the entry's id. Synchronous:
		 * may be called inside a transaction.
		 */
		enqueue(
			printerId: string,
			request: PrintRequest,
			content: PrintContent,
			options: PaperOptions | null = null,
		): string {
			const id = add("queued", printerId, request, content, options);
			timers.after(0, () => moved(id));
			if (!planned.has(printerId)) plan(printerId);
			return id;
		},

		/** Notes that a paper was made as PDF. Answers the entry's id. */
		noteProduced(request: PrintRequest): string {
			return add("produced", "paper", request, undefined, null);
		},

		/** Once at start: what was being sent when the lights went out is asked about, the rest goes on. */
		start(): void {
			for (const entry of store.listByState("sending")) {
				move(entry.id, "sending", { state: "unknown", reason: "interrupted" });
			}
			for (const printerId of store.waitingPrinters()) plan(printerId);
		},

		/** A person looked: it came out (done) or it did not (sent again). */
		answer(id: string, cameOut: boolean): PrintEntry {
			const done = cameOut
				? move(id, "unknown", { state: "confirmed", proof: "person" })
				: move(id, "unknown", { state: "queued", notBefore: clock.now() });
			const entry = store.find(id);
			if (!entry) refuse("not-found", "print.no-such-entry");
			if (!done) refuse("conflict", "print.not-in-doubt", { state: entry.state });
			if (!cameOut) plan(entry.printerId);
			return entry;
		},

		/** Takes a label back that is waiting, in doubt or failed. */
		cancel(id: string): PrintEntry {
			const entry = store.find(id);
			if (!entry) refuse("not-found", "print.no-such-entry");
			const open: PrintState[] = ["queued", "unknown", "failed"];
			if (!open.some((from) => move(id, from, { state: "cancelled" }))) {
				refuse("conflict", "print.already-gone", { state: entry.state });
			}
			return store.find(id) ?? entry;
		},

		/** Puts a failed entry back in the queue, for instance after its printer was set up again. */
		retry(id: string): PrintEntry {
			const entry = store.find(id);
			if (!entry) refuse("not-found", "print.no-such-entry");
			if (!move(id, "failed", { state: "queued", notBefore: clock.now() })) {
				refuse("conflict", "print.not-failed", { state: entry.state });
			}
			plan(entry.printerId);
			return store.find(id) ?? entry;
		},

		/** Tries a printer now instead of waiting: paper was put in, its settings changed. */
		wake(printerId: string): void {
			const first = store.next(printerId);
			if (first) store.change(first.id, "queued", { state: "queued", at: first.changedAt, notBefore: clock.now() });
			plan(printerId);
		},

		/** Printers that stand still and how many labels wait for each. */
		attention(): PrinterAttention[] {
			return [...attention].map(([printerId, { trouble, since }]) => ({
				printerId,
				trouble,
				since,
				waiting: store.countQueued(printerId),
			}));
		},

		/** How many labels wait for a printer. */
		waiting: (printerId: string): number => store.countQueued(printerId),
		find: (id: string): PrintEntry | undefined => store.find(id),
		/** Entries a person must answer, oldest first. */
		listInDoubt: (): PrintEntry[] => store.listByState("unknown"),
		listBySubject: (subject: string): PrintEntry[] => store.listBySubject(subject),
		listRecent: (limit: number, beforeSeq?: number): PrintEntry[] => store.listRecent(limit, beforeSeq),
		/** What a label of the journal says, or undefined when the entry is no label. */
		label: (entry: PrintEntry): Uint8Array | undefined => (entry.form === "label" ? store.bytes(entry.id) : undefined),
		/** Drops finished entries older than `keepMs`. */
		prune: (keepMs: number): number => store.prune(clock.now() - keepMs),

		/** Starts nothing new, lets a label under way finish, breaks it off after three seconds. */
		async stop(): Promise<void> {
			stopped = true;
			for (const cancel of planned.values()) cancel();
			planned.clear();
			const cancelGrace = timers.after(graceMs, () => breaking.abort());
			await Promise.all(running.values());
			cancelGrace();
		},
	};
}
