/**
 * Pictures made small: any image or video frame redrawn as a JPEG of at most 400 KB. Redrawing also drops what a
 * phone wrote into the file (place, time, device). Used by PhotoCapture.
 */

/** The longest side of a stored photo, px: enough for A5 print and for a pin on a scratch. */
export const longestSidePx = 1920;
export const largestBytes = 400 * 1024;
const qualities = [0.86, 0.78, 0.68, 0.56, 0.44] as const;
const smallestScale = 0.35;

/** Width and height that fit `longest`, never enlarged. */
export function fitInto(width: number, height: number, longest: number): { width: number; height: number } {
	const scale = Math.min(1, longest / Math.max(width, height));
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

type Source = HTMLVideoElement | ImageBitmap;

/** A JPEG of at most {@link largestBytes}: lower quality first, then fewer pixels. */
export async function toJpeg(source: Source): Promise<Blob> {
	const isVideo = source instanceof HTMLVideoElement;
	const full = isVideo ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
	const canvas = document.createElement("canvas");
	for (let scale = 1; ; scale *= 0.75) {
		const size = fitInto(full[0] ?? 1, full[1] ?? 1, longestSidePx * scale);
		canvas.width = size.width;
		canvas.height = size.height;
		const context = canvas.getContext("2d");
		if (!context) throw new Error("no canvas");
		// Transparent pictures would turn black.
		context.fillStyle = "#fff";
		context.fillRect(0, 0, size.width, size.height);
		context.drawImage(source, 0, 0, size.width, size.height);
		for (const quality of qualities) {
			const blob = await encode(canvas, quality);
			if (blob.size <= largestBytes || (scale <= smallestScale && quality === qualities.at(-1))) return blob;
		}
	}
}

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", quality);
	});
}

/** A chosen or dropped file as such a JPEG, turned upright. Rejects when it is no picture. */
export async function fileToJpeg(file: Blob): Promise<Blob> {
	const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
	try {
		return await toJpeg(bitmap);
	} finally {
		bitmap.close();
	}
}
