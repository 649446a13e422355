/**
 * One line of a quote: what is done, how often, at what list price, who pays and why.
 * Embedded in quote events and contracts, printed on quotes and receipts. Nothing here computes a price (see build.ts).
 */
import { z } from "zod";

/** A shoe repair is priced per pair or per piece; `item` is the whole thing, whatever its pieces. */
export const priceUnits = ["pair", "piece", "item"] as const;
export const priceUnitSchema = z.enum(priceUnits);
export type PriceUnit = z.infer<typeof priceUnitSchema>;

export const payers = ["brand", "customer", "store"] as const;
export const payerSchema = z.enum(payers);
export type Payer = z.infer<typeof payerSchema>;

/** Why the line is on the quote: a liability rule about a finding, a finding alone, or a service asked for. */
export const lineReasonSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("rule"), rule: z.string().min(1).max(20), findingId: z.string().min(1).max(64) }),
	z.object({ kind: z.literal("finding"), findingId: z.string().min(1).max(64) }),
	z.object({ kind: z.literal("service"), service: z.string().min(1).max(40) }),
]);
export type LineReason = z.infer<typeof lineReasonSchema>;

/** Why a price is not the list's. `approver` is the person who allowed it; `reason` a coded list-deviation reason. */
export const deviationSchema = z.object({
	reason: z.string().min(1).max(40),
	/** Plain words about the work, never about the customer. */
	note: z.string().max(200).optional(),
	approver: z.string().min(1).max(64),
});
export type Deviation = z.infer<typeof deviationSchema>;

const fen = z.int().min(0).max(100_000_000_000);

export const quoteLineSchema = z.object({
	id: z.string().min(1).max(64),
	/** Operation (`O02`) or part (`SO01`) code. */
	code: z.string().min(1).max(20),
	/** Chinese name as it stood in the standard when quoted. */
	title: z.string().min(1).max(120),
	titleEn: z.string().min(1).max(120).optional(),
	pieceId: z.string().min(1).max(64).optional(),
	findingIds: z.array(z.string().min(1).max(64)),
	qty: z.int().min(1).max(999),
	unit: priceUnitSchema,
	/** Price charged per unit, fen. */
	unitFen: fen,
	/** The list's price per unit, fen; null when the list does not name it. */
	listFen: fen.nullable(),
	/** qty × unitFen, or 0 when included. */
	amountFen: fen,
	payer: payerSchema,
	why: lineReasonSchema,
	/** The usual part whose price is already inside the operation's. */
	included: z.literal(true).optional(),
	deviation: deviationSchema.optional(),
	/** Days the work is warranted from hand-over, province's floor included; operations only. */
	workWarrantyDays: z.int().min(0).optional(),
	/** The standard's hands-on minutes when quoted; operations only. */
	minutes: z.int().min(0).optional(),
});
export type QuoteLine = z.infer<typeof quoteLineSchema>;

export const quoteTotalsSchema = z.object({ customerFen: fen, brandFen: fen, storeFen: fen, totalFen: fen });
export type QuoteTotals = z.infer<typeof quoteTotalsSchema>;
