/**
 * A label's layout as data (assets/labels/*.json, and a workshop's own): boxes in millimetres and what goes into each.
 * Used by main/print/label to draw, by the calls that keep layouts, and by the editor. Knows no printer.
 */
import { z } from "zod";

export const labelKinds = ["piece", "item", "part"] as const;
export type LabelKind = (typeof labelKinds)[number];
export const layoutSizes = ["40x30", "60x40", "70x50"] as const;
export type LayoutSize = (typeof layoutSizes)[number];

/** Everything a layout may name, by kind of label. */
export const layoutFields = {
	piece: ["code", "bigDigits", "numberText", "piece", "count", "what", "service", "due", "urgent"],
	item: ["code", "codeText", "what", "brand", "serial"],
	part: ["code", "partNo", "name", "spec", "lot", "expires", "location", "quantity"],
} as const satisfies Record<LabelKind, readonly string[]>;

const mm = z.number().max(100);
const box = { x: mm.min(0), y: mm.min(0), w: mm.positive(), h: mm.positive() };
const field = z.string().regex(/^[A-Za-z]{1,20}$/);
const align = z.enum(["left", "center", "right"]);

const textElement = z.strictObject({
	type: z.literal("text"),
	/** Name of a ready-made line, see {@link layoutFields}. An empty line draws nothing. */
	field,
	...box,
	/** Type size in mm, and how far it may shrink before the line is cut with an ellipsis. */
	size: mm.positive(),
	minSize: mm.positive(),
	bold: z.boolean().default(false),
	align: align.default("left"),
	/** Most lines the box may hold. */
	lines: z.int().min(1).max(9).default(1),
	/** White on black, the whole box filled; nothing at all when the line is empty. */
	inverse: z.boolean().default(false),
});

const codeElement = z.strictObject({ type: z.enum(["code128", "qr"]), field, ...box, align: align.default("center") });

const ruleElement = z.strictObject({ type: z.literal("rule"), ...box });

/** A picture of the workshop's own, cut to black and white when it was taken in; drawn whole, in its own proportions. */
const imageElement = z.strictObject({ type: z.literal("image"), image: z.string().regex(/^[0-9a-f]{32}$/), ...box });

export const layoutElement = z.discriminatedUnion("type", [textElement, codeElement, ruleElement, imageElement]);

export const labelLayout = z.strictObject({
	kind: z.enum(labelKinds),
	size: z.enum(layoutSizes),
	widthMm: mm.positive(),
	heightMm: mm.positive(),
	elements: z.array(layoutElement).min(1).max(40),
});

export type LabelLayout = z.output<typeof labelLayout>;
export type LayoutElement = z.output<typeof layoutElement>;
