/**
 * TSPL / TSPL2 (TSC, Gprinter, Xprinter, HPRT, Deli …) around a finished picture: `BITMAP` only, no printer fonts.
 * After the makers' manuals; not verified on hardware. The picture is binary: whoever carries it may split it anywhere
 * but must not look for line ends in it.
 */
import type { Bitmap } from "../bitmap.ts";
import { bitsOf } from "./encode-zpl.ts";

export type TsplOptions = {
	widthMm: number;
	heightMm: number;
	media: "gap" | "mark" | "continuous";
	/** −30 … 30 around the makers' usual density; null = the printer's own. */
	darkness?: number | null;
	/** Inches a second; null = the printer's own. */
	speed?: number | null;
	/** Cuts after this label (true) or not (false); left out, nothing is said about a cutter. */
	cut?: boolean;
	/** For clones that take 1 for black, unlike the manual. */
	inverted?: boolean;
};

/** How far labels, or marks, stand apart; the printer's sensor finds the exact place. */
const gapCommand = { gap: "GAP 2 mm,0 mm", mark: "BLINE 3 mm,0 mm", continuous: "GAP 0 mm,0 mm" } as const;

/** DENSITY is 0 … 15 with 8 as the usual; −30 … 30 spans it. */
const densityOf = (darkness: number) => Math.min(15, Math.max(0, 8 + Math.round((darkness / 30) * 8)));

/** One label, printed once, as the bytes to send. */
export function encodeTspl(bitmap: Bitmap, options: TsplOptions): Uint8Array {
	const { widthMm, heightMm, media, darkness = null, speed = null, cut, inverted = false } = options;
	const head = [
		`SIZE ${widthMm} mm,${heightMm} mm`,
		gapCommand[media],
		"DIRECTION 1",
		"REFERENCE 0,0",
		darkness === null ? "" : `DENSITY ${densityOf(darkness)}`,
		speed === null ? "" : `SPEED ${speed}`,
		cut === undefined ? "" : cut ? "SET CUTTER 1" : "SET CUTTER OFF",
		"CLS",
		`BITMAP 0,0,${bitmap.stride},${bitmap.height},0,`,
	];
	const commands = head.filter((line) => line !== "").join("\r\n");
	// 0 is black here, the other way round than everywhere else.
	const picture = bitsOf(bitmap, !inverted);
	return new Uint8Array(
		Buffer.concat([Buffer.from(commands, "latin1"), picture, Buffer.from("\r\nPRINT 1,1\r\n", "latin1")]),
	);
}
