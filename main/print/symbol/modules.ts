/**
 * Barcode symbols as bare modules, before anybody decides how big they are: one source for papers (vectors)
 * and labels (whole dots), so that both read the same. Called by main/print/paper and main/print/label only.
 * bwip-js does the encoding; nothing here draws.
 */
import bwipjs from "bwip-js/node";
import type { SheetSymbology } from "../sheets.ts";

/** A grid of modules, row by row, 1 = dark. Linear symbols have a height of 1. No quiet zone. */
export type Modules = { width: number; height: number; dark: Uint8Array; linear: boolean };

/** Quiet zone each symbology asks for on every side, in modules. */
export const quietModules: Record<SheetSymbology, number> = {
	code128: 10,
	"gs1-128": 10,
	ean13: 11,
	qr: 4,
	datamatrix: 2,
	"gs1-datamatrix": 2,
};

const encoders: Record<SheetSymbology, { bcid: string; options: Record<string, string | boolean> }> = {
	code128: { bcid: "code128", options: {} },
	"gs1-128": { bcid: "gs1-128", options: {} },
	ean13: { bcid: "ean13", options: {} },
	// Medium correction: a slip gets folded and stained, a quarter of a small QR is too much to give away.
	qr: { bcid: "qrcode", options: { eclevel: "M" } },
	datamatrix: { bcid: "datamatrix", options: {} },
	"gs1-datamatrix": { bcid: "gs1datamatrix", options: {} },
};

/**
 * Modules of `text` in `symbology`. GS1 symbols take the bracketed form `(01)06901234567892(21)A1`.
 * Throws when the text cannot be a symbol of that kind (wrong check digit, letters in an EAN).
 */
export function symbolModules(symbology: SheetSymbology, text: string): Modules {
	const { bcid, options } = encoders[symbology];
	const symbol = bwipjs.raw(bcid, text, options)[0];
	if (!symbol) throw new Error(`nothing encoded for ${symbology}`);
	if ("pixs" in symbol) {
		return { width: symbol.pixx, height: symbol.pixy, dark: Uint8Array.from(symbol.pixs), linear: false };
	}
	const dark: number[] = [];
	symbol.sbs.forEach((run, index) => {
		for (let count = 0; count < run; count++) dark.push(index % 2 === 0 ? 1 : 0);
	});
	return { width: dark.length, height: 1, dark: Uint8Array.from(dark), linear: true };
}
