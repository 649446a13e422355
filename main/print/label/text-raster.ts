/**
 * Text in a box, as large as it fits: one canvas kept for all labels, fonts registered once.
 * Canvas antialiases; the caller cuts to one bit.
 */
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { printFonts } from "../fonts.ts";

const family = "Welt Label";
let shared: { canvas: Canvas; context: SKRSContext2D } | undefined;

/** A white canvas of at least that size; the same one every time, so memory does not grow with labels. */
export function labelCanvas(width: number, height: number): SKRSContext2D {
	if (!shared) {
		const fonts = printFonts();
		GlobalFonts.register(fonts.regular, family);
		GlobalFonts.register(fonts.bold, family);
		const canvas = createCanvas(width, height);
		shared = { canvas, context: canvas.getContext("2d") };
	}
	const { canvas, context } = shared;
	if (canvas.width < width) canvas.width = width;
	if (canvas.height < height) canvas.height = height;
	context.fillStyle = "#fff";
	context.fillRect(0, 0, width, height);
	return context;
}

export type TextBox = {
	x: number;
	y: number;
	width: number;
	height: number;
	size: number;
	minSize: number;
	bold: boolean;
	align: "left" | "center" | "right";
	lines: number;
	colour: string;
};

const fontOf = (size: number, bold: boolean) => `${bold ? 700 : 400} ${size}px "${family}"`;

/** Words stay whole where there are spaces; Chinese breaks anywhere. */
const unitsOf = (text: string) => text.match(/[\u0020-\u024f]+?(?=\s|[^\u0020-\u024f]|$)|\s|[^\u0020-\u024f]/gu) ?? [];

/** At most `most` lines; the last one takes whatever is left, however long. */
function breakLines(context: SKRSContext2D, text: string, width: number, most: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const unit of unitsOf(text)) {
		const full = line !== "" && context.measureText((line + unit).trimEnd()).width > width;
		if (full && lines.length < most - 1) {
			lines.push(line.trim());
			line = unit.trimStart();
		} else {
			line += unit;
		}
	}
	if (line.trim() !== "") lines.push(line.trim());
	return lines;
}

function ellipsis(context: SKRSContext2D, text: string, width: number): string {
	if (context.measureText(text).width <= width) return text;
	const letters = [...text];
	while (letters.length > 0 && context.measureText(`${letters.join("")}…`).width > width) letters.pop();
	return `${letters.join("").trimEnd()}…`;
}

const leading = 1.2;

/** Ink above the first baseline, below the last, and the height of it all. */
function measureBlock(context: SKRSContext2D, lines: readonly string[], size: number) {
	const above = context.measureText(lines[0] ?? "").actualBoundingBoxAscent;
	const below = Math.max(0, context.measureText(lines[lines.length - 1] ?? "").actualBoundingBoxDescent);
	return { above, height: above + below + (lines.length - 1) * size * leading };
}

/** Sets the text, centred on its ink: shrinks step by step to `minSize`, then cuts with an ellipsis. */
export function drawText(context: SKRSContext2D, text: string, box: TextBox): void {
	let size = box.size;
	let lines: string[] = [];
	for (;;) {
		context.font = fontOf(size, box.bold);
		lines = breakLines(context, text, box.width, box.lines);
		const wide = lines.some((line) => context.measureText(line).width > box.width);
		if ((!wide && measureBlock(context, lines, size).height <= box.height) || size <= box.minSize) break;
		size = Math.max(box.minSize, size - Math.max(0.5, size * 0.04));
	}
	lines = lines.map((line) => ellipsis(context, line, box.width));
	context.fillStyle = box.colour;
	context.textAlign = box.align;
	context.textBaseline = "alphabetic";
	const anchor = box.align === "left" ? box.x : box.align === "right" ? box.x + box.width : box.x + box.width / 2;
	const block = measureBlock(context, lines, size);
	const baseline = box.y + (box.height - block.height) / 2 + block.above;
	lines.forEach((line, index) => {
		context.fillText(line, anchor, Math.round(baseline + index * size * leading));
	});
}
