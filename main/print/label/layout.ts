/**
 * A label's layout as data (assets/labels/*.json): boxes in millimetres and what goes into each. Adding a size or
 * moving a line needs no code. Layouts are checked when the program starts, so a slip of the pen shows at once.
 */
import { z } from "zod";

const box = { x: z.number().min(0), y: z.number().min(0), w: z.number().positive(), h: z.number().positive() };

const textElement = z.strictObject({
	type: z.literal("text"),
	/** Name of a ready-made line, see fields.ts. An empty line draws nothing. */
	field: z.string(),
	...box,
	/** Type size in mm, and how far it may shrink before the line is cut with an ellipsis. */
	size: z.number().positive(),
	minSize: z.number().positive(),
	bold: z.boolean().default(false),
	align: z.enum(["left", "center", "right"]).default("left"),
	/** Most lines the box may hold. */
	lines: z.number().int().min(1).default(1),
	/** White on black, the whole box filled; nothing at all when the line is empty. */
	inverse: z.boolean().default(false),
});

const codeElement = z.strictObject({
	type: z.enum(["code128", "qr"]),
	field: z.string(),
	...box,
	align: z.enum(["left", "center", "right"]).default("center"),
});

const ruleElement = z.strictObject({ type: z.literal("rule"), ...box });

const element = z.discriminatedUnion("type", [textElement, codeElement, ruleElement]);

export const layoutSchema = z.strictObject({
	kind: z.enum(["piece", "item", "part"]),
	size: z.enum(["40x30", "60x40", "70x50"]),
	widthMm: z.number().positive(),
	heightMm: z.number().positive(),
	elements: z.array(element).min(1),
});

export type LabelLayout = z.output<typeof layoutSchema>;
export type TextElement = z.output<typeof textElement>;
export type CodeElement = z.output<typeof codeElement>;
