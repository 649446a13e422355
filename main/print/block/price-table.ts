/** Services and parts with their prices, and the sum below: the same on slip, quote and receipt. */
import type { Content, TableCell } from "pdfmake/interfaces";
import type { PaymentLine, PriceLine, Totals } from "../papers.ts";
import { printMoney } from "../text/numbers.ts";
import { commonText } from "../text/paper.ts";
import { present } from "./blocks.ts";
import { denseListLayout, ink, type Look, listLayout, textWidth } from "./look.ts";

const circled = (no: number) => (no >= 1 && no <= 20 ? String.fromCodePoint(0x2460 + no - 1) : `${no}.`);

type Column = {
	title: string;
	/** Right-aligned, as wide as its widest content. */
	width?: number;
	cell(line: PriceLine): TableCell;
};

function nameCell(look: Look, line: PriceLine, manyItems: boolean): TableCell {
	const prefix = manyItems && line.itemNo ? `${circled(line.itemNo)} ` : "";
	const reason = line.reason ?? "";
	// Set closely, a short reason stands behind the name instead of under it.
	if (look.dense) {
		return {
			text: [`${prefix}${line.name}`, { text: reason && `  ${reason}`, fontSize: look.pt(7), color: ink.soft }],
		};
	}
	return {
		stack: present([
			{ text: `${prefix}${line.name}` },
			reason ? { text: reason, fontSize: look.pt(7), color: ink.soft } : undefined,
		]),
	};
}

function amountCell(look: Look, line: PriceLine): TableCell {
	const amount = printMoney(line.amountFen);
	if (line.payer !== "brand") return { text: amount, alignment: "right", noWrap: true };
	const byBrand = commonText[look.language].byBrand;
	return {
		stack: [
			{ text: amount, alignment: "right", noWrap: true, color: ink.soft, decoration: "lineThrough" },
			{ text: byBrand, alignment: "right", fontSize: look.pt(6.5), noWrap: true },
		],
	};
}

/** Columns nobody filled in are left out; the amounts stand last, where the sums below end too. */
function columnsOf(look: Look, among: readonly PriceLine[]): Column[] {
	const words = commonText[look.language];
	const manyItems = new Set(among.map((line) => line.itemNo ?? 1)).size > 1;
	// Smaller type stands on the line of the larger; set tightly there is hardly a difference.
	const lowered: [number, number, number, number] = [0, look.pt(1) < 1 ? 0 : 0.8, 0, 0];
	const right = (title: string, textOf: (line: PriceLine) => string, small = false): Column => {
		const size = look.pt(small ? 7.5 : 8.3);
		const widest = Math.max(textWidth(title, look.pt(8)), ...among.map((line) => textWidth(textOf(line), size)));
		const more = small ? { fontSize: size, margin: lowered } : {};
		return {
			title,
			width: widest + 1,
			cell: (line) => ({ text: textOf(line), alignment: "right", noWrap: true, ...more }),
		};
	};
	const amounts = right(words.amount, (line) => printMoney(line.amountFen));
	const brandWords = among.some((line) => line.payer === "brand") ? textWidth(words.byBrand, look.pt(6.5)) : 0;
	return [
		{ title: words.service, cell: (line) => nameCell(look, line, manyItems) },
		...(among.some((line) => line.material)
			? [
					{
						title: words.part,
						cell: (line: PriceLine): TableCell => ({
							text: line.material ?? "",
							fontSize: look.pt(7.5),
							margin: lowered,
						}),
					},
				]
			: []),
		...(among.some((line) => line.warranty) ? [right(words.warranty, (line) => line.warranty ?? "—", true)] : []),
		right(words.quantity, (line) => `${line.quantity} ${line.unit}`),
		right(words.unitPrice, (line) => printMoney(line.unitPriceFen)),
		{ ...amounts, width: Math.max(amounts.width ?? 0, brandWords + 1), cell: (line) => amountCell(look, line) },
	];
}

/**
 * Heading row repeats on every page, a row is never torn, and the heading never stands alone at a page's foot.
 * @param among the lines of every table on the paper, so that their columns stand under each other
 */
export function priceTable(look: Look, lines: readonly PriceLine[], among: readonly PriceLine[] = lines): Content {
	const columns = columnsOf(look, among);
	const head = columns.map(
		({ title, width }): TableCell => ({
			text: title,
			alignment: width === undefined ? "left" : "right",
			fontSize: look.pt(7.5),
			bold: true,
			noWrap: true,
		}),
	);
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: columns.map(({ width }, at) => width ?? (at === 0 ? "*" : look.width * 0.21)),
			body: [head, ...lines.map((line) => columns.map(({ cell }) => cell(line)))],
		},
		layout: look.dense ? denseListLayout : listLayout,
	};
}

/** One amount with its name stays on one line. */
const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

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
	const oneLine = look.dense && steps.length + paid.length === 0 && !extras.warranty && !extras.payMeans;
	const label = (text: string) => ({ text: `${text}  `, color: ink.soft, fontSize: look.pt(7.5) });
	return {
		unbreakable: true,
		margin: [0, look.dense ? 1 : 3, 0, 0],
		columns: [
			{
				width: "*",
				stack: present([
					{ text: [label(words.inWords), { text: totals.totalWords, bold: true }] },
					...(steps.length > 0 ? [steps.map(unbroken).join("  "), ...paid.map(unbroken)] : paid.map(unbroken)).map(
						(text): Content => ({ text, fontSize: look.pt(7.5), color: ink.soft }),
					),
					extras.payMeans ? { text: [label(words.payMeans), extras.payMeans] } : undefined,
					extras.warranty ? { text: [label(words.workWarranty), extras.warranty] } : undefined,
				]),
			},
			{
				width: "auto",
				stack: oneLine
					? [
							{
								alignment: "right",
								noWrap: true,
								text: [...sum(words.total, totals.totalFen, true), "   ", ...settled],
							},
						]
					: present([
							{ alignment: "right", noWrap: true, text: sum(words.total, totals.totalFen, true) },
							settled.length > 0 ? { alignment: "right", noWrap: true, text: settled } : undefined,
						]),
			},
		],
		columnGap: 12,
	};
}

export { circled };
