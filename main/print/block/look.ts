/** The one hand all papers are written in: greys that survive a tired laser printer, sizes, table rules. */
import type { CustomTableLayout } from "pdfmake/interfaces";
import type { PaperLanguage } from "../papers.ts";

export const ink = { text: "#111111", soft: "#555555", rule: "#111111", hair: "#bbbbbb", tint: "#f0f0f0" } as const;

export type Look = {
	language: PaperLanguage;
	/** Width between the margins, in points. */
	width: number;
	/** Points of type or space, scaled for large print. */
	pt(points: number): number;
};

/** `scale` multiplies every size: 1 on A5. */
export function lookOf(language: PaperLanguage, scale: number, width: number): Look {
	return { language, width, pt: (points) => points * scale };
}

export const a5 = { width: 419.53, height: 595.28, margins: [24, 18, 24, 26] as [number, number, number, number] };
export const a4 = { width: 595.28, height: 841.89, margins: [40, 34, 40, 40] as [number, number, number, number] };

/** Rows parted by hairlines, a solid rule under the heading row, no uprights. */
export const listLayout: CustomTableLayout = {
	hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0.8 : row === 1 ? 0.8 : 0.4),
	hLineColor: (row, node) => (row <= 1 || row === node.table.body.length ? ink.rule : ink.hair),
	vLineWidth: () => 0,
	paddingLeft: (column) => (column === 0 ? 0 : 4),
	paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 4),
	paddingTop: () => 1.8,
	paddingBottom: () => 1.8,
};

/** No lines, tight rows: for label–value grids. */
export const gridLayout: CustomTableLayout = {
	hLineWidth: () => 0,
	vLineWidth: () => 0,
	paddingLeft: (column) => (column === 0 ? 0 : 6),
	paddingRight: () => 0,
	paddingTop: () => 0.5,
	paddingBottom: () => 0.5,
};
