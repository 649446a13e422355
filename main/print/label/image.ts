/**
 * A workshop's logo on a label: cut to one bit when it is taken in, drawn whole in its box in the printer's dots.
 * Called by services that take pictures in, and by raster.ts.
 */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { type Bitmap, blankBitmap, dotAt, fillRect } from "./bitmap.ts";

/** Longest side kept: finer than any label printer draws a logo. */
const mostDots = 480;
/** Darker than this is black; what is seen through is paper. */
const threshold = 140;

/** Cuts a picture to black and white. Rejects when it can't be decoded. */
export async function oneBitPicture(bytes: Uint8Array): Promise<Bitmap> {
	const picture = await loadImage(Buffer.from(bytes));
	const scale = Math.min(1, mostDots / Math.max(picture.width, picture.height));
	const bitmap = blankBitmap(
		Math.max(1, Math.round(picture.width * scale)),
		Math.max(1, Math.round(picture.height * scale)),
	);
	const { width, height } = bitmap;
	const context = createCanvas(width, height).getContext("2d");
	context.fillStyle = "#fff";
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = "high";
	context.drawImage(picture, 0, 0, width, height);
	const { data } = context.getImageData(0, 0, width, height);
	for (let at = 0; at < width * height; at++) {
		const grey = 0.299 * (data[at * 4] ?? 255) + 0.587 * (data[at * 4 + 1] ?? 255) + 0.114 * (data[at * 4 + 2] ?? 255);
		if (grey < threshold) fillRect(bitmap, at % width, Math.floor(at / width), 1, 1);
	}
	return bitmap;
}

/** Draws it as large as the box allows, in the middle; every dot is what most of the picture under it is. */
export function drawPicture(
	target: Bitmap,
	picture: Bitmap,
	box: { x: number; y: number; w: number; h: number },
	dotsPerMm: number,
): void {
	const scale = Math.min((box.w * dotsPerMm) / picture.width, (box.h * dotsPerMm) / picture.height);
	const width = Math.max(1, Math.floor(picture.width * scale));
	const height = Math.max(1, Math.floor(picture.height * scale));
	const left = Math.round((box.x + box.w / 2) * dotsPerMm - width / 2);
	const top = Math.round((box.y + box.h / 2) * dotsPerMm - height / 2);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (mostlyDark(picture, x / scale, y / scale, 1 / scale)) fillRect(target, left + x, top + y, 1, 1);
		}
	}
}

function mostlyDark(picture: Bitmap, x: number, y: number, side: number): boolean {
	const fromX = Math.floor(x);
	const fromY = Math.floor(y);
	const toX = Math.max(fromX + 1, Math.floor(x + side));
	const toY = Math.max(fromY + 1, Math.floor(y + side));
	let dark = 0;
	for (let row = fromY; row < toY; row++) {
		for (let column = fromX; column < toX; column++) if (dotAt(picture, column, row)) dark++;
	}
	return dark * 2 >= (toX - fromX) * (toY - fromY);
}
