/**
 * Photos made ready to be stored: a frame of the camera or a file, as a JPEG of at most 400 KB, and what is wrong with
 * it. One worker does them in turn; where none can be had the screen's own thread does.
 */
import { compress, type Drawable, type MadeJpeg, measureOf } from "./compress.ts";
import type { PictureAnswer } from "./picture-worker.ts";
import { type Flaw, flawOf, type Measure } from "./quality.ts";
import { bitmapOfFile, UnreadableFile } from "./read-file.ts";

export type MadePicture = MadeJpeg & {
	/** Comes a moment later; never rejects. */
	flaw: Promise<Flaw | undefined>;
};

type Waiting = {
	made: PromiseWithResolvers<MadeJpeg>;
	measure: PromiseWithResolvers<Measure | undefined>;
};

let worker: Worker | undefined;
let broken = false;
let nextId = 1;
const waiting = new Map<number, Waiting>();

/** Starts the worker before the first photo is taken, so that it doesn't wait for it. */
export function warmPictures(): void {
	if (worker || broken) return;
	try {
		worker = new Worker(new URL("./picture-worker.ts", import.meta.url), { type: "module" });
		worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => answer(data);
		worker.onerror = giveUp;
	} catch {
		giveUp();
	}
}

function giveUp(): void {
	broken = true;
	worker?.terminate();
	worker = undefined;
	for (const { made, measure } of waiting.values()) {
		made.reject(new Error("the picture worker ended"));
		measure.resolve(undefined);
	}
	waiting.clear();
}

function answer(said: PictureAnswer): void {
	const one = waiting.get(said.id);
	if (one && "made" in said) one.made.resolve(said.made);
	if (!one || "made" in said) return;
	waiting.delete(said.id);
	one.measure.resolve("measure" in said ? said.measure : undefined);
	// Once the picture is made only its measure can fail, and nothing is said about it.
	if ("trouble" in said) one.made.reject(new UnreadableFile(said.trouble));
	else if ("failed" in said) one.made.reject(new Error(said.failed));
}

async function made(source: Drawable | Blob): Promise<MadePicture> {
	warmPictures();
	if (!worker) return madeHere(source instanceof Blob ? await bitmapOfFile(source) : source);
	const id = nextId++;
	const one: Waiting = { made: Promise.withResolvers(), measure: Promise.withResolvers() };
	waiting.set(id, one);
	worker.postMessage({ id, source }, source instanceof Blob ? [] : [source]);
	const flaw = one.measure.promise.then((measure) => measure && flawOf(measure));
	return { ...(await one.made.promise), flaw };
}

async function madeHere(picture: Drawable): Promise<MadePicture> {
	try {
		return { ...(await compress(picture)), flaw: Promise.resolve(flawOf(measureOf(picture))) };
	} finally {
		picture.close();
	}
}

/** What the camera shows at this moment. */
export async function pictureOfFrame(video: HTMLVideoElement): Promise<MadePicture> {
	return made(await frameOf(video));
}

/** Between two frames there can be none for a moment: then the next one counts. */
async function frameOf(video: HTMLVideoElement): Promise<VideoFrame> {
	try {
		return new VideoFrame(video);
	} catch {
		await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
		return new VideoFrame(video);
	}
}

/** A chosen or dropped file, turned upright. Rejects with {@link UnreadableFile}. */
export function pictureOfFile(file: Blob): Promise<MadePicture> {
	return made(file);
}

/** An edited picture; the canvas is empty afterwards. */
export function pictureOfCanvas(canvas: OffscreenCanvas): Promise<MadePicture> {
	return made(canvas.transferToImageBitmap());
}
