/**
 * A price list: what each operation costs, per pair, piece or item, in fen. The national list, or a brand's own.
 * The quote reads it; anything charged otherwise is a deviation with a reason and an approver.
 */
import { z } from "zod";
import { priceUnitSchema } from "../quote/line.ts";
import { operationCodeSchema, partCodeSchema } from "./catalogue.ts";
import { localizedSchema } from "./text.ts";

export const priceListSchema = z.object({
	id: z.string().min(1),
	version: z.string().min(1),
	name: localizedSchema,
	/** True: middles of market bands, to be replaced before a shop charges anybody. */
	sample: z.boolean(),
	currency: z.literal("CNY"),
	operations: z.array(z.object({ code: operationCodeSchema, unit: priceUnitSchema, unitFen: z.int().min(0) })),
	/** `included`: the usual part is inside the operation's price and costs nothing more. */
	parts: z.array(z.object({ code: partCodeSchema, unitFen: z.int().min(0), included: z.boolean() })),
});
export type PriceList = z.infer<typeof priceListSchema>;
