/**
 * The print desk: what services ask when something is to come out. Owns the journal, the printers and the watch over
 * them; started and stopped with the core.
 */

import type { Writer } from "../../../db/open.ts";
import type { LocalRows } from "../../../db/queries/local.ts";
import { createPrintStore, type PrintEntry } from "../../../db/queries/print-journal.ts";
import type { Push } from "../../../preload/contract/host.ts";
import type { PrinterProfile } from "../../devices/printer/profile.ts";
import type { Ports } from "../../ports.ts";
import { createPrintJournal, type PrintJournal, type PrintRequest } from "../../print/journal.ts";
import { type Bitmap, bitmapToPng } from "../../print/label/bitmap.ts";
import type { LabelData } from "../../print/label/labels.ts";
import { encodeLabel } from "../../print/label/language/encode.ts";
import { labelLayout } from "../../print/label/layouts.ts";
import { rasterLabel } from "../../print/label/raster.ts";
import { markReprint } from "../../print/label/reprint-mark.ts";
import { createPaperPrinters, type PaperPrinters } from "../printers/paper-printers.ts";
import { createPrinters, type Printer, type Printers } from "../printers/printers.ts";
import { createPrinterWatch, type PrinterWatch } from "../printers/watch.ts";

export type PrintDesk = {
	journal: PrintJournal;
	printers: Printers;
	/** Printers for paper. */
	papers: PaperPrinters;
	watch: PrinterWatch;
	/** Writes labels down and sends them; synchronous, may join a transaction. Answers the entries' ids. */
	label(printer: Printer, labels: readonly { data: LabelData; request: PrintRequest }[]): string[];
	picture(printer: Printer, data: LabelData): Uint8Array;
	start(): Promise<void>;
	stop(): Promise<void>;
};

/** How long the journal remembers what came out: longer than any complaint about a label. */
const keptMs = 400 * 24 * 3_600_000;

function raster({ media, dpi }: PrinterProfile, data: LabelData, reprint = false): Bitmap {
	const layout = labelLayout(data.kind, media);
	const bitmap = rasterLabel(data, layout, dpi);
	if (reprint) markReprint(bitmap, layout, dpi, data.language);
	return bitmap;
}

const packLabel = (data: LabelData) => Buffer.from(JSON.stringify(data), "utf8");
export const readLabel = (packed: Uint8Array) => JSON.parse(Buffer.from(packed).toString("utf8")) as LabelData;

export function createPrintDesk(db: Writer, local: LocalRows, ports: Ports, push: (p: Push) => void): PrintDesk {
	const printers = createPrinters(local);
	const papers = createPaperPrinters(local);
	const port = (id: string) => printers.port(id) ?? papers.port(id);
	const { clock, timers, ids, log } = ports;

	function draw(entry: PrintEntry, label: Uint8Array, last: boolean): Uint8Array {
		const printer = printers.find(entry.printerId);
		if (!printer) throw new Error("no such printer");
		return encodeLabel(raster(printer.profile, readLabel(label), entry.reprintOf !== null), printer.profile, last);
	}

	const journal = createPrintJournal({
		...{ store: createPrintStore(db), clock, timers, ids, log },
		printer: port,
		draw,
		changed(entry) {
			if (entry.state === "sent" || entry.state === "confirmed") watch.worked(entry.printerId);
			push({ type: "print", printId: entry.id, state: entry.state });
		},
	});
	const stands = (id: string) => journal.attention().some(({ printerId }) => printerId === id);
	const watch = createPrinterWatch({
		ports,
		ids: () => [...printers.list().map(({ profile }) => profile.id), ...papers.list().map(({ id }) => id)],
		port,
		good: (id) => stands(id) && journal.wake(id),
		changed: () => push({ type: "devices" }),
	});

	return {
		journal,
		printers,
		papers,
		watch,
		label: ({ profile }, labels) =>
			labels.map(({ data, request }) =>
				journal.enqueue(profile.id, request, { form: "label", bytes: packLabel(data) }),
			),
		picture: ({ profile }, data) => bitmapToPng(raster(profile, data)),
		async start() {
			journal.prune(keptMs);
			await printers.start((id) => push({ type: "print", printId: id, state: "virtual" }));
			journal.start();
			watch.start();
		},
		async stop() {
			await watch.stop();
			await journal.stop();
			await printers.stop();
		},
	};
}
