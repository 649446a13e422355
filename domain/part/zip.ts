/**
 * What must be known to pick a zip or its slider, and whether a slider fits. Used where a zip operation asks for its part.
 */
import { z } from "zod";

/** Nominal width of the closed chain; #3, #5, #8, #10. */
export const zipNumbers = [3, 5, 8, 10] as const;
export const zipTeeth = ["coil", "metal", "moulded"] as const;
export const zipEnds = ["closed", "open", "two-way-open"] as const;
export const sliderTypes = ["auto-lock", "non-lock", "double", "reverse"] as const;

export const zipSpecSchema = z.object({
	number: z.literal(zipNumbers),
	teeth: z.enum(zipTeeth),
	tapeColour: z.string().min(1).max(40),
	toothFinish: z.string().min(1).max(40),
	end: z.enum(zipEnds),
	slider: z.enum(sliderTypes),
	lengthMm: z.int().min(10).max(5000),
	maker: z.string().min(1).max(40).optional(),
});
export type ZipSpec = z.infer<typeof zipSpecSchema>;

export type SliderSpec = Pick<ZipSpec, "number" | "teeth" | "slider" | "maker">;

/**
 * `no` when number or teeth differ: sliders never cross over. `try` when the makers differ or are not known: they often
 * do not fit either, so try on the chain before quoting. `yes` otherwise.
 */
export function sliderFits(zip: ZipSpec, slider: SliderSpec): "yes" | "try" | "no" {
	if (zip.number !== slider.number || zip.teeth !== slider.teeth) return "no";
	return zip.maker !== undefined && zip.maker === slider.maker ? "yes" : "try";
}
