/**
 * What the barcode reader is asked for, and its answer as every other scanner would have sent it: the AIM prefix that
 * says what kind of code it was, then the plain content with its GS characters. Pure; used by the worker.
 */
import type { ReaderOptions, ReadResult } from "zxing-wasm/reader";

/** Every kind of code a workshop meets. Fewer kinds are faster and mistake less for a code. */
export const readerOptions: ReaderOptions = {
	formats: ["EAN13", "EAN8", "UPCA", "UPCE", "ITF", "Code128", "Code39", "QRCode", "DataMatrix", "PDF417", "DataBar"],
	maxNumberOfSymbols: 1,
	// A shelf edge or a seam can look like one line of a short code; two lines that agree can't.
	minLineCount: 2,
	validateOptionalChecksum: false,
	textMode: "Plain",
	tryInvert: false,
};

/** Undefined for what is no whole code. */
export function codeTextOf(read: Pick<ReadResult, "isValid" | "text" | "symbologyIdentifier">): string | undefined {
	if (!read.isValid || read.text === "") return undefined;
	return `${read.symbologyIdentifier}${read.text}`;
}
