/**
 * Asks each printer now and then how it is, so that an empty roll is on the screen before the next customer is at the
 * counter, and what waits goes out as soon as paper is back. Started and stopped with the print desk.
 */
import type { PrinterPort, PrinterStatus } from "../../devices/printer/printer-port.ts";
import type { Ports } from "../../ports.ts";

export type WatchDeps = {
	ports: Ports;
	/** Ids of the printers set up now. */
	ids(): string[];
	port(id: string): PrinterPort | undefined;
	/** A printer can print: what waits for it may go. */
	good(id: string): void;
	/** A printer's state is another than before. */
	changed(): void;
};

/** How a printer was when last asked. */
export type Seen = { status: PrinterStatus; at: number };

const firstLookMs = 1_000;
const lookEveryMs = 20_000;
const soonMs = 200;

export type PrinterWatch = ReturnType<typeof createPrinterWatch>;

export function createPrinterWatch({ ports, ids, port, good, changed }: WatchDeps) {
	const seen = new Map<string, Seen>();
	const stopping = new AbortController();
	let cancel = () => {};
	let round: Promise<void> = Promise.resolve();

	/** Asks one printer now. Undefined when there is none of that id. */
	async function look(id: string): Promise<PrinterStatus | undefined> {
		const status = await port(id)?.status(stopping.signal);
		if (!status || stopping.signal.aborted) return status;
		const before = seen.get(id)?.status;
		seen.set(id, { status, at: ports.clock.now() });
		if (status.state !== "attention") good(id);
		if (JSON.stringify(before) !== JSON.stringify(status)) changed();
		return status;
	}

	function plan(ms: number): void {
		if (stopping.signal.aborted) return;
		cancel = ports.timers.after(ms, () => {
			round = Promise.all(ids().map(look))
				.then(() => undefined)
				.catch((error) => ports.log.error("printers.watch", { error: String(error).slice(0, 200) }))
				.finally(() => plan(lookEveryMs));
		});
	}

	return {
		look,
		/** How it was when last asked; undefined before the first time. */
		seen: (id: string): Seen | undefined => seen.get(id),
		/** Its set-up changed: what was seen is about another printer, and it is asked soon. */
		forget(id: string): void {
			seen.delete(id);
			cancel();
			plan(soonMs);
		},
		/** It has just printed: whatever stopped it when last asked is over. */
		worked(id: string): void {
			if (seen.get(id)?.status.state === "attention") seen.delete(id);
		},
		start: () => plan(firstLookMs),
		async stop(): Promise<void> {
			cancel();
			stopping.abort();
			await round;
		},
	};
}
