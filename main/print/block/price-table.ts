/** Services and parts with their prices, and the sum below: the same on slip, quote and receipt. */
import type { Content, TableCell } from "pdfmake/interfaces";
import type { PaymentLine, PriceLine, Totals } from "../papers.ts";
import { printMoney } from "../text/numbers.ts";
import { commonText } from "../text/paper.ts";
import { present } from "./blocks.ts";
import { ink, type Look, listLayout } from "./look.ts";

const circled = (no: number) => (no >= 1 && no <= 20 ? String.fromCodePoint(0x2460 + no - 1) : `${no}.`);

function nameCell(look: Look, line: PriceLine, manyItems: boolean): TableCell {
	const prefix = manyItems && line.itemNo ? `${circled(line.itemNo)} ` : "";
	return {
		stack: present([
			{ text: `${prefix}${line.name}` },
			line.reason ? { text: line.reason, fontSize: look.pt(7), color: ink.soft } : undefined,
		]),
	};
}

function row(look: Look, line: PriceLine, manyItems: boolean): TableCell[] {
	const words = commonText[look.language];
	const amount = printMoney(line.amountFen);
	return [
		nameCell(look, line, manyItems),
		{ text: line.material ?? "", fontSize: look.pt(7.5), margin: [0, 0.8, 0, 0] },
		{ text: `${line.quantity} ${line.unit}`, alignment: "right", noWrap: true },
		{ text: printMoney(line.unitPriceFen), alignment: "right", noWrap: true },
		line.payer === "brand"
			? {
					stack: [
						{ text: amount, alignment: "right", noWrap: true, color: ink.soft, decoration: "lineThrough" },
						{ text: words.byBrand, alignment: "right", fontSize: look.pt(6.5), noWrap: true },
					],
				}
			: { text: amount, alignment: "right", noWrap: true },
		{ text: line.warranty ?? "—", alignment: "right", fontSize: look.pt(7.5), margin: [0, 0.8, 0, 0], noWrap: true },
	];
}

/** Heading row repeats on every page, a row is never torn, and the heading never stands alone at a page's foot. */
export function priceTable(look: Look, lines: readonly PriceLine[]): Content {
	const words = commonText[look.language];
	const manyItems = new Set(lines.map((line) => line.itemNo ?? 1)).size > 1;
	const head: TableCell[] = [
		{ text: words.service },
		{ text: words.part },
		{ text: words.quantity, alignment: "right" },
		{ text: words.unitPrice, alignment: "right" },
		{ text: words.amount, alignment: "right" },
		{ text: words.warranty, alignment: "right" },
	].map((cell) => ({ ...cell, fontSize: look.pt(7.5), bold: true }) as TableCell);
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: ["*", look.width * 0.21, "auto", "auto", "auto", "auto"],
			body: [head, ...lines.map((line) => row(look, line, manyItems))],
		},
		layout: listLayout,
	};
}

export type SumExtras = { balanceFen?: number; payMeans?: string; warranty?: string };

/** Amount in words and payments on the left, the sum on the right; never torn apart. */
export function totalBlock(look: Look, totals: Totals, payments: readonly PaymentLine[], extras: SumExtras): Content {
	const words = commonText[look.language];
	const steps: string[] = [];
	if (totals.discountFen > 0 || totals.brandFen > 0) {
		steps.push(`${words.subtotal} ${printMoney(totals.customerFen + totals.brandFen)}`);
	}
	if (totals.brandFen > 0) steps.push(`${words.byBrand} ${printMoney(-totals.brandFen)}`);
	if (totals.discountFen > 0) steps.push(`${words.discount} ${printMoney(-totals.discountFen)}`);
	const sum = (name: string, fen: number, strong: boolean) => [
		{ text: `${name}  `, bold: strong },
		{ text: printMoney(fen), bold: strong, fontSize: look.pt(strong ? 11 : 8.5) },
	];
	const paidFen = payments.reduce((total, payment) => total + payment.amountFen, 0);
	const settled = [
		...(payments.length > 0 ? [...sum(words.paid, paidFen, false), { text: "   " }] : []),
		...(extras.balanceFen === undefined
			? []
			: extras.balanceFen === 0
				? [{ text: words.settled, bold: true }]
				: sum(words.balance, extras.balanceFen, true)),
	];
	const paid = payments.map((line) => `${line.name} ${printMoney(line.amountFen)}  ${line.means}  ${line.at}`);
	const label = (text: string) => ({ text: `${text}  `, color: ink.soft, fontSize: look.pt(7.5) });
	return {
		unbreakable: true,
		margin: [0, 3, 0, 0],
		columns: [
			{
				width: "*",
				stack: present([
					{ text: [label(words.inWords), { text: totals.totalWords, bold: true }] },
					...(steps.length > 0 ? [steps.join("  "), ...paid] : paid).map(
						(text): Content => ({ text, fontSize: look.pt(7.5), color: ink.soft }),
					),
					extras.payMeans ? { text: [label(words.payMeans), extras.payMeans] } : undefined,
					extras.warranty ? { text: [label(words.workWarranty), extras.warranty] } : undefined,
				]),
			},
			{
				width: "auto",
				stack: present([
					{ alignment: "right", noWrap: true, text: sum(words.total, totals.totalFen, true) },
					settled.length > 0 ? { alignment: "right", noWrap: true, text: settled } : undefined,
				]),
			},
		],
		columnGap: 12,
	};
}

export { circled };
