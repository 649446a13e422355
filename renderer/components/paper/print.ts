/**
 * Prints a PDF of ours through the system's own dialog, drawn by the same engine as the preview, so that what was seen
 * is what comes out. Labels never take this way. Used by PaperActions.
 */
import "./print.css";
import { openPaper } from "./pdf.ts";

/** CSS pixels across a page: about 200 dpi on A4, sharp text in a small spool. */
const pageWidth = 1650;

/** Resolves when the dialog was closed. Rejects when the paper cannot be read. */
export async function printPaper(url: string): Promise<void> {
	const paper = await openPaper(url);
	const sheet = document.createElement("div");
	sheet.className = "welt-printout";
	try {
		for (let page = 1; page <= paper.pages; page++) {
			const canvas = document.createElement("canvas");
			await paper.draw(page, canvas, pageWidth / (window.devicePixelRatio || 1));
			sheet.append(canvas);
		}
		document.body.append(sheet);
		document.documentElement.dataset["printing"] = "";
		window.print();
	} finally {
		delete document.documentElement.dataset["printing"];
		sheet.remove();
		paper.close();
	}
}
