/**
 * ESC/POS around a finished picture, for receipt printers with a 58 or 80 mm roll: `GS v 0` in bands, small enough for
 * the receive buffers of cheap printers, each as wide as the head so that the label stands in the middle of the roll.
 * No text commands, no code pages.
 */
import type { Bitmap } from "../bitmap.ts";
import { bitsOf } from "./encode-zpl.ts";

export type EscPosOptions = {
	/** Dots of the head: 384 or 576. */
	headDots: number;
	/** Cuts after this label; otherwise it is fed up to the edge where it is torn off. */
	cut?: boolean;
	/** Another label follows on the same strip: fed only as far as a cut between them needs. */
	more?: boolean;
	inverted?: boolean;
};

/** Rows in a band: 576 dots × 128 rows are 9 KB. */
const bandRows = 128;

const initialize = [0x1b, 0x40];
/** No unasked-for status bytes: they could be taken for the answer that the picture is done. */
const silence = [0x1d, 0x61, 0];
/** Feeds to the cutting position and cuts, leaving one point in the middle. */
const cutHere = [0x1d, 0x56, 66, 0];
/** Feeds six lines: the paper's edge is that far above the head. */
const feedOut = [0x1b, 0x64, 6];
const feedBetween = [0x1b, 0x64, 2];

/** The rows from `top` on as wide as the head, the picture in the middle. */
function band(bitmap: Bitmap, bits: Uint8Array, top: number, rows: number, stride: number, blank: number): Uint8Array {
	const left = Math.floor((stride - bitmap.stride) / 2);
	const wide = new Uint8Array(stride * rows).fill(blank);
	for (let row = 0; row < rows; row++) {
		const from = (top + row) * bitmap.stride;
		wide.set(bits.subarray(from, from + bitmap.stride), row * stride + left);
	}
	return wide;
}

/** One label as the bytes to send. */
export function encodeEscPos(bitmap: Bitmap, options: EscPosOptions): Uint8Array {
	const { headDots, cut = false, more = false, inverted = false } = options;
	const stride = headDots / 8;
	const bits = bitsOf(bitmap, inverted);
	const parts: Uint8Array[] = [Uint8Array.from([...initialize, ...silence])];
	for (let top = 0; top < bitmap.height; top += bandRows) {
		const rows = Math.min(bandRows, bitmap.height - top);
		parts.push(Uint8Array.from([0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8]));
		parts.push(band(bitmap, bits, top, rows, stride, inverted ? 0xff : 0));
	}
	parts.push(Uint8Array.from(cut ? cutHere : more ? feedBetween : feedOut));
	return new Uint8Array(Buffer.concat(parts));
}
