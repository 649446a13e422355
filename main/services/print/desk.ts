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
import { drawCalibration } from "../../print/label/calibration.ts";
import type { AnyLabel } from "../../print/label/labels.ts";
import { encodeLabel } from "../../print/label/language/encode.ts";
import { rasterLabel } from "../../print/label/raster.ts";
import { markReprint } from "../../print/label/reprint-mark.ts";
import { createLabelLayouts, type LabelLayouts } from "../labels/layout-store.ts";
import { createPaperPrinters, type PaperPrinters } from "../printers/paper-printers.ts";
import { createPrinters, type Printer, type Printers } from "../printers/printers.ts";
import { createPrinterWatch, type PrinterWatch } from "../printers/watch.ts";

export type PrintDesk = {
	journal: PrintJournal;
	printers: Printers;
	/** Printers for paper. */
	papers: PaperPrinters;
	/** What labels look like in this workshop. */
	layouts: LabelLayouts;
	watch: PrinterWatch;
	/** Writes labels down and sends them; synchronous, may join a transaction. Answers the entries' ids. */
	label(printer: Printer, labels: readonly { data: AnyLabel; request: PrintRequest }[]): string[];
	picture(printer: Printer, data: AnyLabel): Uint8Array;
	start(): Promise<void>;
	stop(): Promise<void>;
};

/** How long the journal remembers what came out: longer than any complaint about a label. */
const keptMs = 400 * 24 * 3_600_000;

const packLabel = (data: AnyLabel) => Buffer.from(JSON.stringify(data), "utf8");
export const readLabel = (packed: Uint8Array) => JSON.parse(Buffer.from(packed).toString("utf8")) as AnyLabel;

/** A ruler is printed where the printer itself puts it, a heat step at its own heat. */
function measuredProfile(profile: PrinterProfile, data: AnyLabel): PrinterProfile {
	if (data.kind !== "calibration") return profile;
	const offset = data.what === "ruler" ? { xMm: 0, yMm: 0 } : profile.offset;
	return { ...profile, offset, darkness: data.darkness ?? profile.darkness };
}

export function createPrintDesk(db: Writer, local: LocalRows, ports: Ports, push: (p: Push) => void): PrintDesk {
	const printers = createPrinters(local);
	const papers = createPaperPrinters(local);
	const layouts = createLabelLayouts(local);
	const port = (id: string) => printers.port(id) ?? papers.port(id);
	const { clock, timers, ids, log } = ports;

	function raster({ media, dpi }: PrinterProfile, data: AnyLabel, reprint = false): Bitmap {
		if (data.kind === "calibration") return drawCalibration(data, media, dpi);
		const layout = layouts.get(data.kind, media);
		const bitmap = rasterLabel(data, layout, dpi, layouts.picture);
		if (reprint) markReprint(bitmap, layout, dpi, data.language);
		return bitmap;
	}

	function draw(entry: PrintEntry, label: Uint8Array, last: boolean): Uint8Array {
		const printer = printers.find(entry.printerId);
		if (!printer) throw new Error("no such printer");
		const data = readLabel(label);
		const bitmap = raster(printer.profile, data, entry.reprintOf !== null);
		return encodeLabel(bitmap, measuredProfile(printer.profile, data), last);
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
		layouts,
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
