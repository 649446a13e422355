import { describe, expect, it } from "vitest";
import drawings from "../../assets/outlines/drawings.json" with { type: "json" };
import { outlines } from "../../domain/standard/vocab.ts";
import type { OutlineKind, OutlineView } from "../../main/print/papers.ts";
import { renderPdf } from "../../main/print/render.ts";
import { drawingOf } from "../../renderer/components/outline/drawings.ts";
import { pdfPicture, readPdf } from "./read-back.ts";
import { sampleSlip } from "./samples.ts";

const views: OutlineView[] = ["front", "back", "side", "top", "bottom", "inside"];
const onPaper: Partial<Record<string, Partial<Record<string, unknown>>>> = drawings.outlines;

describe("the drawings on paper", () => {
	it("are those the counter taps on: a mark means the same place on both", () => {
		for (const outline of outlines) {
			for (const view of views) {
				expect.soft(onPaper[outline]?.[view] ?? drawings.plain, `${outline} ${view}`).toEqual(drawingOf(outline, view));
			}
		}
	});

	it.each([...outlines, "shoes", "luggage", "garment"] as OutlineKind[])(
		"%s can be drawn with marks",
		async (outline) => {
			const slip = sampleSlip("zh-CN");
			const marks = [
				{ x: 0, y: 0, text: "角上" },
				{ x: 1, y: 1, text: "对角", view: "top" as const },
				{ x: 0.5, y: 0.5, text: "中间", piece: "左", mirrored: true },
			];
			const pdf = await renderPdf({ ...slip, jobs: slip.jobs.map((job) => ({ ...job, outline, marks })) });
			const text = (await readPdf(pdf)).map((page) => page.text).join("");
			for (const mark of ["①角上", "②对角", "③中间"]) expect(text).toContain(mark);
			expect((await pdfPicture(pdf, 1, 40)).length).toBeGreaterThan(1_000);
		},
	);
});
