/**
 * What Chromium's fake camera plays: our own codes as a shop's camera would see them, one JPEG after the other. The
 * file is a plain MJPEG; Chromium plays it at thirty frames a second, over and over.
 */
import { writeFileSync } from "node:fs";
import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import bwipjs from "bwip-js/node";

/** How the code lies in front of the camera. */
export type Look = "clean" | "blurred" | "rotated" | "noisy";
export type Shot = {
	/** As bwip-js names it. */
	bcid: string;
	text: string;
	look: Look;
};

const width = 1280;
const height = 720;

/** One 1280×720 picture; without a shot the bare table. */
export async function picture(shot?: Shot): Promise<Buffer> {
	const canvas = createCanvas(width, height);
	const context = canvas.getContext("2d");
	context.fillStyle = "#8a7f72";
	context.fillRect(0, 0, width, height);
	if (shot) await lay(context, shot);
	if (shot?.look === "noisy") addNoise(canvas);
	return canvas.encode("jpeg", 88);
}

async function lay(context: SKRSContext2D, { bcid, text, look }: Shot): Promise<void> {
	const linear = /^(code|ean|upc|itf|gs1-128)/.test(bcid);
	const size = linear ? { scaleX: 3, scaleY: 3, height: 16 } : { scale: 6 };
	const png = await bwipjs.toBuffer({ bcid, text, ...size, padding: 14, backgroundcolor: "FFFFFF" });
	const code = await loadImage(png);
	context.save();
	context.translate(width / 2 + 20, height / 2 - 15);
	if (look === "rotated") context.rotate((8 * Math.PI) / 180);
	if (look === "blurred") context.filter = "blur(1.6px)";
	context.drawImage(code, -code.width / 2, -code.height / 2);
	context.restore();
}

/** As a cheap sensor in the evening: ±28 of 255 on each pixel, the same every time. */
function addNoise(canvas: Canvas): void {
	const context = canvas.getContext("2d");
	const image = context.getImageData(0, 0, width, height);
	let state = 1;
	for (let at = 0; at < image.data.length; at += 4) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const change = ((state >>> 16) % 57) - 28;
		for (let channel = 0; channel < 3; channel++) {
			image.data[at + channel] = (image.data[at + channel] ?? 0) + change;
		}
	}
	context.putImageData(image, 0, 0);
}

/** Each shot for `frames` frames, with as many of the bare table after it. */
export async function writeFilm(path: string, shots: readonly Shot[], frames: number): Promise<void> {
	const table = await picture();
	const film: Buffer[] = [];
	for (const shot of shots) {
		const seen = await picture(shot);
		for (let count = 0; count < frames; count++) film.push(seen);
		for (let count = 0; count < frames; count++) film.push(table);
	}
	writeFileSync(path, Buffer.concat(film));
}
