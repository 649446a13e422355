/**
 * Papers to PDF: the one function services call for anything on plain paper. Labels go through label/ instead.
 * Takes a finished view-model, looks nothing up, writes nothing to disk, and never journals: the caller records
 * that a paper was made.
 */
import type { Content } from "pdfmake/interfaces";
import { a4, a5, denseA5, type Look, lookOf } from "./block/look.ts";
import { testPage } from "./paper/device/test-page.ts";
import { type Sheet, toPdf } from "./paper/document.ts";
import { parcelSheet } from "./paper/parcel/sheet.ts";
import { quotePage } from "./paper/quote.ts";
import { receiptPage } from "./paper/receipt.ts";
import { recoverySheet } from "./paper/recovery.ts";
import { scannerSheet } from "./paper/scanner-sheet.ts";
import { badgeSheet, commandCardSheet, demoSheet, shelfSheet } from "./paper/sheets.ts";
import { benchSlip } from "./paper/slip-bench.ts";
import { customerSlip } from "./paper/slip-customer.ts";
import type { Paper } from "./papers.ts";
import { printOrderNo } from "./text/numbers.ts";
import { parcelText } from "./text/parcel.ts";
import { quoteText } from "./text/quote.ts";
import { receiptText } from "./text/receipt.ts";
import { scannerSheetText } from "./text/scanner-sheet.ts";
import { sheetText } from "./text/sheets.ts";
import { slipText } from "./text/slip.ts";
import { testPageText } from "./text/test-page.ts";

type Laid = { title: string; footer: string; content: Content[] };

function layOut(look: Look, paper: Paper): Laid {
	const titled = (title: string, content: Content[], remark = ""): Laid => ({ title, footer: title + remark, content });
	const sheets = sheetText[look.language];
	switch (paper.kind) {
		case "slip": {
			const words = slipText[look.language];
			const title = `${words.title} ${printOrderNo(paper.orderNo)}`;
			return paper.copy === "customer"
				? titled(title, customerSlip(look, paper), `  ${words.customerCopy}`)
				: titled(title, benchSlip(look, paper), `  ${words.benchCopy}`);
		}
		case "quote":
			return titled(`${quoteText[look.language].title} ${printOrderNo(paper.orderNo)}`, quotePage(look, paper));
		case "receipt":
			return titled(`${receiptText[look.language].title} ${printOrderNo(paper.orderNo)}`, receiptPage(look, paper));
		case "recovery":
			return titled(sheets.recoveryTitle, recoverySheet(look, paper), `  ${paper.workstation}`);
		case "badges":
			return titled(sheets.badgesTitle, badgeSheet(look, paper));
		case "command-cards":
			return titled(sheets.commandsTitle, commandCardSheet(look, paper));
		case "shelves":
			return titled(sheets.shelvesTitle, shelfSheet(look, paper));
		case "scanner":
			return titled(scannerSheetText[look.language].title, scannerSheet(look));
		case "parcel":
			return titled(`${parcelText[look.language].title} ${printOrderNo(paper.orderNo)}`, parcelSheet(look, paper));
		case "test-page":
			return titled(testPageText[look.language].title, testPage(look, paper));
		case "demo":
			return titled(sheets.demoFooter, demoSheet(look, paper));
	}
}

/** More terms than this and the roomy hand is not tried. */
const manyTerms = 6;

const onA5: readonly Paper["kind"][] = ["slip", "receipt", "test-page", "parcel"];

/** The ways a paper may be set, the most comfortable first. */
function looksFor(paper: Paper): [Look, ...Look[]] {
	const { language } = paper;
	if (paper.kind === "slip" && !paper.largePrint) {
		const brief = (scale: number) => lookOf(language, scale, denseA5, { dense: true, brief: true });
		const briefest: [Look, ...Look[]] = [brief(1), brief(0.9), brief(0.8)];
		// Several items never fit in the roomy hand, nor does a page of terms.
		if (paper.jobs.length > 1) return briefest;
		const close = lookOf(language, 1, denseA5, { dense: true });
		return paper.terms.length > manyTerms ? [close, ...briefest] : [lookOf(language, 1, a5), close, ...briefest];
	}
	const scale = (paper.kind === "quote" || paper.kind === "parcel" ? 1.1 : 1) * (paper.largePrint ? 1.25 : 1);
	return [lookOf(language, scale, onA5.includes(paper.kind) ? a5 : a4)];
}

function sheetOf(look: Look, paper: Paper): Sheet {
	const small = look.page.name === "A5";
	return {
		...layOut(look, paper),
		page: look.page,
		language: paper.language,
		printedAt: paper.printedAt,
		reprint: paper.reprint ?? false,
		baseSize: look.pt(small || paper.kind === "quote" ? 8.3 : 9),
	};
}

/**
 * PDF bytes of a paper. About 30 ms once warm; the first call also reads the fonts. A slip is set closer when that brings
 * it onto one sheet; one that is long anyway keeps the comfortable hand.
 */
export async function renderPdf(paper: Paper): Promise<Uint8Array> {
	const [comfortable, ...closer] = looksFor(paper);
	for (const look of closer.length > 0 ? [comfortable, ...closer] : []) {
		const { bytes, pages } = await toPdf(sheetOf(look, paper), 1);
		if (bytes) return bytes;
		// Closer setting saves about half a sheet.
		if (pages > 2) break;
	}
	return (await toPdf(sheetOf(comfortable, paper))).bytes;
}
