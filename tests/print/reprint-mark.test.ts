import { describe, expect, it } from "vitest";
import { type Bitmap, bitmapToPng, dotAt } from "../../main/print/label/bitmap.ts";
import { dotsPerMm, type LabelDpi, labelSizes } from "../../main/print/label/labels.ts";
import { labelLayout } from "../../main/print/label/layouts.ts";
import { rasterLabel } from "../../main/print/label/raster.ts";
import { markReprint } from "../../main/print/label/reprint-mark.ts";
import { readCodes } from "./read-back.ts";
import { sampleLabels } from "./sample-labels.ts";

const every = Object.entries(sampleLabels).flatMap(([name, data]) =>
	labelSizes.flatMap((size) => ([203, 300] as LabelDpi[]).map((dpi) => ({ name, data, size, dpi }))),
);

/** The box in which two pictures differ, dots. */
function changed(a: Bitmap, b: Bitmap) {
	const box = { left: a.width, top: a.height, right: -1, bottom: -1, lost: 0 };
	for (let y = 0; y < a.height; y++) {
		for (let x = 0; x < a.width; x++) {
			if (dotAt(a, x, y) && !dotAt(b, x, y)) box.lost++;
			if (dotAt(a, x, y) === dotAt(b, x, y)) continue;
			box.left = Math.min(box.left, x);
			box.right = Math.max(box.right, x);
			box.top = Math.min(box.top, y);
			box.bottom = Math.max(box.bottom, y);
		}
	}
	return box;
}

describe("a label printed again", () => {
	it.each(every)("$name $size at $dpi dpi bears the mark and scans as before", async ({ data, size, dpi }) => {
		const layout = labelLayout(data.kind, size);
		const first = rasterLabel(data, layout, dpi);
		const again = rasterLabel(data, layout, dpi);
		markReprint(again, layout, dpi, data.language);
		const mark = changed(first, again);
		const scale = dotsPerMm[dpi];
		// Large enough to be seen, and on one spot.
		expect((mark.right - mark.left + 1) / scale).toBeGreaterThan(3);
		expect((mark.right - mark.left + 1) / scale).toBeLessThan(5.2);
		expect((mark.bottom - mark.top + 1) / scale).toBeLessThan(5.2);
		expect(mark.lost).toBe(0);
		const [read, ...more] = await readCodes(bitmapToPng(again));
		expect([read?.text, more]).toEqual([data.code, []]);
	});
});
