/** The one hand all papers are written in: greys that survive a tired laser printer, sizes, table rules. */
import type { CustomTableLayout } from "pdfmake/interfaces";
import type { PaperLanguage } from "../papers.ts";

export const ink = { text: "#111111", soft: "#555555", rule: "#111111", hair: "#bbbbbb", tint: "#f0f0f0" } as const;

/** Size and margins in points; margins are left, top, right, bottom. */
export type PageSize = {
	name: "A4" | "A5";
	width: number;
	height: number;
	margins: [number, number, number, number];
};

export type Look = {
	language: PaperLanguage;
	page: PageSize;
	/** Width between the margins, in points. */
	width: number;
	/** Blocks stand close together, so that a usual order fits on one sheet. */
	dense: boolean;
	/** What holds for every item of an order is said once, and drawings are small. */
	brief: boolean;
	/** Points of type or space, scaled for large print. Type never gets smaller than people can read. */
	pt(points: number): number;
};

/** Type size nobody has to put glasses on for, in points; what is asked for smaller stays as it is. */
const readable = 6.5;

/** Line height of small print that stands close. */
export const closeLines = 0.84;

/** `scale` multiplies every size: 1 on A5. */
export function lookOf(
	language: PaperLanguage,
	scale: number,
	page: PageSize,
	{ dense = false, brief = false }: { dense?: boolean; brief?: boolean } = {},
): Look {
	return {
		language,
		page,
		width: page.width - page.margins[0] - page.margins[2],
		dense,
		brief,
		pt: (points) => (points < readable ? points * scale : Math.max(readable, points * scale)),
	};
}

export const a5: PageSize = { name: "A5", width: 419.53, height: 595.28, margins: [24, 18, 24, 26] };
/** The same sheet with the margins of a form. */
export const denseA5: PageSize = { ...a5, margins: [21, 13, 21, 22] };
export const a4: PageSize = { name: "A4", width: 595.28, height: 841.89, margins: [40, 34, 40, 40] };

/** Width of a text in points, a little on the wide side: Chinese is square, the rest about half. */
export function textWidth(text: string, size: number): number {
	let ems = 0;
	for (const letter of text) ems += letter.charCodeAt(0) > 0x2e7f ? 1 : 0.58;
	return ems * size;
}

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

/** As `listLayout`, the rows as close as they can be read. */
export const denseListLayout: CustomTableLayout = {
	...listLayout,
	paddingTop: () => 0.4,
	paddingBottom: () => 0.4,
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
