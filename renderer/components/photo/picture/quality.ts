/**
 * Whether a photo is worth keeping, told at once: blurred, or too dark. Measured on a small grey copy, so that it
 * costs a few milliseconds; advice only, never a reason to refuse. Limits are held against pictures in the suite.
 */

/** The copy that is measured: its longer side, px. */
export const measuredPx = 384;
const tiles = 6;

export type Measure = {
	/** Variance of the Laplacian in the sharpest tenth of the picture: a sharp shoe before a plain wall is sharp. */
	sharpness: number;
	/** Mean luminance, 0–255. */
	brightness: number;
};
export type Flaw = "blurred" | "dark";

/** Below these a person would take the photo again. */
export const leastSharpness = 60;
export const leastBrightness = 40;

/** `rgba`: four bytes a pixel, as a canvas gives them. */
export function measure(rgba: ArrayLike<number>, width: number, height: number): Measure {
	const grey = new Float32Array(width * height);
	let sum = 0;
	for (let i = 0; i < grey.length; i++) {
		const at = i * 4;
		const light = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
		grey[i] = light;
		sum += light;
	}
	const found: number[] = [];
	for (let row = 0; row < tiles; row++) {
		for (let column = 0; column < tiles; column++) {
			const from = (share: number, whole: number) => Math.max(1, Math.floor((share * whole) / tiles));
			const to = (share: number, whole: number) => Math.min(whole - 1, Math.floor(((share + 1) * whole) / tiles));
			found.push(laplacian(grey, width, from(column, width), to(column, width), from(row, height), to(row, height)));
		}
	}
	found.sort((a, b) => b - a);
	return { sharpness: found[Math.floor(found.length / 10)] ?? 0, brightness: sum / Math.max(1, grey.length) };
}

/** Variance of the four-neighbour Laplacian in a box. */
function laplacian(grey: Float32Array, width: number, x0: number, x1: number, y0: number, y1: number): number {
	let count = 0;
	let sum = 0;
	let squares = 0;
	for (let y = y0; y < y1; y++) {
		for (let x = x0; x < x1; x++) {
			const at = y * width + x;
			const sides = (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - width] ?? 0) + (grey[at + width] ?? 0);
			const edge = sides - 4 * (grey[at] ?? 0);
			count += 1;
			sum += edge;
			squares += edge * edge;
		}
	}
	if (count === 0) return 0;
	const mean = sum / count;
	return squares / count - mean * mean;
}

/** What to say about it; darkness first, because dark pictures look blurred too. */
export function flawOf({ sharpness, brightness }: Measure): Flaw | undefined {
	if (brightness < leastBrightness) return "dark";
	return sharpness < leastSharpness ? "blurred" : undefined;
}
