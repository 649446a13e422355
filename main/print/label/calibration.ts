/** The labels a printer is measured by. Drawn without a layout: each is about the label itself, edge to edge. */

import type { LabelLayout } from "../../../preload/contract/label-layout.ts";
import { type Bitmap, blankBitmap, dotAt, fillRect } from "./bitmap.ts";
import { type CalibrationLabel, dotsPerMm, type LabelDpi, type LabelSize } from "./labels.ts";
import { rasterLabel } from "./raster.ts";

/** A number is five of these high: read at arm's length. */
const numberDotMm = 0.36;
const tickMm = { short: 1.2, five: 2, ten: 2.8 };

/** Code and words in the middle of the label, clear of the rulers. */
function middle(size: LabelSize): { layout: LabelLayout; widthMm: number; heightMm: number } {
	const [widthMm = 0, heightMm = 0] = size.split("x").map(Number);
	const x = 7;
	const w = widthMm - 2 * x;
	const text = { type: "text", x, w, bold: true, align: "center", lines: 1, inverse: false, minSize: 2.2 } as const;
	const top = heightMm * 0.24;
	return {
		...{ widthMm, heightMm },
		layout: {
			...{ kind: "part", size, widthMm, heightMm },
			elements: [
				{ ...text, field: "name", y: top, h: heightMm * 0.16, size: heightMm * 0.13 },
				// A narrow code is what pale or smeared bars break first.
				{ type: "code128", field: "code", x, y: top + heightMm * 0.2, w, h: heightMm * 0.24, align: "center" },
				{ ...text, field: "partNo", y: top + heightMm * 0.46, h: heightMm * 0.1, size: 2.6 },
			],
		},
	};
}

/** Numbers of a ruler: three by five dots a digit; drawn by hand because the canvas is for lines of text. */
const digits = ["75557", "26227", "71747", "71717", "55711", "74717", "74757", "71111", "75757", "75717"];

function drawNumber(bitmap: Bitmap, number: number, left: number, top: number, dot: number): void {
	[...String(number)].forEach((digit, place) => {
		const rows = [...(digits[Number(digit)] ?? "")].map(Number);
		rows.forEach((bits, row) => {
			for (let column = 0; column < 3; column++) {
				if (bits & (4 >> column)) fillRect(bitmap, left + (place * 4 + column) * dot, top + row * dot, dot, dot);
			}
		});
	});
}

/** Millimetres from the left and from the top, ticks standing on all four edges. */
function drawRulers(bitmap: Bitmap, widthMm: number, heightMm: number, scale: number): void {
	const dot = Math.max(1, Math.round(scale * numberDotMm));
	const thick = Math.max(1, Math.round(scale / 8));
	const lengthOf = (mm: number) =>
		Math.round((mm % 10 === 0 ? tickMm.ten : mm % 5 === 0 ? tickMm.five : tickMm.short) * scale);
	for (let mm = 0; mm <= widthMm; mm++) {
		const at = Math.min(bitmap.width - thick, Math.round(mm * scale));
		fillRect(bitmap, at, 0, thick, lengthOf(mm));
		fillRect(bitmap, at, bitmap.height - lengthOf(mm), thick, lengthOf(mm));
		if (mm % 5 === 0 && mm > 3 && mm < widthMm - 3) drawNumber(bitmap, mm, at - 3 * dot, lengthOf(mm) + dot, dot);
	}
	for (let mm = 0; mm <= heightMm; mm++) {
		const at = Math.min(bitmap.height - thick, Math.round(mm * scale));
		fillRect(bitmap, 0, at, lengthOf(mm), thick);
		fillRect(bitmap, bitmap.width - lengthOf(mm), at, lengthOf(mm), thick);
		if (mm % 5 === 0 && mm > 5 && mm < heightMm - 3)
			drawNumber(bitmap, mm, lengthOf(mm) + dot, at - Math.round(2.5 * dot), dot);
	}
}

/** The label as it goes to the printer, before the printer's own offset. */
export function drawCalibration(label: CalibrationLabel, size: LabelSize, dpi: LabelDpi): Bitmap {
	const scale = dotsPerMm[dpi];
	const { layout, widthMm, heightMm } = middle(size);
	const { code, language, title } = label;
	const drawn = rasterLabel({ kind: "part", language, code, partNo: code, name: title }, layout, dpi);
	const bitmap = blankBitmap(drawn.width, drawn.height);
	if (label.what !== "heat") drawRulers(bitmap, widthMm, heightMm, scale);
	for (let y = 0; y < drawn.height; y++) {
		for (let x = 0; x < drawn.width; x++) if (dotAt(drawn, x, y)) fillRect(bitmap, x, y, 1, 1);
	}
	return bitmap;
}
