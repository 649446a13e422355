/**
 * The door to pdfmake: page set-up, fonts, footer, and bytes out. Every paper of this folder ends here.
 * Nothing may reach the disk or the network from a document: pictures come as bytes, fonts from memory.
 */
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { ink } from "../block/look.ts";
import { printFonts } from "../fonts.ts";
import type { PaperLanguage } from "../papers.ts";
import { commonText, fill } from "../text/paper.ts";
import { openFonts } from "./open-fonts.ts";

export type Sheet = {
	size: "A4" | "A5";
	title: string;
	language: PaperLanguage;
	content: Content[];
	/** Left half of the footer, e.g. "维修单 01234 05 000123 7". */
	footer: string;
	printedAt: string;
	reprint: boolean;
	baseSize: number;
	/** left, top, right, bottom in points. */
	margins: [number, number, number, number];
};

/** Memory files pdfmake looks fonts up in; its types leave the property out. */
type MemoryFiles = { virtualfs: { writeFileSync(name: string, content: Uint8Array): void } };

let ready = false;

function prepare(): void {
	if (ready) return;
	const fonts = openFonts(printFonts());
	const files = (pdfmake as unknown as MemoryFiles).virtualfs;
	files.writeFileSync("noto-sans-sc-400.ttf", fonts.regular);
	files.writeFileSync("noto-sans-sc-700.ttf", fonts.bold);
	pdfmake.setFonts({ noto: { normal: "noto-sans-sc-400.ttf", bold: "noto-sans-sc-700.ttf" } });
	pdfmake.setLocalAccessPolicy(() => false);
	pdfmake.setUrlAccessPolicy(() => false);
	ready = true;
}

/** Lays a sheet out and returns the PDF's bytes. */
export async function toPdf(sheet: Sheet): Promise<Uint8Array> {
	prepare();
	const words = commonText[sheet.language];
	const small = Math.max(6.5, sheet.baseSize * 0.8);
	const printed = `${sheet.reprint ? `${words.reprint} ` : `${words.printed} `}${sheet.printedAt}`;
	const definition: TDocumentDefinitions = {
		pageSize: sheet.size,
		pageMargins: sheet.margins,
		info: { title: sheet.title, creator: "Welt", producer: "Welt" },
		language: sheet.language,
		defaultStyle: { font: "noto", fontSize: sheet.baseSize, lineHeight: 0.9, color: ink.text },
		content: sheet.content,
		footer: (page, pages) => ({
			margin: [sheet.margins[0], 6, sheet.margins[2], 0],
			fontSize: small,
			color: ink.soft,
			columns: [
				{ text: sheet.footer, width: "*" },
				{ text: fill(words.page, { page, pages }), width: 90, alignment: "right", margin: [0, 0, 12, 0] },
				{ text: printed, width: "auto", alignment: "right" },
			],
		}),
	};
	return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
