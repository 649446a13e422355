/**
 * Lets pdfmake use fonts that are already open. Out of the box every document parses both 10 MB fonts again, which
 * takes longer than laying the slip out and litters the heap. The font reader takes further formats, so ours is a
 * format of a few bytes that stands for an open font. Should a later version of the library not accept it, the plain
 * files are used: slower, never wrong. Called by document.ts only.
 */
import { createRequire } from "node:module";
import type { PrintFonts } from "../fonts.ts";
import { type OpenFont, remember } from "./remembering-font.ts";

type FontReader = {
	create(file: Uint8Array): OpenFont;
	registerFormat(format: { new (stream: { buffer: Uint8Array }): object; probe(file: Uint8Array): boolean }): void;
};

/** The very copy of the reader that pdfmake's PDF writer uses. */
function fontReader(): FontReader {
	const fromPdfmake = createRequire(createRequire(import.meta.url).resolve("pdfmake"));
	return createRequire(fromPdfmake.resolve("pdfkit"))("fontkit") as FontReader;
}

const ticket = (weight: string) => new Uint8Array(Buffer.from(`welt:${weight}`, "latin1"));

/** Stand-ins for the two fonts, or the files themselves. */
export function openFonts(fonts: PrintFonts): { regular: Uint8Array; bold: Uint8Array } {
	try {
		const reader = fontReader();
		const open = new Map(
			Object.entries(fonts).map(([weight, file]) => [
				Buffer.from(ticket(weight)).toString("latin1"),
				remember(reader.create(file)),
			]),
		);
		const nameOf = (file: Uint8Array) => Buffer.from(file.subarray(0, 16)).toString("latin1");
		class AlreadyOpen {
			static probe(file: Uint8Array): boolean {
				return open.has(nameOf(file));
			}
			constructor(stream: { buffer: Uint8Array }) {
				// A constructor may answer another object: the open font itself.
				// biome-ignore lint/correctness/noConstructorReturn: that is the point
				return open.get(nameOf(stream.buffer)) ?? {};
			}
		}
		reader.registerFormat(AlreadyOpen);
		const tickets = { regular: ticket("regular"), bold: ticket("bold") };
		const works = reader.create(tickets.regular) === open.get(nameOf(tickets.regular));
		return works ? tickets : fonts;
	} catch {
		return fonts;
	}
}
