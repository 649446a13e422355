/**
 * Prints a PDF of ours through the system's own dialog, drawn by the same engine as the preview, so that what was seen
 * is what comes out. Labels never take this way. Used by PaperActions.
 */
import "./print.css";
import { openPaper } from "./pdf.ts";

/** CSS pixels across a page: about 200 dpi on A4, sharp text in a small spool. */
const pageWidth = 1650;

let cleanUp: (() => void) | undefined;

/** Resolves when the dialog was handed the paper. Rejects when the paper cannot be read. */
export async function printPaper(url: string): Promise<void> {
	cleanUp?.();
	const paper = await openPaper(url);
	const sheet = document.createElement("div");
	sheet.className = "welt-printout";
	try {
		for (let page = 1; page <= paper.pages; page++) {
			const canvas = document.createElement("canvas");
			await paper.draw(page, canvas, pageWidth / (window.devicePixelRatio || 1), "print");
			sheet.append(canvas);
		}
	} finally {
		paper.close();
	}
	document.body.append(sheet);
	document.documentElement.dataset["printing"] = "";
	cleanUp = () => {
		window.removeEventListener("afterprint", cleanUp ?? (() => undefined));
		cleanUp = undefined;
		delete document.documentElement.dataset["printing"];
		sheet.remove();
	};
	// Not every host waits in print() until the dialog is closed; the sheet is out of sight until then.
	window.addEventListener("afterprint", cleanUp);
	window.print();
}
