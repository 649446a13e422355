/** Line drawings of what came in, with numbered marks where it is damaged: the same drawings the screen is tapped on. */
import type { Column, Content } from "pdfmake/interfaces";
import drawings from "../../../assets/outlines/drawings.json" with { type: "json" };
import type { OutlineKind, OutlineMark, OutlineName, OutlineView } from "../papers.ts";
import { ink, type Look } from "./look.ts";
import { circled } from "./price-table.ts";

type Drawing = { width: number; height: number; path: string };
type Numbered = OutlineMark & { no: number };

const outlines: Partial<Record<OutlineName, Partial<Record<OutlineView, Drawing>>>> = drawings.outlines;
const byKind = { shoes: "shoe", luggage: "suitcase", garment: "top" } as const;
const nameOf = (kind: OutlineKind): OutlineName =>
	kind in byKind ? byKind[kind as keyof typeof byKind] : (kind as OutlineName);

/** The view a mark without one lies on, and the one shown when nothing is marked. */
function mainView(name: OutlineName): OutlineView {
	return outlines[name]?.side && ["shoe", "boot", "sandal"].includes(name) ? "side" : "front";
}

const within = (value: number) => Math.min(1, Math.max(0, value));

function drawView(
	look: Look,
	name: OutlineName,
	view: OutlineView,
	marks: readonly Numbered[],
	width: number,
): Content[] {
	const drawing = outlines[name]?.[view] ?? drawings.plain;
	const scale = width / drawing.width;
	const height = drawing.height * scale;
	const radius = look.pt(4.4);
	const mirrored = marks.some((mark) => mark.mirrored);
	const rings = marks.map((mark) => ({
		x: within(mirrored ? 1 - mark.x : mark.x) * width,
		y: within(mark.y) * height,
		no: mark.no,
	}));
	const stroke = (0.8 / scale).toFixed(2);
	const circles = rings
		.map(
			({ x, y }) =>
				`<circle cx="${(x / scale).toFixed(1)}" cy="${(y / scale).toFixed(1)}" r="${(radius / scale).toFixed(1)}" fill="#fff" stroke="#111" stroke-width="${stroke}"/>`,
		)
		.join("");
	const flip = mirrored ? ` transform="translate(${drawing.width} 0) scale(-1 1)"` : "";
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}"><path${flip} d="${drawing.path}" fill="none" stroke="#666" stroke-width="${stroke}" stroke-linejoin="round" stroke-linecap="round"/>${circles}</svg>`;
	// The numbers are set as text over the drawing: the SVG reader cannot reach the fonts held in memory.
	const digits = rings.map(
		({ x, y, no }): Content => ({
			columns: [
				{ width: 20, text: String(no), alignment: "center", bold: true, fontSize: radius * 1.4, lineHeight: 1 },
			],
			relativePosition: { x: x - 10, y: y - height - radius * 1.02 },
		}),
	);
	return [{ svg, width }, ...digits];
}

type Shown = { view: OutlineView; piece: string; marks: Numbered[] };

/** One drawing for each view and piece that carries a mark; the main view alone when there is none. */
function shownViews(name: OutlineName, marks: readonly OutlineMark[]): Shown[] {
	const shown: Shown[] = [];
	marks.forEach((mark, index) => {
		const view = mark.view ?? mainView(name);
		const piece = mark.piece ?? "";
		let at = shown.find((each) => each.view === view && each.piece === piece);
		if (!at) {
			at = { view, piece, marks: [] };
			shown.push(at);
		}
		at.marks.push({ ...mark, no: index + 1 });
	});
	return shown.length > 0 ? shown : [{ view: mainView(name), piece: "", marks: [] }];
}

/** What the numbers on the drawings stand for. */
export function markLegend(marks: readonly OutlineMark[]): string {
	return marks.map((mark, index) => `${circled(index + 1)}\u00a0${mark.text.replaceAll(" ", "\u00a0")}`).join("  ");
}

/**
 * The drawings in a column `width` points wide, two beside each other, with the legend below; set closely, the drawings
 * alone: the legend then stands in the text beside them.
 */
export function outlineColumn(look: Look, kind: OutlineKind, marks: readonly OutlineMark[], width: number): Column {
	const name = nameOf(kind);
	const shown = shownViews(name, marks);
	const gap = look.brief ? 5 : 8;
	const each = shown.length > 1 ? (width - gap) / 2 : width * (look.brief ? 0.85 : 0.66);
	// Tall things (boots, suitcases) are held to the height of a shoe and a half.
	const tallest = look.brief ? 36 : look.pt(62);
	const cells = shown.map(({ view, piece, marks: here }) => {
		const drawing = outlines[name]?.[view] ?? drawings.plain;
		const fitted = Math.min(each, (tallest * drawing.width) / drawing.height);
		const caption: Content[] = piece && !look.brief ? [{ text: piece, fontSize: look.pt(7), color: ink.soft }] : [];
		return { width: each, stack: [...drawView(look, name, view, here, fitted), ...caption] };
	});
	const rows: Content[] = [];
	for (let at = 0; at < cells.length; at += 2) {
		const top = at === 0 ? look.pt(look.brief ? 2 : 3) : 2;
		rows.push({ columns: cells.slice(at, at + 2), columnGap: gap, margin: [0, top, 0, 0] });
	}
	if (look.brief) return { width, stack: rows };
	return { width, stack: [...rows, { text: markLegend(marks), fontSize: look.pt(7.5) }] };
}
