/**
 * Reads codes out of camera pictures, away from the page's own thread. Gets a picture, answers what it holds. The
 * reader's program is a file of our own: nothing is fetched from anywhere else.
 */
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import { codeTextOf, readerOptions } from "./code-text.ts";

export type Asked = { id: number; picture: ImageBitmap; hard: boolean };
export type Answered = { id: number; texts: string[]; ms: number };

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });

let canvas: OffscreenCanvas | undefined;

async function read({ id, picture, hard }: Asked): Promise<Answered> {
	const started = performance.now();
	const { width, height } = picture;
	if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext("2d", { willReadFrequently: true });
	context?.drawImage(picture, 0, 0);
	picture.close();
	const pixels = context?.getImageData(0, 0, width, height);
	const found = pixels ? await readBarcodes(pixels, { ...readerOptions, tryHarder: hard, tryRotate: hard }) : [];
	const texts = found.flatMap((code) => codeTextOf(code) ?? []);
	return { id, texts, ms: performance.now() - started };
}

self.addEventListener("message", (event: MessageEvent<Asked>) => {
	const { id } = event.data;
	read(event.data).then(
		(answer) => self.postMessage(answer),
		() => self.postMessage({ id, texts: [], ms: 0 } satisfies Answered),
	);
});
