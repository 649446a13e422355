import { expect, it } from "vitest";
import { renderPdf } from "../../../main/print/render.ts";
import { pdfPicture, readPdf } from "../read-back.ts";
import { sampleSlip } from "../samples.ts";
import { papers } from "./sample-papers.ts";

it("a paper comes out the same however many were set before it", async () => {
	const slip = sampleSlip("zh-CN", "customer");
	const first = await renderPdf(slip);
	for (const other of Object.values(papers())) await renderPdf(other);
	const again = await renderPdf(slip);
	expect(await readPdf(again)).toEqual(await readPdf(first));
	const [before, after] = [await pdfPicture(first, 1, 100), await pdfPicture(again, 1, 100)];
	expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
});
