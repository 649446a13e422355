/** What labels look like: a workshop's own layouts, how they come out, and a printer measured by its own labels. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { mediaHandle } from "./fields.ts";
import { labelKinds, labelLayout, layoutSizes } from "./label-layout.ts";

const which = { kind: z.enum(labelKinds), size: z.enum(layoutSizes) };
const printerId = z.string().min(1).max(64);
const manager = ["manager"] as const;
/** Largest logo taken, bytes. */
export const mostLogoBytes = 200 * 1024;
/** Millimetres a ruler's edge can be read to. */
const edge = z.number().min(0).max(80).multipleOf(0.5);

export const labelsCalls = defineCalls("labels", {
	layouts: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({ layouts: z.array(z.object({ ...which, changed: z.boolean() })) }),
	}),
	/** The layout in use. */
	read: query({
		access: "signed-in",
		input: z.strictObject(which),
		output: z.object({ layout: labelLayout, changed: z.boolean() }),
	}),
	/**
	 * How a layout comes out, to the dot. What is wrong with it is listed, not refused: `at` is the element's place in
	 * the list, null for the label as a whole; `reason` has a sentence. Without a picture when it can't be drawn at all.
	 */
	preview: query({
		access: "signed-in",
		input: z.strictObject({
			layout: labelLayout,
			dpi: z.union([z.literal(203), z.literal(300)]).default(203),
			/** `long`: the longest Chinese names there are. */
			sample: z.enum(["usual", "long"]).default("usual"),
		}),
		output: z.object({
			handle: z.string().nullable(),
			problems: z.array(z.object({ at: z.number().int().nullable(), reason: z.string() })),
		}),
	}),
	/** From now on labels of this kind and size look so. Refused while anything is wrong with it. */
	save: command({
		access: manager,
		input: z.strictObject({ layout: labelLayout }),
		output: z.object({}),
		fails: ["not-found"],
	}),
	/** Back to the layout that came with the program. */
	reset: command({ access: manager, input: z.strictObject(which), output: z.object({ layout: labelLayout }) }),
	/** One upload of a logo, PNG or JPEG up to {@link mostLogoBytes}. */
	logoTicket: command({ access: manager, input: z.strictObject({}), output: z.object({ ticket: z.string() }) }),
	/** Cuts an uploaded picture to black and white; `image` goes into a layout's element. */
	addLogo: command({
		access: manager,
		input: z.strictObject({ handle: mediaHandle }),
		output: z.object({ image: z.string(), width: z.number().int(), height: z.number().int() }),
		fails: ["not-found"],
	}),
	/**
	 * Prints what a printer is measured by: a label per heat step with a code each, a ruler along all four edges, or one
	 * label as set up now to confirm it. `codes` are what scanning them gives.
	 */
	printCalibration: command({
		access: manager,
		input: z.strictObject({ printerId, what: z.enum(["heat", "ruler", "confirm"]) }),
		output: z.object({ codes: z.array(z.object({ code: z.string(), darkness: z.number().int().nullable() })) }),
		fails: ["not-found", "rule-broken"],
	}),
	/** The middle of the steps that could be read becomes the printer's darkness. */
	setHeat: command({
		access: manager,
		input: z.strictObject({ printerId, read: z.array(z.string().max(40)).min(1).max(20) }),
		output: z.object({ darkness: z.number().int() }),
		fails: ["not-found"],
	}),
	/** The numbers the ruler shows at each edge of the label; the picture is moved by what they are off. */
	setOffset: command({
		access: manager,
		input: z.strictObject({ printerId, left: edge, right: edge, top: edge, bottom: edge }),
		output: z.object({ offset: z.object({ xMm: z.number(), yMm: z.number() }) }),
		fails: ["not-found"],
	}),
});
