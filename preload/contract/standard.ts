/**
 * The standard in force, for pickers and names on every screen: one read, kept by the screen until its version changes. And
 * which versions of what are in force, by whose hand and since when.
 */
import { z } from "zod";
import { referenceFaults } from "../../domain/reference/kinds.ts";
import { termSchema } from "../../domain/standard/rules.ts";
import type { Standard } from "../../domain/standard/schema.ts";
import { localizedSchema } from "../../domain/standard/text.ts";
import { defineCalls, query } from "./define.ts";

const kind = z.enum(["standard", "prices", "promises", "stores"]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const inForce = z.object({
	version: z.string(),
	name: localizedSchema,
	/** `archive`: the head office sent it, signed. `program`: it came with the program. */
	source: z.enum(["archive", "program"]),
	/** In force here from then on, ISO UTC; null for what came with the program. */
	since: z.string().nullable(),
	sample: z.boolean(),
	sha256: z.string(),
});

export const standardVersions = z.object({
	/** Whose signature counts; null while this PC belongs to no archive. `key`: the beginning of the archive's public key. */
	archive: z.object({ brand: z.string(), key: z.string() }).nullable(),
	standard: inForce,
	prices: inForce,
	/** Null: the store's own rules count. */
	promises: z
		.object({
			version: z.string(),
			name: localizedSchema,
			since: z.string(),
			repair: termSchema.nullable(),
			exchange: termSchema.nullable(),
			return: termSchema.nullable(),
			/** Terms of single components, named. */
			components: z.array(z.object({ name: localizedSchema, term: termSchema })),
			clockSet: z.enum(["A", "B"]).nullable(),
		})
		.nullable(),
	/** The list of the brand's workshops. */
	stores: z.object({ version: z.string(), since: z.string(), count: z.number().int() }).nullable(),
	/** Taken, their day has not come. */
	coming: z.array(z.object({ kind, version: z.string(), from: z.string() })),
	/** Came and is not used. Gone once a later one is taken. */
	refused: z.array(z.object({ kind, version: z.string(), reason: z.enum(referenceFaults), at: z.string() })),
	/** Was in force before, newest first; still here to be read. */
	earlier: z.array(z.object({ kind, version: z.string(), from: z.string(), sha256 })),
});

export const standardCalls = defineCalls("standard", {
	read: query({
		access: "signed-in",
		input: z.strictObject({}),
		/** Checked when it was loaded; not checked again on the way out. */
		output: z.object({
			standard: z.custom<Standard>(),
			sha256: z.string(),
			/** Reason the shipped files were refused while the last good copy is in force, or null. */
			refused: z.string().nullable(),
			/** Texts without English, shown in Chinese and marked. */
			untranslated: z.number().int(),
		}),
	}),
	/** What is in force, what comes, what was refused, what was before. */
	versions: query({ access: "signed-in", input: z.strictObject({}), output: standardVersions }),
	/** A price list that is here, also an earlier one, by its checksum. */
	priceList: query({
		access: "signed-in",
		fails: ["not-found"],
		input: z.strictObject({ sha256 }),
		output: z.object({
			version: z.string(),
			name: localizedSchema,
			lines: z.array(
				z.object({
					code: z.string(),
					name: localizedSchema,
					kind: z.enum(["operation", "part"]),
					unit: z.enum(["pair", "piece", "item"]),
					unitFen: z.number().int(),
					/** A part inside its operation's price. */
					included: z.boolean(),
				}),
			),
		}),
	}),
});
