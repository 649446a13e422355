/**
 * The documents themselves. The standard travels as its files, text by text, because its manifest pins their bytes; a price
 * list as it stands beside the standard; the others have their shapes here.
 */
import { z } from "zod";
import { personFields } from "../person/person.ts";
import { priceListSchema } from "../standard/prices.ts";
import { localizedSchema } from "../standard/text.ts";
import { promiseSchema } from "../warranty/coverage.ts";
import { versionSchema } from "./kinds.ts";

export const standardDocument = z.strictObject({
	version: versionSchema,
	/** File name → its text, `manifest.json` among them. */
	files: z.record(z.string().max(60), z.string()),
});

export const pricesDocument = priceListSchema.extend({ version: versionSchema });

/** What the brand promises its customers, instead of what each store's own rules say. */
export const promisesDocument = promiseSchema.extend({
	version: versionSchema,
	name: localizedSchema,
	/** Which limits of the standard's clocks are promised. */
	clockSet: z.enum(["A", "B"]).optional(),
});
export type BrandPromises = z.infer<typeof promisesDocument>;

const storeCode = z.string().regex(/^\d{5}$/);
const storeRow = z.strictObject({
	code: storeCode,
	/** Written by the archive for stores that are enrolled. */
	id: z.uuid().optional(),
	name: z.string().min(1).max(60),
	address: z.string().max(200),
	phone: z.string().max(30),
});
export const storesDocument = z.strictObject({
	version: versionSchema,
	stores: z
		.array(storeRow)
		.min(1)
		.max(20_000)
		.refine(
			eachOnce((row: { code: string }) => row.code),
			"a store code twice",
		),
});
export type StoreRow = z.infer<typeof storeRow>;

const staffRow = personFields.extend({
	stores: z.array(storeCode).min(1),
	/** Gone: may not sign in any more in these stores. */
	left: z.literal(true).optional(),
});
export const staffDocument = z.strictObject({
	version: versionSchema,
	/** Who isn't named stays as the store has it. */
	people: z
		.array(staffRow)
		.min(1)
		.refine(
			(rows) =>
				eachOnce((key: string) => key)(rows.flatMap((row) => row.stores.map((code) => `${code} ${row.number}`))),
			"a number twice in one store",
		),
});
export type StaffDocument = z.infer<typeof staffDocument>;

function eachOnce<T>(keyOf: (row: T) => string): (rows: readonly T[]) => boolean {
	return (rows) => new Set(rows.map(keyOf)).size === rows.length;
}
