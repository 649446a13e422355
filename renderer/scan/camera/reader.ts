/**
 * Looks for codes in a live picture: every other frame, as long as the worker is free, so that a slow PC reads fewer
 * frames instead of falling behind. Used by the camera dialog and the bench.
 */
import { regionOf } from "./region.ts";
import { createRepeatGuard } from "./repeat-guard.ts";
import type { Answered, Asked } from "./worker.ts";

export type CameraReading = {
	/** As a scanner would have sent it, AIM prefix first. */
	text: string;
	/** From the frame's being taken to its code, ms. */
	tookMs: number;
};

/** Frames between two that are looked at. */
const everyNth = 2;

/** Reads until the answered function is called. `onReading` hears each code once while it is held in view. */
export function readCodes(video: HTMLVideoElement, onReading: (reading: CameraReading) => void): () => void {
	const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
	const isNew = createRepeatGuard();
	let over = false;
	let busy = false;
	let frames = 0;
	let attempt = 0;
	let takenAt = 0;

	const look = async () => {
		busy = true;
		takenAt = performance.now();
		const { x, y, width, height, scale } = regionOf(video.videoWidth, video.videoHeight, attempt);
		const size = { resizeWidth: Math.round(width * scale), resizeHeight: Math.round(height * scale) };
		const picture = await createImageBitmap(video, x, y, width, height, size);
		if (over) return picture.close();
		// Three quick tries, then three thorough ones.
		const hard = Math.floor(attempt / 3) % 2 === 1;
		worker.postMessage({ id: attempt++, picture, hard } satisfies Asked, [picture]);
	};
	const onFrame = () => {
		if (over) return;
		video.requestVideoFrameCallback(onFrame);
		if (busy || frames++ % everyNth !== 0 || video.videoWidth === 0) return;
		look().catch(() => {
			busy = false;
		});
	};
	worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
		busy = false;
		const now = performance.now();
		for (const text of data.texts) if (!over && isNew(text, now)) onReading({ text, tookMs: now - takenAt });
	});
	video.requestVideoFrameCallback(onFrame);
	return () => {
		over = true;
		worker.terminate();
	};
}
