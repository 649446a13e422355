/** What came out of the printers, read by programs that know nothing of ours. */
import { expect } from "@playwright/test";
import type { VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import { pdfPicture, readCodes, readPdf, renderZpl } from "../../print/read-back.ts";

/** A 60×40 mm label at 203 dpi. */
const label = { width: 480, height: 320, dotsPerMm: 8 };

/** The code each printed label carries, from the bytes the printer got. */
export async function codesOf(printer: VirtualPrinter, from = 0): Promise<string[]> {
	const codes: string[] = [];
	for (const { bytes } of printer.jobs.slice(from)) {
		const png = await renderZpl(bytes, label.width, label.height, label.dotsPerMm);
		const [code, ...more] = await readCodes(png);
		expect(more).toEqual([]);
		expect(code?.format).toBe("Code128");
		codes.push(code?.text ?? "");
	}
	return codes;
}

export type ReadPaper = { text: string; pages: number; qr: string[]; bars: string[] };

/** Text of a paper without spaces, and every code on its pages. */
export async function readPaper(pdf: Uint8Array): Promise<ReadPaper> {
	const pages = await readPdf(pdf);
	const codes = [];
	for (let no = 1; no <= pages.length; no++) codes.push(...(await readCodes(await pdfPicture(pdf, no, 220))));
	return {
		text: pages.map((page) => page.text).join(""),
		pages: pages.length,
		qr: codes.filter(({ format }) => format.startsWith("QR")).map(({ text }) => text),
		bars: codes.filter(({ format }) => format.startsWith("Code128")).map(({ text }) => text),
	};
}

/** The order number as the customer's copy of the slip carries it: fourteen digits, in words and in its code. */
export function orderNumberOf(slip: ReadPaper): string {
	const number = slip.bars.find((code) => /^\d{14}$/.test(code)) ?? slip.qr.find((code) => /^\d{14}$/.test(code)) ?? "";
	expect(number).toMatch(/^\d{14}$/);
	expect(slip.text).toContain(number);
	return number;
}
