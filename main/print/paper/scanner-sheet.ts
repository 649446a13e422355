/** The sheet a scanner is set up with, A4: three codes whose texts are known, and what to do with them. */
import type { Content } from "pdfmake/interfaces";
import { type PairingCodeId, pairingCodeIds, pairingCodes } from "../../../domain/code/pairing-codes.ts";
import { cardGrid, sheetHead, symbolBox } from "../block/cards.ts";
import { ink, type Look } from "../block/look.ts";
import { scannerSheetText } from "../text/scanner-sheet.ts";

const notes = { plain: "plainNote", chinese: "chineseNote", gs1: "gs1Note" } as const satisfies Record<
	PairingCodeId,
	string
>;

/** One code under the other, far enough apart that none is read by mistake. */
export function scannerSheet(look: Look): Content[] {
	const words = scannerSheetText[look.language];
	const cards = pairingCodeIds.map((id, at): Content => {
		const { symbology, encode } = pairingCodes[id];
		const size = symbology === "qr" ? { width: 110, height: 110 } : { width: look.width - 120, height: 70 };
		return {
			columns: [
				{ text: String(at + 1), fontSize: look.pt(30), bold: true, width: 44 },
				{
					width: "*",
					stack: [
						{ text: words[id], fontSize: look.pt(13), bold: true },
						{ text: words[notes[id]], fontSize: look.pt(9), color: ink.soft, margin: [0, 0, 0, 12] },
						{ stack: [symbolBox(symbology, encode, size.width, size.height)], margin: [0, 6, 0, 10] },
					],
				},
			],
			margin: [0, 8, 0, 4],
		};
	});
	return [sheetHead(look, words.title, words.hint), cardGrid(cards, 1, look.width, 170)];
}
