/**
 * The national service standard as one value: what the workshop judges, works and charges by.
 * Put together by `parse.ts` from the files under assets/standard; everyone else only reads it.
 * Events copy what they relied on from here, so a newer standard never changes an old case.
 */
import { z } from "zod";
import { acceptanceSchema, faultSchema, operationSchema, partSchema } from "./catalogue.ts";
import { priceListSchema } from "./prices.ts";
import { clocksFileSchema, liabilityFileSchema, provincesFileSchema, reasonsFileSchema } from "./rules.ts";
import { localizedSchema } from "./text.ts";
import { vocabSchema } from "./vocab.ts";

export const manifestSchema = z.object({
	id: z.string().min(1),
	/** e.g. `2026.1` */
	version: z.string().regex(/^\d{4}\.\d+$/),
	name: localizedSchema,
	/** True: a starting sample nobody has signed yet. */
	sample: z.boolean(),
	files: z.array(z.object({ name: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** File name → field of the standard and its shape. */
export const standardFiles = {
	"faults.json": { field: "faults", schema: z.array(faultSchema).min(1) },
	"operations.json": { field: "operations", schema: z.array(operationSchema).min(1) },
	"parts.json": { field: "parts", schema: z.array(partSchema).min(1) },
	"acceptance.json": { field: "acceptance", schema: z.array(acceptanceSchema).min(1) },
	"glossary.json": { field: "glossary", schema: z.array(localizedSchema).min(1) },
	"clocks.json": { field: "clocks", schema: clocksFileSchema },
	"liability.json": { field: "liability", schema: liabilityFileSchema },
	"provinces.json": { field: "provinces", schema: provincesFileSchema },
	"reasons.json": { field: "reasons", schema: reasonsFileSchema },
	"vocab.json": { field: "vocab", schema: vocabSchema },
	"prices.sample.json": { field: "prices", schema: priceListSchema },
} as const;

type Files = typeof standardFiles;
export type StandardFileName = keyof Files;
type Contents = { [K in StandardFileName as Files[K]["field"]]: z.infer<Files[K]["schema"]> };

export type Standard = { manifest: Manifest } & Contents;
