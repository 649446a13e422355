/**
 * ZPL II around a finished picture. Only `^GFA` with plain hex: the one form every ZPL printer and clone understands
 * the same way. No printer fonts, no code pages, nothing that depends on a firmware.
 */
import type { Bitmap } from "../bitmap.ts";

export type ZplOptions = {
	/** gap = die-cut labels, mark = black mark, continuous = no gap. Left out, the printer keeps its own setting. */
	media?: "gap" | "mark" | "continuous";
	/** −30 … 30, added to the printer's own darkness for this label; null = its own. */
	darkness?: number | null;
	/** Inches a second; null = the printer's own. */
	speed?: number | null;
	/** Cuts after this label (true) or not (false); left out, nothing is said about a cutter. */
	cut?: boolean;
	/** Sends black as white and the other way round. */
	inverted?: boolean;
};

const mediaCommand = { gap: "^MNW", mark: "^MNM", continuous: "^MNN" } as const;

/** The picture's bits, or their opposites. */
export function bitsOf(bitmap: Bitmap, inverted: boolean): Uint8Array {
	return inverted ? bitmap.bits.map((byte) => ~byte & 0xff) : bitmap.bits;
}

/** One label, printed once, as the bytes to send. */
export function encodeZpl(bitmap: Bitmap, options: ZplOptions = {}): Uint8Array {
	const { media, darkness = null, speed = null, cut, inverted = false } = options;
	const bits = bitsOf(bitmap, inverted);
	const hex = Buffer.from(bits.buffer, bits.byteOffset, bits.length).toString("hex").toUpperCase();
	const zpl = [
		`^XA^PW${bitmap.width}^LL${bitmap.height}^LH0,0`,
		media ? mediaCommand[media] : "",
		cut === undefined ? "" : cut ? "^MMC" : "^MMT",
		speed === null ? "" : `^PR${speed}`,
		darkness === null ? "" : `^MD${darkness}`,
		`^FO0,0^GFA,${bits.length},${bits.length},${bitmap.stride},${hex}^FS^PQ1^XZ`,
	];
	return new Uint8Array(Buffer.from(zpl.join(""), "latin1"));
}
