/** Tick boxes, drawn as lines because the font carries no ballot boxes. */
import type { Content, TableCell } from "pdfmake/interfaces";
import type { Tick } from "../papers.ts";
import { commonText, fill } from "../text/common.ts";
import { gridLayout, ink, type Look } from "./look.ts";

/** An empty or ticked box of `size` points. */
export function box(size: number, ticked: boolean): Content {
	const mark = ticked
		? [
				{
					type: "polyline" as const,
					lineWidth: 1.3,
					lineColor: ink.text,
					points: [
						{ x: size * 0.18, y: size * 0.52 },
						{ x: size * 0.42, y: size * 0.78 },
						{ x: size * 0.88, y: size * 0.16 },
					],
				},
			]
		: [];
	return {
		canvas: [
			{ type: "rect", x: 0.4, y: 0.4, w: size - 0.8, h: size - 0.8, lineWidth: 0.7, lineColor: ink.text },
			...mark,
		],
	};
}

/** A box with its word. */
export function tickCell(look: Look, tick: Tick, size = 8): Content {
	const side = look.pt(size * 0.85);
	return {
		columns: [
			{ width: side, stack: [box(side, tick.ticked)], margin: [0, look.pt(size * 0.22), 0, 0] },
			{
				width: "*",
				text: tick.where ? `${tick.name}${fill(commonText[look.language].aside, { text: tick.where })}` : tick.name,
				bold: tick.ticked,
				fontSize: look.pt(size),
			},
		],
		columnGap: 3,
	};
}

/** The whole list in `columns` columns. */
export function tickGrid(look: Look, ticks: readonly Tick[], columns: number): Content {
	const body: TableCell[][] = [];
	for (let at = 0; at < ticks.length; at += columns) {
		const row = ticks.slice(at, at + columns).map((tick) => tickCell(look, tick) as TableCell);
		while (row.length < columns) row.push("");
		body.push(row);
	}
	return {
		table: { widths: Array.from({ length: columns }, () => "*"), body, dontBreakRows: true },
		layout: gridLayout,
	};
}
