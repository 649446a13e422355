/** A label's picture in the language of the printer it goes to, as that printer is set up at this moment. */
import type { Bitmap } from "../bitmap.ts";
import { dotsPerMm, type LabelDpi, type LabelSize } from "../labels.ts";
import { encodeEscPos } from "./encode-escpos.ts";
import { encodeTspl } from "./encode-tspl.ts";
import { encodeZpl } from "./encode-zpl.ts";
import { shiftPicture } from "./shift.ts";

/** Dots across a receipt printer's head, by the width of its roll in mm: narrower than the paper. */
const rollDots = { "58": 384, "80": 576 } as const;

/** What a printer's profile says about putting a picture on paper. */
export type LabelPrinting = {
	language: "zpl" | "tspl" | "escpos";
	dpi: LabelDpi;
	media: LabelSize;
	roll: "58" | "80" | null;
	gap: "gap" | "mark" | "continuous";
	darkness: number | null;
	speed: number | null;
	offset: { xMm: number; yMm: number };
	inverted: boolean;
	cutter: "none" | "each" | "batch";
};

/** The bytes of one label, drawn for this printer. `last`: nothing else waits, a batch is cut after it. */
export function encodeLabel(bitmap: Bitmap, printer: LabelPrinting, last: boolean): Uint8Array {
	const scale = dotsPerMm[printer.dpi];
	// Moved in the picture: not every clone heeds its language's own command for it.
	const moved = shiftPicture(bitmap, Math.round(printer.offset.xMm * scale), Math.round(printer.offset.yMm * scale));
	const cut = { none: {}, each: { cut: true }, batch: { cut: last } }[printer.cutter];
	const { darkness, speed, inverted, gap: media } = printer;
	switch (printer.language) {
		case "zpl":
			return encodeZpl(moved, { media, darkness, speed, inverted, ...cut });
		case "tspl": {
			const [widthMm = 0, heightMm = 0] = printer.media.split("x").map(Number);
			return encodeTspl(moved, { widthMm, heightMm, media, darkness, speed, inverted, ...cut });
		}
		case "escpos":
			return encodeEscPos(moved, { headDots: rollDots[printer.roll ?? "80"], inverted, more: !last, ...cut });
	}
}
