import { describe, expect, it } from "vitest";
import { pairingCodeIds, pairingCodes } from "../../../domain/code/pairing-codes.ts";
import { renderPdf } from "../../../main/print/render.ts";
import { scannerSheetText } from "../../../main/print/text/scanner-sheet.ts";
import { pdfPicture, readCodes, readPdf } from "../read-back.ts";

describe.each(["zh-CN", "en"] as const)("the scanner set-up sheet (%s)", (language) => {
	it("is one page whose three codes say exactly what the screens expect", async () => {
		const pdf = await renderPdf({ kind: "scanner", language, printedAt: "2026-11-21 10:43" });
		const pages = await readPdf(pdf);
		expect(pages).toHaveLength(1);
		const shown = (pages[0]?.text ?? "").replaceAll(/\s/g, "");
		for (const words of Object.values(scannerSheetText[language])) {
			expect(shown).toContain(words.replaceAll(/\s/g, "").slice(0, 6));
		}
		const read = await readCodes(await pdfPicture(pdf, 1, 200));
		// The reader spells a GS1 code with brackets; the raw text is checked where the camera reads it.
		const wanted = pairingCodeIds.map((id) => (id === "gs1" ? pairingCodes.gs1.encode : pairingCodes[id].text));
		expect(read.map(({ text }) => text).sort()).toEqual(wanted.sort());
	});
});
