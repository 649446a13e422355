/**
 * Cameras for Chromium made of the demo's pictures: a Motion JPEG file is nothing but JPEGs one after another, so no
 * video tool is needed. Used by the journeys about photos and by their measure.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import config from "../../playwright.config.ts";

const demo = join(import.meta.dirname, "../../assets/demo");
const width = 1920;
const height = 1080;

export type CameraKind =
	/** A pair of shoes in good light. */
	| "sharp"
	/** As much detail as a picture can hold: needs every step to get small. */
	| "grainy"
	| "blurred"
	| "dark";

async function frame(kind: CameraKind): Promise<Buffer> {
	const picture = await loadImage(readFileSync(join(demo, "oxford-brown-before.jpg")));
	const canvas = createCanvas(width, height);
	const context = canvas.getContext("2d");
	if (kind === "blurred") context.filter = "blur(14px)";
	context.drawImage(picture, 0, 0, width, height);
	context.filter = "none";
	if (kind === "grainy") grain(context);
	if (kind === "dark") {
		context.fillStyle = "rgba(0, 0, 0, 0.88)";
		context.fillRect(0, 0, width, height);
	}
	return canvas.encode("jpeg", 95);
}

/** The same grain every time. */
function grain(context: SKRSContext2D): void {
	const image = context.getImageData(0, 0, width, height);
	let state = 7;
	for (let at = 0; at < image.data.length; at++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		if (at % 4 !== 3) image.data[at] = (image.data[at] ?? 0) + (state >>> 25) - 64;
	}
	context.putImageData(image, 0, 0);
}

const folder = mkdtempSync(join(tmpdir(), "welt-camera-"));

/** The file Chromium plays in a loop as its camera. */
export async function cameraFile(kind: CameraKind): Promise<string> {
	const path = join(folder, `${kind}.mjpeg`);
	if (existsSync(path)) return path;
	mkdirSync(folder, { recursive: true });
	const one = await frame(kind);
	writeFileSync(path, Buffer.concat([one, one, one, one]));
	return path;
}

/** Launch options with that camera; `denied`: the person said no when asked. */
export async function withCamera(kind: CameraKind, denied = false) {
	const { args = [], ...options } = config.use?.launchOptions ?? {};
	const others = args.filter((arg) => !arg.startsWith("--use-fake-ui-for-media-stream"));
	const ui = `--use-fake-ui-for-media-stream${denied ? "=deny" : ""}`;
	return { ...options, args: [...others, ui, `--use-file-for-fake-video-capture=${await cameraFile(kind)}`] };
}
