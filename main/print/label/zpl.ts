/**
 * ZPL around a finished picture, and back. Only `^GFA` with plain hex: the one form every ZPL printer and clone
 * understands the same way. No printer fonts, no code pages, nothing that depends on a firmware.
 */
import { type Bitmap, blankBitmap } from "./bitmap.ts";

export type ZplOptions = {
	/** gap = die-cut labels, mark = black mark, continuous = no gap. Left out, the printer keeps its own setting. */
	media?: "gap" | "mark" | "continuous";
	/** −30 … 30, added to the printer's own darkness for this label. */
	darkness?: number;
};

const mediaCommand = { gap: "^MNW", mark: "^MNM", continuous: "^MNN" } as const;

/** One label, printed once, as the bytes to send. */
export function encodeZpl(bitmap: Bitmap, options: ZplOptions = {}): Uint8Array {
	const total = bitmap.stride * bitmap.height;
	const hex = Buffer.from(bitmap.bits.buffer, bitmap.bits.byteOffset, total).toString("hex").toUpperCase();
	const media = options.media ? mediaCommand[options.media] : "";
	const darkness = options.darkness === undefined ? "" : `^MD${options.darkness}`;
	const zpl = `^XA^PW${bitmap.width}^LL${bitmap.height}^LH0,0${media}${darkness}^FO0,0^GFA,${total},${total},${bitmap.stride},${hex}^FS^PQ1^XZ`;
	return new Uint8Array(Buffer.from(zpl, "latin1"));
}

/** The picture inside a label of ours; undefined for any other ZPL. */
export function decodeZpl(zpl: string): Bitmap | undefined {
	const found = /\^PW(\d+)\^LL(\d+).*?\^GFA,(\d+),\d+,(\d+),([0-9A-F]+)\^FS/s.exec(zpl);
	if (!found) return undefined;
	const [, width, height, total, stride, hex] = found;
	const bitmap = blankBitmap(Number(width), Number(height));
	if (bitmap.stride !== Number(stride) || bitmap.bits.length !== Number(total) || hex?.length !== 2 * Number(total)) {
		return undefined;
	}
	bitmap.bits.set(Buffer.from(hex, "hex"));
	return bitmap;
}
