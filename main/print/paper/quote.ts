/** A4 quote: what was found, what it costs, who bears it, and a place to say yes or no. */
import type { Content, TableCell } from "pdfmake/interfaces";
import { factLine, facts, numberedColumns, photoRow, present, rule, sectionTitle } from "../block/blocks.ts";
import { paperHead } from "../block/head.ts";
import { itemBlock } from "../block/item.ts";
import { ink, type Look, listLayout } from "../block/look.ts";
import { circled, priceTable, totalBlock } from "../block/price-table.ts";
import { signatureBlock } from "../block/signature.ts";
import { tickCell } from "../block/ticks.ts";
import type { PriceLine, QuoteData } from "../papers.ts";
import { printMoney } from "../text/numbers.ts";
import { commonText, fill } from "../text/paper.ts";
import { quoteText } from "../text/quote.ts";

function findingTable(look: Look, quote: QuoteData): Content {
	const words = quoteText[look.language];
	const many = quote.items.length > 1;
	const head = ["", words.part, words.fault, words.severity, words.cause].map(
		(text): TableCell => ({ text, bold: true, fontSize: look.pt(7.5) }),
	);
	const rows = quote.findings.map((finding): TableCell[] => [
		{ text: String(finding.no), bold: true },
		{ text: `${many && finding.itemNo ? `${circled(finding.itemNo)} ` : ""}${finding.part}` },
		{ text: [{ text: finding.name }, { text: `  ${finding.code}`, color: ink.soft, fontSize: look.pt(7) }] },
		{ text: finding.severity ?? "—" },
		{ text: finding.cause ?? "—" },
	]);
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: ["auto", "auto", "*", "auto", look.width * 0.34],
			body: [head, ...rows],
		},
		layout: listLayout,
	};
}

function priceGroup(look: Look, title: string, quote: QuoteData, payer: PriceLine["payer"]): Content | undefined {
	const lines = quote.lines.filter((line) => line.payer === payer);
	if (lines.length === 0) return undefined;
	const words = quoteText[look.language];
	const sum = lines.reduce((total, line) => total + line.amountFen, 0);
	return {
		stack: [
			{ text: title, bold: true, fontSize: look.pt(8.5), margin: [0, look.pt(4), 0, look.pt(2)], headlineLevel: 1 },
			priceTable(look, lines, quote.lines),
			{ text: `${words.groupSum}  ${printMoney(sum)}`, alignment: "right", margin: [0, 1, 0, 0] },
		],
	};
}

function answerBlock(look: Look, quote: QuoteData): Content {
	const words = quoteText[look.language];
	if (quote.approval) {
		const { answer, ...rest } = quote.approval;
		return { text: fill(words.approvedBy, { answer: words[answer], ...rest }), bold: true };
	}
	return {
		columns: [
			{ width: "auto", text: words.answer, bold: true, noWrap: true },
			{ width: look.pt(96), stack: [tickCell(look, words.agree, 9)] },
			{ width: look.pt(130), stack: [tickCell(look, words.refuse, 9)] },
			{ width: "*", stack: [tickCell(look, `${words.partly} ____________`, 9)] },
		],
		columnGap: 10,
	};
}

/** The parts of the page from top to bottom. */
export function quotePage(look: Look, quote: QuoteData): Content[] {
	const words = quoteText[look.language];
	const common = commonText[look.language];
	const many = quote.items.length > 1;
	const balance = quote.depositFen ? `${printMoney(quote.depositFen)}` : undefined;
	return present([
		...paperHead(look, { ...quote, title: words.title, remark: fill(words.version, { version: quote.version }) }),
		facts(
			look,
			[
				[common.customer, [quote.customer.name, quote.customer.phone].filter(Boolean).join("  "), true],
				[words.quotedAt, quote.quotedAt],
				[words.validUntil, quote.validUntil, true],
				[words.quotedBy, quote.quotedBy],
				[words.duration, quote.duration, true],
				[words.deposit, balance],
			],
			3,
		),
		rule(look, 0.5, 3),
		...quote.items.map(
			(item, index): Content => ({
				unbreakable: true,
				stack: itemBlock(look, item, many ? index + 1 : undefined),
			}),
		),
		quote.findings.length > 0 ? sectionTitle(look, words.findings) : undefined,
		quote.findings.length > 0 ? findingTable(look, quote) : undefined,
		photoRow(look, quote.photos, 4, look.pt(90)),
		sectionTitle(look, words.prices),
		priceGroup(look, words.brandGroup, quote, "brand"),
		priceGroup(look, words.customerGroup, quote, "customer"),
		quote.totals.totalFen === 0 && quote.lines.length > 0
			? { text: words.nothingToPay, bold: true, margin: [0, 4, 0, 0] }
			: totalBlock(look, quote.totals, [], quote.warranty ? { warranty: quote.warranty } : {}),
		numberedColumns(look, common.terms, [words.promise, ...quote.terms], 7),
		factLine(look, [[words.basis, quote.basis]]),
		{
			unbreakable: true,
			margin: [0, look.pt(8), 0, 0],
			stack: [answerBlock(look, quote), signatureBlock(look, words.signStatement, quote.signature, quote.quotedBy)],
		},
	]);
}
