import { describe, expect, it } from "vitest";
import { decodeZpl } from "../../main/devices/virtual/decode-zpl.ts";
import { type Bitmap, bitmapToPng, dotAt } from "../../main/print/label/bitmap.ts";
import { labelFields } from "../../main/print/label/fields.ts";
import { dotsPerMm, type LabelData, type LabelDpi, type LabelSize, labelSizes } from "../../main/print/label/labels.ts";
import { encodeZpl } from "../../main/print/label/language/encode-zpl.ts";
import { labelLayout } from "../../main/print/label/layouts.ts";
import { rasterLabel } from "../../main/print/label/raster.ts";
import { pixelsOf, readCodes, renderZpl } from "./read-back.ts";
import { sampleLabels } from "./sample-labels.ts";

const dpis: LabelDpi[] = [203, 300];
const every = Object.entries(sampleLabels).flatMap(([name, data]) =>
	labelSizes.flatMap((size) => dpis.map((dpi) => ({ name, data, size, dpi }))),
);

/** Black dots in a box given in mm. */
function ink(bitmap: Bitmap, dpi: LabelDpi, box: { x: number; y: number; w: number; h: number }): number {
	const scale = dotsPerMm[dpi];
	let count = 0;
	for (let y = Math.round(box.y * scale); y < (box.y + box.h) * scale; y++) {
		for (let x = Math.round(box.x * scale); x < (box.x + box.w) * scale; x++) if (dotAt(bitmap, x, y)) count++;
	}
	return count;
}

describe("labels through an independent ZPL renderer", () => {
	it.each(every)("$name $size at $dpi dpi come out dot for dot and can be scanned", async ({ data, size, dpi }) => {
		const bitmap = rasterLabel(data, labelLayout(data.kind, size), dpi);
		// The renderer knows whole dots per mm only; the picture has to be as many dots either way.
		const png = await renderZpl(encodeZpl(bitmap), bitmap.width, bitmap.height, dpi === 203 ? 8 : 12);
		const picture = await pixelsOf(png);
		expect([picture.width, picture.height]).toEqual([bitmap.width, bitmap.height]);
		let different = 0;
		for (let y = 0; y < bitmap.height; y++) {
			for (let x = 0; x < bitmap.width; x++) if (picture.dark(x, y) !== dotAt(bitmap, x, y)) different++;
		}
		expect(different).toBe(0);
		expect(await readCodes(png)).toEqual([{ text: data.code, format: data.kind === "item" ? "QRCode" : "Code128" }]);
	});

	it.each(every)("$name $size at $dpi dpi shows every line it has", ({ data, size, dpi }) => {
		const layout = labelLayout(data.kind, size);
		const bitmap = rasterLabel(data, layout, dpi);
		const fields = labelFields(data);
		for (const element of layout.elements) {
			if (element.type !== "text" || !fields[element.field]) continue;
			expect.soft(ink(bitmap, dpi, element), element.field).toBeGreaterThan(40);
		}
	});
});

describe("a label's text", () => {
	const base = sampleLabels["piece-zh"];
	if (base?.kind !== "piece") throw new Error("sample");
	const long = "意大利进口植鞣小牛皮手工固特异沿条德比鞋深棕色四十二码加宽楦".repeat(3);

	it.each(labelSizes)("stays in its box however long it is (%s)", (size: LabelSize) => {
		const layout = labelLayout("piece", size);
		const { service: _, ...plain } = base;
		const short = rasterLabel({ ...plain, what: "" }, layout, 203);
		const full = rasterLabel({ ...plain, what: long }, layout, 203);
		const box = layout.elements.find((element) => element.type === "text" && element.field === "what");
		if (!box) throw new Error("no such line");
		for (let y = 0; y < full.height; y++) {
			for (let x = 0; x < full.width; x++) {
				if (dotAt(full, x, y) === dotAt(short, x, y)) continue;
				expect(x).toBeGreaterThanOrEqual(Math.floor(box.x * 8) - 1);
				expect(x).toBeLessThan((box.x + box.w) * 8 + 1);
				expect(y).toBeGreaterThanOrEqual(Math.floor(box.y * 8) - 1);
				expect(y).toBeLessThan((box.y + box.h) * 8 + 1);
			}
		}
	});

	it("leaves nothing behind for the next label", () => {
		const layout = labelLayout("piece", "60x40");
		const first = rasterLabel(base, layout, 203);
		rasterLabel({ ...base, what: long, urgent: true }, labelLayout("piece", "70x50"), 300);
		expect(rasterLabel(base, layout, 203)).toEqual(first);
	});

	it("makes the last six digits the largest thing on it", () => {
		for (const size of labelSizes) {
			const texts = labelLayout("piece", size).elements.filter((element) => element.type === "text");
			const largest = texts.toSorted((a, b) => b.size - a.size)[0];
			expect(largest?.field).toBe("bigDigits");
			// 8 mm and more: readable at two metres.
			expect(largest?.size).toBeGreaterThanOrEqual(8);
		}
		expect(labelFields(base)["bigDigits"]).toBe("001237");
		expect(labelFields(base)["numberText"]).toBe("01234 05 000123 7-01");
	});
});

describe("layouts", () => {
	const kinds: LabelData["kind"][] = ["piece", "item", "part"];
	const all = kinds.flatMap((kind) => labelSizes.map((size) => ({ kind, size })));

	it.each(all)("$kind $size keeps its boxes on the label and apart", ({ kind, size }) => {
		const layout = labelLayout(kind, size);
		expect(`${layout.widthMm}x${layout.heightMm}`).toBe(size);
		const data = Object.values(sampleLabels).find((label) => label.kind === kind);
		const known = data ? Object.keys(labelFields(data)) : [];
		const boxes = layout.elements.filter((element) => element.type !== "rule" && element.type !== "image");
		for (const box of boxes) {
			expect(box.x + box.w).toBeLessThanOrEqual(layout.widthMm);
			expect(box.y + box.h).toBeLessThanOrEqual(layout.heightMm);
			expect(known).toContain(box.field);
			for (const other of boxes) {
				if (other === box) continue;
				const apart = box.x + box.w <= other.x + 0.01 || other.x + other.w <= box.x + 0.01;
				const above = box.y + box.h <= other.y + 0.01 || other.y + other.h <= box.y + 0.01;
				expect.soft(apart || above, `${box.field} and ${other.field}`).toBe(true);
			}
		}
	});
});

describe("ZPL", () => {
	const bitmap = rasterLabel(sampleLabels["part-zh"] as LabelData, labelLayout("part", "40x30"), 203);

	it("says size, origin and one copy", () => {
		const text = Buffer.from(encodeZpl(bitmap, { media: "gap", darkness: 5 })).toString("latin1");
		expect(text.startsWith("^XA^PW320^LL240^LH0,0^MNW^MD5^FO0,0^GFA,9600,9600,40,")).toBe(true);
		expect(text.endsWith("^FS^PQ1^XZ")).toBe(true);
		expect(text).toMatch(/^[\x20-\x7e]+$/);
	});

	it("can be read back to the same dots", () => {
		expect(decodeZpl(Buffer.from(encodeZpl(bitmap)).toString("latin1"))).toEqual(bitmap);
		expect(decodeZpl("^XA^FDhello^FS^XZ")).toBeUndefined();
	});

	it("previews as a PNG with the same dots", async () => {
		const picture = await pixelsOf(bitmapToPng(bitmap));
		expect([picture.width, picture.height]).toEqual([320, 240]);
		for (let y = 0; y < 240; y += 3) {
			for (let x = 0; x < 320; x++) expect(picture.dark(x, y)).toBe(dotAt(bitmap, x, y));
		}
	});
});
