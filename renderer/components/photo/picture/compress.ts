/**
 * Redraws any picture as a JPEG of at most 400 KB, and measures one. Redrawing also drops what a phone wrote into the
 * file (place, time, device). Runs in the picture worker, or on the screen's own thread where there is none.
 */
import { type Measure, measure, measuredPx } from "./quality.ts";
import { fitInto, largestBytes, nextStep, type Size, steps } from "./steps.ts";

/** What can be drawn: a decoded picture, or a frame of the camera as it came. */
export type Drawable = ImageBitmap | VideoFrame;
export type MadeJpeg = Size & { blob: Blob };

export async function compress(source: Drawable): Promise<MadeJpeg> {
	const full = sizeOf(source);
	let at = 0;
	let canvas = drawn(source, fitInto(full.width, full.height, steps[0]?.longest ?? 0));
	let blob = await encode(canvas, steps[0]?.quality);
	while (blob.size > largestBytes) {
		const next = nextStep(at, blob.size, full);
		const step = next === undefined ? undefined : steps[next];
		if (next === undefined || !step) break;
		const size = fitInto(full.width, full.height, step.longest);
		if (size.width !== canvas.width || size.height !== canvas.height) canvas = drawn(source, size);
		blob = await encode(canvas, step.quality);
		at = next;
	}
	return { blob, width: canvas.width, height: canvas.height };
}

function drawn(source: Drawable, { width, height }: Size): OffscreenCanvas {
	const canvas = new OffscreenCanvas(width, height);
	const context = contextOf(canvas);
	// Transparent pictures would turn black.
	context.fillStyle = "#fff";
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = "high";
	context.drawImage(source, 0, 0, width, height);
	return canvas;
}

/** Sharpness and brightness, on a small copy. */
export function measureOf(source: Drawable): Measure {
	const full = sizeOf(source);
	const size = fitInto(full.width, full.height, measuredPx);
	const context = contextOf(drawn(source, size));
	return measure(context.getImageData(0, 0, size.width, size.height).data, size.width, size.height);
}

function sizeOf(source: Drawable): Size {
	return "displayWidth" in source
		? { width: source.displayWidth, height: source.displayHeight }
		: { width: source.width, height: source.height };
}

function encode(canvas: OffscreenCanvas, quality = 0.8): Promise<Blob> {
	return canvas.convertToBlob({ type: "image/jpeg", quality });
}

/** For drawing and reading back. */
export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
	// Read back at once in every use here: a canvas on the graphics card would have to be copied first.
	const context = canvas.getContext("2d", { willReadFrequently: true });
	if (!context) throw new Error("no canvas");
	return context;
}
