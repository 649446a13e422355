/**
 * The mark on a label printed again: 补 or R, white in a black square, in the largest free spot there is. Never on a
 * code or in its quiet zone, so that a reprint scans like the first one; never on words while there is room elsewhere.
 */

import type { LabelLayout } from "../../../preload/contract/label-layout.ts";
import { type Bitmap, dotAt, fillRect } from "./bitmap.ts";
import { dotsPerMm, type LabelDpi, type LabelLanguage } from "./labels.ts";
import { drawText, labelCanvas } from "./text-raster.ts";

const letters: Record<LabelLanguage, string> = { "zh-CN": "补", en: "R" };
/** Sides tried, mm; the smallest is still read at arm's length. */
const sidesMm = [5, 4, 3.2];
const marginMm = 0.4;
const stepMm = 0.5;

type Spot = { x: number; y: number; side: number; ink: number };

/** Black dots in any square at the cost of four look-ups: sums over everything above and left of each dot. */
function inkCounter(bitmap: Bitmap): (x: number, y: number, side: number) => number {
	const across = bitmap.width + 1;
	const sums = new Uint32Array(across * (bitmap.height + 1));
	for (let y = 0; y < bitmap.height; y++) {
		let row = 0;
		for (let x = 0; x < bitmap.width; x++) {
			if (dotAt(bitmap, x, y)) row++;
			sums[(y + 1) * across + x + 1] = (sums[y * across + x + 1] ?? 0) + row;
		}
	}
	const at = (x: number, y: number) => sums[y * across + x] ?? 0;
	return (x, y, side) => at(x + side, y + side) - at(x, y + side) - at(x + side, y) + at(x, y);
}

/** Spots clear of codes, from the upper right corner on, dots. */
function* spotsOf(bitmap: Bitmap, layout: LabelLayout, sideMm: number, scale: number): Generator<Spot> {
	const inkIn = inkCounter(bitmap);
	const side = Math.round(sideMm * scale);
	const codes = layout.elements.filter((element) => element.type === "code128" || element.type === "qr");
	const edge = Math.round(marginMm * scale);
	const step = Math.round(stepMm * scale);
	for (let y = edge; y + side <= bitmap.height - edge; y += step) {
		for (let x = bitmap.width - edge - side; x >= edge; x -= step) {
			const apart = codes.every(
				(code) =>
					x + side <= code.x * scale ||
					x >= (code.x + code.w) * scale ||
					y + side <= code.y * scale ||
					y >= (code.y + code.h) * scale,
			);
			if (apart) yield { x, y, side, ink: inkIn(x - edge, y - edge, side + 2 * edge) };
		}
	}
}

function findSpot(bitmap: Bitmap, layout: LabelLayout, scale: number): Spot | undefined {
	let least: Spot | undefined;
	for (const sideMm of sidesMm) {
		for (const spot of spotsOf(bitmap, layout, sideMm, scale)) {
			if (spot.ink === 0) return spot;
			if (!least || spot.side < least.side || (spot.side === least.side && spot.ink < least.ink)) least = spot;
		}
	}
	return least;
}

/** Draws the mark into the picture. A label that is nothing but codes stays as it is. */
export function markReprint(bitmap: Bitmap, layout: LabelLayout, dpi: LabelDpi, language: LabelLanguage): void {
	const spot = findSpot(bitmap, layout, dotsPerMm[dpi]);
	if (!spot) return;
	const { x, y, side } = spot;
	const context = labelCanvas(side, side);
	const inset = Math.round(side * 0.1);
	const size = side - 2 * inset;
	drawText(context, letters[language], {
		...{ x: inset, y: inset, width: size, height: size, size, minSize: size / 2 },
		...{ bold: true, align: "center", lines: 1, colour: "#000" },
	});
	const { data } = context.getImageData(0, 0, side, side);
	fillRect(bitmap, x, y, side, side);
	for (let row = 0; row < side; row++) {
		for (let column = 0; column < side; column++) {
			if ((data[(row * side + column) * 4] ?? 255) >= 165) continue;
			const at = (y + row) * bitmap.stride + ((x + column) >> 3);
			bitmap.bits[at] = (bitmap.bits[at] ?? 0) & ~(0x80 >> ((x + column) & 7));
		}
	}
}
