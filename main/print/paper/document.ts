/**
 * The door to pdfmake: page set-up, fonts, footer, and bytes out. Every paper of this folder ends here.
 * Nothing may reach the disk or the network from a document: pictures come as bytes, fonts from memory.
 */
import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { ink, type PageSize } from "../block/look.ts";
import { printFonts } from "../fonts.ts";
import type { PaperLanguage } from "../papers.ts";
import { chineseMarks } from "../text/chinese.ts";
import { commonText, fill } from "../text/paper.ts";
import { openFonts } from "./open-fonts.ts";

export type Sheet = {
	page: PageSize;
	title: string;
	language: PaperLanguage;
	content: Content[];
	/** Left half of the footer, e.g. "维修单 01234 05 000123 7". */
	footer: string;
	printedAt: string;
	reprint: boolean;
	baseSize: number;
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

/** Parts of a document that hold no words. */
const wordless = new Set(["svg", "image", "canvas", "layout"]);

/** Chinese papers carry Chinese punctuation, however the words were typed in. */
function withChineseMarks<T>(part: T): T {
	if (typeof part === "string") return chineseMarks(part) as T;
	if (Array.isArray(part)) return part.map(withChineseMarks) as T;
	if (typeof part !== "object" || part === null) return part;
	const entries = Object.entries(part).map(([key, value]) => [
		key,
		wordless.has(key) ? value : withChineseMarks(value),
	]);
	return Object.fromEntries(entries) as T;
}

/** Thrown through the layout to end it: the writing of a paper nobody will print is half its cost. */
const tooLong = new Error("more pages than wanted");

/**
 * Lays a sheet out: the PDF's bytes and how many pages they are. With `mostPages`, no bytes when it would be longer.
 */
export async function toPdf(sheet: Sheet): Promise<{ bytes: Uint8Array; pages: number }>;
export async function toPdf(sheet: Sheet, mostPages: number): Promise<{ bytes: Uint8Array | undefined; pages: number }>;
export async function toPdf(
	sheet: Sheet,
	mostPages = Number.POSITIVE_INFINITY,
): Promise<{ bytes: Uint8Array | undefined; pages: number }> {
	prepare();
	const words = commonText[sheet.language];
	const small = Math.max(6.5, sheet.baseSize * 0.8);
	const printed = `${sheet.reprint ? `${words.reprint} ` : `${words.printed} `}${sheet.printedAt}`;
	const { name, margins } = sheet.page;
	let pageCount = 0;
	const definition: TDocumentDefinitions = {
		pageSize: name,
		pageMargins: margins,
		info: { title: sheet.title, creator: "Welt", producer: "Welt" },
		language: sheet.language,
		defaultStyle: { font: "noto", fontSize: sheet.baseSize, lineHeight: 0.9, color: ink.text },
		content: sheet.language === "zh-CN" ? withChineseMarks(sheet.content) : sheet.content,
		footer: (page, pages) => {
			pageCount = pages;
			if (pages > mostPages) throw tooLong;
			return {
				margin: [margins[0], margins[3] > 25 ? 6 : 4, margins[2], 0],
				fontSize: small,
				color: ink.soft,
				columns: [
					{ text: sheet.footer, width: "*" },
					{ text: fill(words.page, { page, pages }), width: 90, alignment: "right", margin: [0, 0, 12, 0] },
					{ text: printed, width: "auto", alignment: "right" },
				],
			};
		},
	};
	try {
		const bytes = new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
		return { bytes, pages: pageCount };
	} catch (cause) {
		if (cause !== tooLong) throw cause;
		return { bytes: undefined, pages: pageCount };
	}
}
