/** What a layout may name is what labels can say, and a problem is found wherever the element is dragged. */
import { expect, test } from "vitest";
import { blankBitmap, dotAt, fillRect } from "../../main/print/label/bitmap.ts";
import { labelFields } from "../../main/print/label/fields.ts";
import { drawPicture } from "../../main/print/label/image.ts";
import { labelLayout } from "../../main/print/label/layouts.ts";
import { layoutProblems } from "../../main/services/labels/check.ts";
import { sampleLabel } from "../../main/services/labels/samples.ts";
import { labelKinds, layoutFields, layoutSizes } from "../../preload/contract/label-layout.ts";

const none = () => undefined;

test.each(labelKinds)("the fields of a %s label are those it fills, usual and long", (kind) => {
	for (const sample of ["usual", "long"] as const) {
		for (const language of ["zh-CN", "en"] as const) {
			expect(Object.keys(labelFields(sampleLabel(kind, sample, language))).sort()).toEqual(
				[...layoutFields[kind]].sort(),
			);
		}
	}
});

test("an element dragged over the whole label is refused exactly where it leaves the label or lies on the code", () => {
	for (const kind of labelKinds) {
		for (const size of layoutSizes) {
			const layout = labelLayout(kind, size);
			const code = layout.elements.find((e) => e.type === "code128" || e.type === "qr");
			if (!code) throw new Error("no code");
			const alone = { ...layout, elements: [code] };
			for (let x = 0; x <= layout.widthMm; x += 2.5) {
				for (let y = 0; y <= layout.heightMm; y += 2.5) {
					const rule = { type: "rule" as const, x, y, w: 5, h: 1 };
					const found = layoutProblems({ ...alone, elements: [code, rule] }, none).map(({ reason }) => reason);
					const outside = x + 5 > layout.widthMm || y + 1 > layout.heightMm;
					const over = x < code.x + code.w && code.x < x + 5 && y < code.y + code.h && code.y < y + 1;
					expect(found).toEqual(outside ? ["labels.outside"] : over ? ["labels.covers-code"] : []);
				}
			}
		}
	}
});

test("a logo keeps its proportions and stays in its box at both resolutions", () => {
	const logo = blankBitmap(60, 20);
	fillRect(logo, 0, 0, 60, 20);
	for (const scale of [8, 300 / 25.4]) {
		const label = blankBitmap(Math.floor(60 * scale), Math.floor(40 * scale));
		drawPicture(label, logo, { x: 10, y: 10, w: 12, h: 12 }, scale);
		const dark: [number, number][] = [];
		for (let y = 0; y < label.height; y++) {
			for (let x = 0; x < label.width; x++) if (dotAt(label, x, y)) dark.push([x, y]);
		}
		const across = Math.max(...dark.map(([x]) => x)) - Math.min(...dark.map(([x]) => x)) + 1;
		const down = Math.max(...dark.map(([, y]) => y)) - Math.min(...dark.map(([, y]) => y)) + 1;
		expect(across / scale).toBeCloseTo(12, 0);
		expect(across / down).toBeCloseTo(3, 0);
		expect(Math.min(...dark.map(([x]) => x))).toBeGreaterThanOrEqual(Math.floor(10 * scale));
	}
});
