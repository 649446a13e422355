/**
 * A label's data and layout to a one-bit picture in the printer's own dots. Barcodes are drawn on whole dots straight
 * into the bits, so that every bar is exactly as wide as it should be; only text goes through the canvas.
 * Called by services before a label enters the journal.
 */

import type { LabelLayout } from "../../../preload/contract/label-layout.ts";
import { type Modules, quietModules, symbolModules } from "../symbol/modules.ts";
import { type Bitmap, blankBitmap, fillRect } from "./bitmap.ts";
import { labelFields } from "./fields.ts";
import { drawPicture } from "./image.ts";
import { dotsPerMm, type LabelData, type LabelDpi } from "./labels.ts";
import type { CodeElement, TextElement } from "./layout.ts";
import { drawText, labelCanvas } from "./text-raster.ts";

/** Antialiased dots darker than this become black: a little towards black, thin strokes must not vanish. */
const threshold = 165;

/** Dots of a code's narrowest bar in its box, quiet zones included; 0 when it does not fit. Throws when `text` can't be one. */
export function codeDots(element: CodeElement, text: string, dpi: LabelDpi): number {
	return moduleDots(symbolModules(element.type, text), element, dotsPerMm[dpi]);
}

function moduleDots(symbol: Modules, element: CodeElement, scale: number): number {
	const quiet = quietModules[element.type];
	const across = Math.floor(Math.floor(element.w * scale) / (symbol.width + 2 * quiet));
	const down = symbol.linear ? across : Math.floor(Math.floor(element.h * scale) / (symbol.height + 2 * quiet));
	return Math.min(across, down);
}

function drawCode(bitmap: Bitmap, element: CodeElement, text: string, scale: number): void {
	const symbol = symbolModules(element.type, text);
	const quiet = quietModules[element.type];
	const width = Math.floor(element.w * scale);
	const height = Math.floor(element.h * scale);
	const dots = moduleDots(symbol, element, scale);
	if (dots < 1) throw new Error(`${element.type} does not fit its box on this label`);
	const drawnWidth = dots * symbol.width;
	const drawnHeight = symbol.linear ? height : dots * symbol.height;
	const slack = width - drawnWidth;
	const offset =
		element.align === "left" ? quiet * dots : element.align === "right" ? slack - quiet * dots : Math.floor(slack / 2);
	const left = Math.round(element.x * scale) + offset;
	const top = Math.round(element.y * scale) + Math.floor((height - drawnHeight) / 2);
	const rowHeight = symbol.linear ? height : dots;
	for (let y = 0; y < symbol.height; y++) {
		for (let x = 0; x < symbol.width; x++) {
			if (symbol.dark[y * symbol.width + x]) fillRect(bitmap, left + x * dots, top + y * rowHeight, dots, rowHeight);
		}
	}
}

/** Ink may stand out of its box by this much: tall letters at their smallest size, slanted edges. */
const overhangMm = 0.5;

/** Cuts what the canvas holds to one bit, at `left`, `top` of the label. */
function threshold1Bit(bitmap: Bitmap, pixels: ArrayLike<number>, left: number, top: number, width: number): void {
	const height = Math.floor(pixels.length / 4 / width);
	for (let row = Math.max(0, -top); row < height && top + row < bitmap.height; row++) {
		for (let column = Math.max(0, -left); column < width && left + column < bitmap.width; column++) {
			if ((pixels[(row * width + column) * 4] ?? 255) >= threshold) continue;
			const x = left + column;
			const at = (top + row) * bitmap.stride + (x >> 3);
			bitmap.bits[at] = (bitmap.bits[at] ?? 0) | (0x80 >> (x & 7));
		}
	}
}

/**
 * One line or block of text. Only its own box is drawn and read back: a canvas' dots are given out as memory the
 * system frees late, and a label is mostly white.
 */
function drawTextElement(bitmap: Bitmap, element: TextElement, text: string, scale: number): void {
	const over = Math.ceil(overhangMm * scale);
	const left = Math.floor(element.x * scale) - over;
	const top = Math.floor(element.y * scale) - over;
	const width = Math.ceil(element.w * scale) + 2 * over + 1;
	const height = Math.ceil(element.h * scale) + 2 * over + 1;
	const context = labelCanvas(width, height);
	const inset = element.inverse ? 0.5 * scale : 0;
	if (element.inverse) {
		context.fillStyle = "#000";
		context.fillRect(
			Math.round(element.x * scale) - left,
			Math.round(element.y * scale) - top,
			Math.round(element.w * scale),
			Math.round(element.h * scale),
		);
	}
	drawText(context, text, {
		x: element.x * scale + inset - left,
		y: element.y * scale + inset - top,
		width: element.w * scale - 2 * inset,
		height: element.h * scale - 2 * inset,
		size: element.size * scale,
		minSize: element.minSize * scale,
		...{ bold: element.bold, align: element.align, lines: element.lines },
		colour: element.inverse ? "#fff" : "#000",
	});
	threshold1Bit(bitmap, context.getImageData(0, 0, width, height).data, left, top, width);
}

/**
 * The label as the printer will print it. Throws when a barcode cannot fit its box: the layout is wrong then.
 * @param pictures the workshop's own, by name; one that is gone leaves its place empty
 */
export function rasterLabel(
	data: LabelData,
	layout: LabelLayout,
	dpi: LabelDpi,
	pictures: (image: string) => Bitmap | undefined = () => undefined,
): Bitmap {
	const scale = dotsPerMm[dpi];
	const bitmap = blankBitmap(Math.floor(layout.widthMm * scale), Math.floor(layout.heightMm * scale));
	const fields = labelFields(data);
	for (const element of layout.elements) {
		switch (element.type) {
			case "text": {
				const text = fields[element.field] ?? "";
				if (text !== "") drawTextElement(bitmap, element, text, scale);
				break;
			}
			case "rule":
				fillRect(
					bitmap,
					Math.round(element.x * scale),
					Math.round(element.y * scale),
					Math.round(element.w * scale),
					Math.max(1, Math.round(element.h * scale)),
				);
				break;
			case "image": {
				const picture = pictures(element.image);
				if (picture) drawPicture(bitmap, picture, element, scale);
				break;
			}
			default: {
				const text = fields[element.field] ?? "";
				if (text !== "") drawCode(bitmap, element, text, scale);
			}
		}
	}
	return bitmap;
}
