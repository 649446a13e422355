/** Blocks every customer paper is built of: rules, section titles, label–value grids, lists, pictures. */
import type { Content, ContentTable, TableCell } from "pdfmake/interfaces";
import type { Picture } from "../papers.ts";
import { closeLines, gridLayout, ink, type Look, textWidth } from "./look.ts";

/** A line across the page. */
export function rule(look: Look, weight = 0.8, gap = 3): Content {
	return {
		canvas: [{ type: "line", x1: 0, y1: 0, x2: look.width, y2: 0, lineWidth: weight, lineColor: ink.rule }],
		margin: [0, gap, 0, gap],
	};
}

/** A small bold title with an optional soft remark behind it. */
export function sectionTitle(look: Look, title: string, remark?: string): Content {
	return {
		text: [
			{ text: title, bold: true, fontSize: look.pt(9) },
			...(remark ? [{ text: `  ${remark}`, fontSize: look.pt(7.5), color: ink.soft }] : []),
		],
		margin: look.dense ? [0, 2, 0, 0] : [0, look.pt(3.5), 0, look.pt(1)],
	};
}

export type Fact = readonly [label: string, value: string | undefined, strong?: boolean];

function factText(look: Look, [label, value, strong]: Fact): Content {
	return {
		text: [
			{ text: `${label}  `, color: ink.soft, fontSize: look.pt(7.5) },
			{ text: value ?? "", bold: strong ?? false },
		],
	};
}

/** Label–value pairs in `columns` equal columns, empty ones left out. Undefined when nothing is left. */
export function facts(look: Look, all: readonly Fact[], columns: number): Content | undefined {
	const filled = all.filter((fact) => fact[1] !== undefined && fact[1] !== "");
	if (filled.length === 0) return undefined;
	const body: TableCell[][] = [];
	for (let at = 0; at < filled.length; at += columns) {
		const row: TableCell[] = filled.slice(at, at + columns).map((fact) => factText(look, fact) as TableCell);
		while (row.length < columns) row.push("");
		body.push(row);
	}
	return {
		table: { widths: Array.from({ length: columns }, () => "*"), body, dontBreakRows: true },
		layout: gridLayout,
	};
}

/** Longest value that is kept on one line, in points of its width. */
const keepTogether = 0.45;

/** Facts one after another in running text, a short one never torn: for long or many small values. */
export function factLine(look: Look, all: readonly Fact[]): Content | undefined {
	const filled = all.filter((fact) => fact[1] !== undefined && fact[1] !== "");
	if (filled.length === 0) return undefined;
	const runs = filled.flatMap(([label, value = "", strong = false], index): object[] => {
		const noWrap = textWidth(label + value, look.pt(8)) < look.width * keepTogether;
		return [
			...(index > 0 ? [{ text: look.dense ? "  " : "    " }] : []),
			{ text: `${label.replaceAll(" ", "\u00a0")}\u00a0`, color: ink.soft, fontSize: look.pt(7.5), noWrap: true },
			{ text: value, bold: strong, noWrap },
		];
	});
	const gap = look.dense ? 0 : 0.5;
	return { text: runs as Content, lineHeight: look.brief ? 0.86 : 0.9, margin: [0, gap, 0, gap] } as Content;
}

type Paragraph = { no: number; text: string };

function paragraphRow(look: Look, { no, text }: Paragraph, size: number): Content {
	return {
		columns: [
			{ text: `${no}.`, width: look.pt(size) * 1.7 },
			{ text, width: "*" },
		],
		columnGap: 0,
		fontSize: look.pt(size),
		lineHeight: look.dense ? closeLines : 0.9,
		margin: [0, 0, 0, look.dense ? 0.3 : look.pt(0.5)],
		unbreakable: true,
	};
}

/** Numbered small print. The title stays with the first paragraph. */
export function numbered(look: Look, title: string, paragraphs: readonly string[], size = 7.5): Content | undefined {
	if (paragraphs.length === 0) return undefined;
	const rows = paragraphs.map((text, index) => paragraphRow(look, { no: index + 1, text }, size));
	const [first, ...rest] = rows;
	return { stack: [{ stack: [sectionTitle(look, title), ...(first ? [first] : [])], unbreakable: true }, ...rest] };
}

/** The same in two columns of even height, read down the left one first. Kept on one page: it is what people sign. */
export function numberedColumns(
	look: Look,
	title: string,
	paragraphs: readonly string[],
	size: number,
): Content | undefined {
	if (paragraphs.length === 0) return undefined;
	const gap = look.pt(12);
	const width = (look.width - gap) / 2;
	const inner = width - look.pt(size) * 1.7;
	const lines = paragraphs.map((text) => Math.ceil(textWidth(text, look.pt(size)) / inner));
	// Set closely, the title stands in the left column and the right one begins beside it.
	const titleLines = look.dense ? 1.6 : 0;
	const half = (titleLines + lines.reduce((sum, n) => sum + n, 0)) / 2;
	let left = 0;
	for (let sum = titleLines; left < lines.length; left++) {
		const next = sum + (lines[left] ?? 0);
		// The paragraph that crosses the middle goes where more of it lies.
		if (next - half > half - sum) break;
		sum = next;
	}
	const rows = paragraphs.map((text, index) => paragraphRow(look, { no: index + 1, text }, size));
	const heading = sectionTitle(look, title);
	return {
		unbreakable: true,
		stack: [
			...(look.dense ? [] : [heading]),
			{
				columns: [
					{ width, stack: [...(look.dense ? [heading] : []), ...rows.slice(0, left)] },
					{ width: "*", stack: rows.slice(left), margin: [0, look.dense ? 3 : 0, 0, 0] },
				],
				columnGap: gap,
			},
		],
	};
}

function dataUrl(bytes: Uint8Array): string | undefined {
	const mime =
		bytes[0] === 0x89 && bytes[1] === 0x50
			? "image/png"
			: bytes[0] === 0xff && bytes[1] === 0xd8
				? "image/jpeg"
				: undefined;
	return mime && `data:${mime};base64,${Buffer.from(bytes).toString("base64")}`;
}

/** A picture within a box, or undefined when the bytes are neither JPEG nor PNG: a paper never fails over a photo. */
export function picture(bytes: Uint8Array | undefined, fit: [number, number]): Content | undefined {
	const url = bytes && dataUrl(bytes);
	return url ? { image: url, fit } : undefined;
}

/** Up to `perRow` photos beside each other with their captions. */
export function photoRow(
	look: Look,
	photos: readonly Picture[] | undefined,
	perRow: number,
	height: number,
): Content | undefined {
	const gap = 6;
	const width = (look.width - gap * (perRow - 1)) / perRow;
	const cells = (photos ?? []).flatMap((photo) => {
		const image = picture(photo.bytes, [width, height]);
		return image
			? [{ stack: [image, { text: photo.caption ?? "", fontSize: look.pt(7), color: ink.soft }], width }]
			: [];
	});
	if (cells.length === 0) return undefined;
	return { columns: cells.slice(0, perRow), columnGap: gap, margin: [0, 3, 0, 3], unbreakable: true };
}

/** Leaves the undefined ones out. */
export function present(parts: readonly (Content | undefined)[]): Content[] {
	return parts.filter((part): part is Content => part !== undefined);
}

export type { Content, ContentTable };
