/** Reading papers and labels back with other people's programs: a ZPL renderer, a barcode reader, a PDF reader. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { zplToBase64Async } from "zpl-renderer-js";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const locate = createRequire(import.meta.url).resolve;
const wasm = readFileSync(locate("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

export type Read = { text: string; format: string };

/** Every symbol a reader finds in a picture. */
export async function readCodes(png: Uint8Array): Promise<Read[]> {
	const found = await readBarcodes(new Uint8Array(png), {
		tryHarder: true,
		tryDownscale: true,
		maxNumberOfSymbols: 40,
	});
	return found.map(({ text, format }) => ({ text, format }));
}

/** A label as an independent ZPL renderer draws it. */
export async function renderZpl(
	zpl: Uint8Array,
	width: number,
	height: number,
	dotsPerMm: number,
): Promise<Uint8Array> {
	const text = Buffer.from(zpl).toString("latin1");
	return new Uint8Array(
		Buffer.from(await zplToBase64Async(text, width / dotsPerMm, height / dotsPerMm, dotsPerMm), "base64"),
	);
}

export type Pixels = { width: number; height: number; dark(x: number, y: number): boolean };

/** Dark dots of a PNG. */
export async function pixelsOf(png: Uint8Array): Promise<Pixels> {
	const image = await loadImage(Buffer.from(png));
	const canvas = createCanvas(image.width, image.height);
	const context = canvas.getContext("2d");
	context.fillStyle = "#fff";
	context.fillRect(0, 0, image.width, image.height);
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	return { width: image.width, height: image.height, dark: (x, y) => (data[(y * image.width + x) * 4] ?? 255) < 128 };
}

const pdfjs = dirname(locate("pdfjs-dist/package.json"));

async function openPdf(pdf: Uint8Array) {
	return getDocument({
		data: pdf.slice(),
		standardFontDataUrl: `${join(pdfjs, "standard_fonts")}/`,
		cMapUrl: `${join(pdfjs, "cmaps")}/`,
		cMapPacked: true,
		verbosity: 0,
	}).promise;
}

export type Word = { text: string; x: number; y: number; height: number };
export type PdfPage = { width: number; height: number; words: Word[]; text: string };

/** Text of each page in the order it was set, without any spaces, plus where each run stands. */
export async function readPdf(pdf: Uint8Array): Promise<PdfPage[]> {
	const document = await openPdf(pdf);
	const pages: PdfPage[] = [];
	for (let no = 1; no <= document.numPages; no++) {
		const page = await document.getPage(no);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const words = items.flatMap((item): Word[] =>
			"str" in item && item.str.trim() !== ""
				? [{ text: item.str, x: item.transform[4], y: height - item.transform[5], height: item.height }]
				: [],
		);
		pages.push({
			width,
			height,
			words,
			text: words
				.map((word) => word.text)
				.join("")
				.replaceAll(/\s/g, ""),
		});
	}
	await document.loadingTask.destroy();
	return pages;
}

/** A page as a picture of `dpi`. */
export async function pdfPicture(pdf: Uint8Array, no: number, dpi: number): Promise<Uint8Array> {
	const document = await openPdf(pdf);
	const page = await document.getPage(no);
	const viewport = page.getViewport({ scale: dpi / 72 });
	const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
	const context = canvas.getContext("2d");
	await page.render({
		canvas: null,
		canvasContext: context as unknown as CanvasRenderingContext2D,
		viewport,
		background: "#fff",
	}).promise;
	const png = canvas.toBuffer("image/png");
	await document.loadingTask.destroy();
	return new Uint8Array(png);
}
