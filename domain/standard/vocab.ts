/**
 * The words a workshop picks from instead of typing: categories, kinds of item and their pieces, components,
 * materials, purchase channels, flaws, zones to tap, evidence, and the terms and privacy notice on the slip.
 */
import { z } from "zod";
import { evidenceSchema } from "../finding/finding.ts";
import { priceUnitSchema } from "../quote/line.ts";
import { skillSchema } from "./catalogue.ts";
import { localizedSchema } from "./text.ts";

export const categories = ["shoes", "bags", "luggage", "apparel", "small-leather"] as const;
export const categorySchema = z.enum(categories);
export type Category = z.infer<typeof categorySchema>;

/** The outlines a customer's item is drawn with. */
export const outlines = [
	"shoe",
	"boot",
	"sandal",
	"bag",
	"backpack",
	"suitcase",
	"top",
	"trousers",
	"dress",
	"wallet",
	"belt",
] as const;

export const wordSchema = z.object({ code: z.string().min(1).max(40), name: localizedSchema });
export type Word = z.infer<typeof wordSchema>;

const perCategory = wordSchema.extend({ categories: z.array(categorySchema).min(1) });
export type CategoryWord = z.infer<typeof perCategory>;

export const pieceKindSchema = wordSchema.extend({
	/** One or two characters for a label, e.g. 左. */
	short: localizedSchema,
	/** The main thing, as against an accessory that only comes along. */
	main: z.boolean(),
});
export type PieceKind = z.infer<typeof pieceKindSchema>;

export const itemKindSchema = wordSchema.extend({
	category: categorySchema,
	outline: z.enum(outlines),
	unit: priceUnitSchema,
	/** Piece kinds; `usual` ones are there unless the clerk takes them away. */
	pieces: z.array(z.object({ kind: z.string(), usual: z.boolean() })).min(1),
});
export type ItemKind = z.infer<typeof itemKindSchema>;

export const zoneSchema = wordSchema.extend({
	outlines: z.array(z.enum(outlines)).min(1),
	component: z.string(),
	view: z.enum(["front", "back", "side", "top", "bottom", "inside"]),
	/** Middle of the zone in thousandths of that view. */
	x: z.int().min(0).max(1000),
	y: z.int().min(0).max(1000),
});
export type Zone = z.infer<typeof zoneSchema>;

export const evidenceWordSchema = z.object({ tag: evidenceSchema, name: localizedSchema, photo: z.boolean() });

export const vocabSchema = z.object({
	categories: z.array(z.object({ code: categorySchema, name: localizedSchema })),
	itemKinds: z.array(itemKindSchema),
	pieceKinds: z.array(pieceKindSchema),
	components: z.array(perCategory),
	materials: z.array(perCategory),
	colours: z.array(wordSchema),
	/** Brands this copy knows; a name may always be typed instead. */
	brands: z.array(wordSchema),
	channels: z.array(wordSchema.extend({ remote: z.boolean() })),
	proofKinds: z.array(wordSchema),
	authenticity: z.array(wordSchema),
	flaws: z.array(perCategory),
	sideEffects: z.array(perCategory),
	zones: z.array(zoneSchema),
	evidence: z.array(evidenceWordSchema),
	causes: z.array(wordSchema),
	severities: z.array(wordSchema),
	outcomes: z.array(wordSchema),
	measures: z.array(wordSchema),
	skills: z.array(z.object({ code: skillSchema, name: localizedSchema })),
	/** Terms printed on the slip, in order. */
	terms: z.object({ version: z.string().min(1), clauses: z.array(localizedSchema).min(1) }),
	privacy: z.object({ version: z.string().min(1), short: localizedSchema, clauses: z.array(localizedSchema).min(1) }),
});
export type Vocab = z.infer<typeof vocabSchema>;
