/**
 * How a picture gets small enough without losing what a repairer looks for: quality goes down first, and only then
 * pixels; a camera that gives 2048 px and more keeps at least that many for as long as any step still fits.
 * Arithmetic only; `compress.ts` does the work.
 */

export const largestBytes = 400 * 1024;

export type Size = { width: number; height: number };
/** `longest`: px of the longer side; `quality`: of the JPEG, 0–1. */
export type Step = { longest: number; quality: number };

export const steps: readonly Step[] = [
	{ longest: 2560, quality: 0.86 },
	{ longest: 2560, quality: 0.78 },
	{ longest: 2560, quality: 0.7 },
	{ longest: 2048, quality: 0.78 },
	{ longest: 2048, quality: 0.68 },
	{ longest: 2048, quality: 0.58 },
	{ longest: 2048, quality: 0.48 },
	{ longest: 2048, quality: 0.38 },
	{ longest: 1600, quality: 0.48 },
	{ longest: 1280, quality: 0.45 },
	{ longest: 960, quality: 0.42 },
	{ longest: 640, quality: 0.4 },
];

/** Width and height that fit `longest`, never enlarged. */
export function fitInto(width: number, height: number, longest: number): Size {
	const scale = Math.min(1, longest / Math.max(width, height));
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Bytes at this quality as a share of those at quality 1: measured on photos, within a fifth. */
function weight({ quality, longest }: Step, full: Size): number {
	const { width, height } = fitInto(full.width, full.height, longest);
	return width * height * (0.06 + 0.94 * quality ** 2.6);
}

/**
 * The step to try after `at` gave too many bytes; steps that surely would too are left out. Undefined: that was the
 * smallest.
 */
export function nextStep(at: number, bytes: number, full: Size): number | undefined {
	const tried = steps[at];
	if (!tried || at + 1 >= steps.length) return undefined;
	const perWeight = bytes / weight(tried, full);
	for (let next = at + 1; next < steps.length; next++) {
		const step = steps[next];
		// A quarter over may still fit: the estimate is rough, and pixels given away are gone.
		if (step && perWeight * weight(step, full) <= largestBytes * 1.25) return next;
	}
	return steps.length - 1;
}
