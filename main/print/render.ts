/**
 * Papers to PDF: the one function services call for anything on plain paper. Labels go through label/ instead.
 * Takes a finished view-model, looks nothing up, writes nothing to disk, and never journals: the caller records
 * that a paper was made.
 */

import { type Sheet, toPdf } from "./paper/document.ts";
import { a5, lookOf } from "./paper/look.ts";
import { benchSlip } from "./paper/slip-bench.ts";
import { customerSlip } from "./paper/slip-customer.ts";
import type { Paper, SlipData } from "./papers.ts";
import { printOrderNo } from "./text/numbers.ts";
import { slipText } from "./text/slip.ts";

function slipSheet(slip: SlipData): Sheet {
	const look = lookOf(slip.language, slip.largePrint, a5.width - a5.margins[0] - a5.margins[2]);
	const words = slipText[slip.language];
	const copy = slip.copy === "customer" ? words.customerCopy : words.benchCopy;
	const title = `${words.title} ${printOrderNo(slip.orderNo)}`;
	return {
		size: "A5",
		title,
		footer: `${title} · ${copy}`,
		content: slip.copy === "customer" ? customerSlip(look, slip) : benchSlip(look, slip),
		margins: a5.margins,
		language: slip.language,
		printedAt: slip.printedAt,
		reprint: slip.reprint ?? false,
		baseSize: look.pt(8.3),
	};
}

/** PDF bytes of a paper. About 30 ms once warm; the first call also reads the fonts. */
export async function renderPdf(paper: Paper): Promise<Uint8Array> {
	return toPdf(slipSheet(paper as SlipData));
}
