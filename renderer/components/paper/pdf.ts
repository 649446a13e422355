/**
 * Draws a PDF of ours onto canvases, page by page, with the same engine on every host: the browser's own viewer
 * is missing in the packaged app's sandbox and can't be styled. Used by PdfPreview.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

export type Paper = {
	pages: number;
	/** `print`: in one go, whatever the screen's frames do; a busy or covered window draws few of them. */
	draw: (page: number, canvas: HTMLCanvasElement, width: number, intent?: "display" | "print") => Promise<void>;
	close: () => void;
};

/** Opens the PDF at `url`. Rejects when it cannot be read. */
export async function openPaper(url: string): Promise<Paper> {
	const response = await fetch(url, { credentials: "same-origin" });
	if (!response.ok) throw new Error(`paper: ${response.status}`);
	// Loaded only when a paper is looked at: the engine is large.
	const { getDocument, GlobalWorkerOptions } = await import("pdfjs-dist");
	GlobalWorkerOptions.workerSrc = workerUrl;
	const document = await getDocument({ data: new Uint8Array(await response.arrayBuffer()) }).promise;
	return {
		pages: document.numPages,
		draw: (page, canvas, width, intent = "display") => drawPage(document, page, canvas, width, intent),
		close: () => void document.loadingTask.destroy(),
	};
}

async function drawPage(
	document: PDFDocumentProxy,
	number: number,
	canvas: HTMLCanvasElement,
	width: number,
	intent: "display" | "print",
): Promise<void> {
	const page = await document.getPage(number);
	const natural = page.getViewport({ scale: 1 });
	const viewport = page.getViewport({ scale: (width * (window.devicePixelRatio || 1)) / natural.width });
	canvas.width = Math.round(viewport.width);
	canvas.height = Math.round(viewport.height);
	await page.render({ canvas, viewport, intent }).promise;
}
