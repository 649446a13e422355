/** A virtual printer and our port to it, for the suites of this folder. */
import type { LineLimits } from "../../../main/devices/printer/ask.ts";
import { createLinePrinter } from "../../../main/devices/printer/line-printer.ts";
import { printerLanguages } from "../../../main/devices/printer/open-printer.ts";
import type { PrinterJob, PrinterPort } from "../../../main/devices/printer/printer-port.ts";
import { tcpTransport } from "../../../main/devices/printer/transport/tcp.ts";
import type { VirtualFaults } from "../../../main/devices/virtual/faults.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { type Bitmap, blankBitmap, fillRect } from "../../../main/print/label/bitmap.ts";
import { encodeEscPos } from "../../../main/print/label/language/encode-escpos.ts";
import { encodeTspl } from "../../../main/print/label/language/encode-tspl.ts";
import { encodeZpl } from "../../../main/print/label/language/encode-zpl.ts";

export type Language = keyof typeof printerLanguages;
export type Proof = "status" | "close" | "none";

export const limits: LineLimits = { openMs: 2_000, statusMs: 250, finishMs: 400, pollMs: 20 };
export const patient: LineLimits = { ...limits, statusMs: 5_000, finishMs: 20_000 };
export const never = new AbortController().signal;

/** A 40×30 mm label at 203 dpi with something on it. */
export function picture(): Bitmap {
	const bitmap = blankBitmap(320, 240);
	fillRect(bitmap, 10, 10, 100, 50);
	return bitmap;
}

const bytesIn: Record<Language, () => Uint8Array> = {
	zpl: () => encodeZpl(picture()),
	tspl: () => encodeTspl(picture(), { widthMm: 40, heightMm: 30, media: "gap" }),
	escpos: () => encodeEscPos(picture(), { headDots: 384 }),
};

export const job = (language: Language = "zpl"): PrinterJob => ({
	...{ id: "j1", title: "label", options: null },
	bytes: bytesIn[language](),
});

export const portTo = (
	virtual: { port: number },
	proof: Proof = "status",
	use: LineLimits = limits,
	language: Language = "zpl",
): PrinterPort =>
	createLinePrinter({ proof }, printerLanguages[language], tcpTransport("127.0.0.1", virtual.port), use);

/** Starts virtual printers and closes them all. */
export function printerShop() {
	const running: VirtualPrinter[] = [];
	return {
		async start(faults: Partial<VirtualFaults> = {}, language: Language = "zpl"): Promise<VirtualPrinter> {
			const started = await startVirtualPrinter({ faults, language });
			running.push(started);
			return started;
		},
		close: async () => {
			await Promise.all(running.splice(0).map((each) => each.close()));
		},
	};
}
