/**
 * The print desk: what services ask when something is to come out. Owns the journal and the printers; started and
 * stopped with the core.
 */

import type { Writer } from "../../../db/open.ts";
import type { LocalRows } from "../../../db/queries/local.ts";
import { createPrintStore } from "../../../db/queries/print-journal.ts";
import type { Push } from "../../../preload/contract/host.ts";
import type { Ports } from "../../ports.ts";
import { createPrintJournal, type PrintJournal, type PrintRequest } from "../../print/journal.ts";
import { type Bitmap, bitmapToPng } from "../../print/label/bitmap.ts";
import { encodeLabel } from "../../print/label/encode.ts";
import type { LabelData } from "../../print/label/labels.ts";
import { labelLayout } from "../../print/label/layouts.ts";
import { packPicture, unpackPicture } from "../../print/label/picture.ts";
import { rasterLabel } from "../../print/label/raster.ts";
import { createPrinters, type Printer, type Printers } from "../printers/printers.ts";

export type PrintDesk = {
	journal: PrintJournal;
	printers: Printers;
	/** Writes labels down and sends them; synchronous, may join a transaction. Answers how many. */
	label(printer: Printer, labels: readonly { data: LabelData; request: PrintRequest }[]): string[];
	picture(printer: Printer, data: LabelData): Uint8Array;
	start(): Promise<void>;
	stop(): Promise<void>;
};

export function createPrintDesk(db: Writer, local: LocalRows, ports: Ports, push: (p: Push) => void): PrintDesk {
	const printers = createPrinters(local);
	const { clock, timers, ids, log } = ports;
	const journal = createPrintJournal({
		store: createPrintStore(db),
		clock,
		timers,
		ids,
		log,
		printer: printers.port,
		encode(printerId, picture, last) {
			const printer = printers.find(printerId);
			const bitmap = unpackPicture(picture);
			return printer && bitmap && encodeLabel(bitmap, printer.profile, last);
		},
		changed: (entry) => push({ type: "print", printId: entry.id, state: entry.state }),
	});

	function raster({ profile }: Printer, data: LabelData): Bitmap {
		return rasterLabel(data, labelLayout(data.kind, profile.media), profile.dpi);
	}

	return {
		journal,
		printers,
		label(printer, labels) {
			const { profile } = printer;
			return labels.map(({ data, request }) => {
				const content = { form: "picture" as const, bytes: packPicture(raster(printer, data)) };
				return journal.enqueue(profile.id, request, content);
			});
		},
		picture: (printer, data) => bitmapToPng(raster(printer, data)),
		async start() {
			await printers.start((id) => push({ type: "print", printId: id, state: "virtual" }));
			journal.start();
		},
		async stop() {
			await journal.stop();
			await printers.stop();
		},
	};
}
