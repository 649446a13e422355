/**
 * Text out of what a scanner typed: plain characters, and numbers typed as Alt+numpad (how wedge scanners send
 * Chinese). A number may be one byte of UTF-8 or GB18030, a two-byte GBK code or a Unicode code point. Pure.
 */

export type Piece = { kind: "char"; char: string } | { kind: "code"; value: number };
export type AltCodes = "auto" | "unicode" | "gb18030";

/** The text of a burst, in order. Bytes that are no GB18030 become U+FFFD. */
export function textOfPieces(pieces: readonly Piece[], altCodes: AltCodes): string {
	const wide = pieces.filter((piece) => piece.kind === "code" && piece.value > 255);
	// One barcode is in one encoding: a single number that cannot be GBK settles it for all.
	const gbk = altCodes === "auto" ? wide.every((p) => p.kind === "code" && isGbk(p.value)) : altCodes === "gb18030";
	let text = "";
	let bytes: number[] = [];
	const flush = () => {
		if (bytes.length > 0) text += textOfBytes(Uint8Array.from(bytes));
		bytes = [];
	};
	for (const piece of pieces) {
		if (piece.kind === "char") {
			flush();
			text += piece.char;
		} else if (piece.value > 255 && !gbk) {
			flush();
			text += piece.value <= 0x10ffff ? String.fromCodePoint(piece.value) : "\ufffd";
		} else if (piece.value > 255) {
			bytes.push((piece.value >> 8) & 0xff, piece.value & 0xff);
		} else {
			bytes.push(piece.value);
		}
	}
	flush();
	return text;
}

/** Chinese in GB18030 is next to never UTF-8 by chance, so that is asked first. */
function textOfBytes(bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("gb18030").decode(bytes);
	}
}

function isGbk(value: number): boolean {
	const lead = value >> 8;
	const trail = value & 0xff;
	return lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f;
}
