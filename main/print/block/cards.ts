/** Cards to cut out: a grid with dashed cutting lines, as many to a page as fit, none torn by a page's end. */
import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces";
import type { SheetSymbology } from "../papers.ts";
import { quietModules, symbolModules } from "../symbol/modules.ts";
import { symbolSvg } from "../symbol/svg.ts";
import { ink, type Look } from "./look.ts";

const cutLayout: CustomTableLayout = {
	hLineWidth: () => 0.5,
	vLineWidth: () => 0.5,
	hLineColor: () => ink.soft,
	vLineColor: () => ink.soft,
	hLineStyle: () => ({ dash: { length: 3, space: 3 } }),
	vLineStyle: () => ({ dash: { length: 3, space: 3 } }),
	paddingLeft: () => 10,
	paddingRight: () => 10,
	paddingTop: () => 8,
	paddingBottom: () => 8,
};

/** Cards in `columns`, each `width` points wide and at least `height` high; a title stays with its first row. */
export function cardGrid(
	cards: readonly Content[],
	columns: number,
	width: number,
	height: number,
	title?: string,
): Content {
	const body: TableCell[][] = [];
	// A new array each time: the layout engine writes into it.
	const bare = (): [boolean, boolean, boolean, boolean] => [false, false, false, false];
	if (title !== undefined) {
		const cell: TableCell = {
			text: title,
			bold: true,
			fontSize: 10.5,
			colSpan: columns,
			border: bare(),
			margin: [-10, 0, 0, -5],
		};
		body.push([cell, ...Array.from({ length: columns - 1 }, (): TableCell => ({ text: "", border: bare() }))]);
	}
	for (let at = 0; at < cards.length; at += columns) {
		const row: TableCell[] = cards.slice(at, at + columns).map((card) => card as TableCell);
		while (row.length < columns) row.push({ text: "", border: bare() });
		body.push(row);
	}
	return {
		table: {
			widths: Array.from({ length: columns }, () => width - 20),
			heights: (row) => (title !== undefined && row === 0 ? 0 : height - 16),
			...(title === undefined ? {} : { headerRows: 1, keepWithHeaderRows: 1 }),
			dontBreakRows: true,
			body,
		},
		layout: cutLayout,
	};
}

/** A symbol as large as the box allows with its quiet zone inside the box. */
export function symbolBox(symbology: SheetSymbology, text: string, width: number, height: number): Content {
	const { width: across, height: down, linear } = symbolModules(symbology, text);
	const quiet = quietModules[symbology];
	const perModule = linear
		? width / (across + 2 * quiet)
		: Math.min(width / (across + 2 * quiet), height / (down + 2 * quiet));
	const side = Math.round(perModule * across * 10) / 10;
	return { svg: symbolSvg(symbology, text, linear ? height / side : 1), width: side, alignment: "center" };
}

/** Title and how to use the sheet. */
export function sheetHead(look: Look, title: string, hint: string | undefined): Content {
	return {
		stack: [
			{ text: title, bold: true, fontSize: look.pt(15) },
			...(hint ? [{ text: hint, fontSize: look.pt(9), color: ink.soft }] : []),
		],
		margin: [0, 0, 0, 8],
	};
}
