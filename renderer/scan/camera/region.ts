/** Which part of a picture is searched. Pure. */

export type Region = { x: number; y: number; width: number; height: number; scale: number };

/** The frame drawn over the live picture, as shares of its width and height. */
export const aim = { width: 0.7, height: 0.6 } as const;
/** No code needs more pixels than this across the aim, and every one of them costs time. */
const enough = 1280;

/**
 * Two tries of three look at the aim, where the code should be; the third at everything, coarser, because hands are
 * not that exact.
 */
export function regionOf(width: number, height: number, attempt: number): Region {
	const whole = attempt % 3 === 2;
	const w = whole ? width : Math.round(width * aim.width);
	const h = whole ? height : Math.round(height * aim.height);
	return {
		x: Math.round((width - w) / 2),
		y: Math.round((height - h) / 2),
		width: w,
		height: h,
		scale: Math.min(1, enough / w),
	};
}
