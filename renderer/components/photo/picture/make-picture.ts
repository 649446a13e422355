/**
 * Photos made ready to be stored: a frame of the camera or a file, as a JPEG of at most 400 KB with its measure. One
 * worker does them in turn; where none can be had the screen's own thread does.
 */
import { compress, type MadePicture } from "./compress.ts";
import type { PictureAnswer } from "./picture-worker.ts";
import { bitmapOfFile, UnreadableFile } from "./read-file.ts";

type Waiting = { resolve: (made: MadePicture) => void; reject: (why: unknown) => void };

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
	for (const { reject } of waiting.values()) reject(new Error("the picture worker ended"));
	waiting.clear();
}

function answer(said: PictureAnswer): void {
	const one = waiting.get(said.id);
	waiting.delete(said.id);
	if (!one) return;
	if ("made" in said) one.resolve(said.made);
	else one.reject("trouble" in said ? new UnreadableFile(said.trouble) : new Error(said.failed));
}

function inWorker(source: ImageBitmap | Blob): Promise<MadePicture> | undefined {
	warmPictures();
	const thread = worker;
	if (!thread) return undefined;
	const id = nextId++;
	return new Promise((resolve, reject) => {
		waiting.set(id, { resolve, reject });
		thread.postMessage({ id, source }, source instanceof Blob ? [] : [source]);
	});
}

/** What the camera shows at this moment. */
export async function pictureOfFrame(video: HTMLVideoElement): Promise<MadePicture> {
	const frame = await createImageBitmap(video);
	return inWorker(frame) ?? compress(frame).finally(() => frame.close());
}

/** A chosen or dropped file, turned upright. Rejects with {@link UnreadableFile}. */
export async function pictureOfFile(file: Blob): Promise<MadePicture> {
	const made = inWorker(file);
	if (made) return made;
	const bitmap = await bitmapOfFile(file);
	return compress(bitmap).finally(() => bitmap.close());
}

/** An edited picture; the canvas is empty afterwards. */
export function pictureOfCanvas(canvas: OffscreenCanvas): Promise<MadePicture> {
	const frame = canvas.transferToImageBitmap();
	return inWorker(frame) ?? compress(frame).finally(() => frame.close());
}
