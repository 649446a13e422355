/** Cards to cut out: a grid with dashed cutting lines, as many to a page as fit, none torn by a page's end. */
import type { Content, CustomTableLayout, TableCell } from "pdfmake/interfaces";
import type { SheetSymbology } from "../sheets.ts";
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

function grid(cards: readonly Content[], columns: number, width: number, height: number, continued: boolean): Content {
	const body: TableCell[][] = [];
	for (let at = 0; at < cards.length; at += columns) {
		const row: TableCell[] = cards.slice(at, at + columns).map((card) => card as TableCell);
		while (row.length < columns) row.push({ text: "", border: [false, false, false, false] });
		body.push(row);
	}
	return {
		table: {
			widths: Array.from({ length: columns }, () => width - 20),
			heights: height - 16,
			dontBreakRows: true,
			body,
		},
		// A grid that goes on below another shares its last cutting line.
		layout: continued ? { ...cutLayout, hLineWidth: (row) => (row === 0 ? 0 : 0.5) } : cutLayout,
	};
}

/** Cards in `columns`, each `width` points wide and at least `height` high; a title stays with its first row. */
export function cardGrid(
	cards: readonly Content[],
	columns: number,
	width: number,
	height: number,
	title?: string,
): Content {
	if (title === undefined) return grid(cards, columns, width, height, false);
	const heading: Content = { text: title, bold: true, fontSize: 10.5, margin: [0, 8, 0, 3] };
	const first = grid(cards.slice(0, columns), columns, width, height, false);
	const rest = cards.slice(columns);
	const more = rest.length > 0 ? [grid(rest, columns, width, height, true)] : [];
	return { stack: [{ unbreakable: true, stack: [heading, first] }, ...more] };
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
