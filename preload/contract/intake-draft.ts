/**
 * A drop-off being taken in, as the counter's page holds it and as it is received. Everything may still be missing;
 * what must be there is decided when it is received. Kept sealed on this workstation only.
 */
import { z } from "zod";
import { paymentMethods } from "../../domain/order/order.ts";
import { code, day, fen, filled, line, mediaHandle, uuid, words } from "./fields.ts";
import { itemCodeInput, materials, purchaseInput } from "./item.ts";

/** A name of the page's own for a thing that has no id yet: `i1`, `p3`. */
const key = filled(64);

export const customerDraft = z.strictObject({
	/** Fixed when the draft starts: who a new customer will be. */
	subjectId: uuid,
	/** The customer who was here before, once one is chosen. */
	knownId: uuid.nullable(),
	/** What was typed; for a known customer empty means unchanged. */
	phone: line(30),
	name: line(60),
	noPhone: z.boolean(),
	noName: z.boolean(),
	under14: z.boolean(),
	/** How the privacy notice was given; null = not yet. */
	notice: z.enum(["screen", "paper", "spoken"]).nullable(),
	/** Consent to advertising; null = not asked. */
	marketing: z.boolean().nullable(),
});
export type CustomerDraft = z.infer<typeof customerDraft>;

export const pieceDraft = z.strictObject({ key, kind: code });
export const markDraft = z.strictObject({
	key,
	zone: code,
	flaw: code,
	piece: key.nullable(),
	photo: mediaHandle.nullable(),
});
export type MarkDraft = z.infer<typeof markDraft>;

export const itemDraft = z.strictObject({
	key,
	/** Null: a new item. */
	itemId: uuid.nullable(),
	category: line(20),
	kind: line(40),
	brand: line(40),
	style: line(40),
	colour: line(40),
	size: line(20),
	materials,
	codes: z.array(itemCodeInput).max(10),
	/** What came this time. For a known item `key` is the piece's id where it has one. */
	pieces: z.array(pieceDraft).max(20),
	accessories: z.array(filled(40)).max(20),
	/** Null: nothing said about the purchase. */
	purchase: purchaseInput.nullable(),
	words: words(1000),
	services: z.array(code).max(20),
	/** Done straight from the price list, agreed at the counter. */
	agreed: z.boolean(),
	declaredValueFen: fen.nullable(),
	condition: z.array(markDraft).max(60),
	/** `insteadOf`: it was made from that one (turned, cut, drawn on), which is kept in the list before it. */
	photos: z
		.array(z.strictObject({ handle: mediaHandle, piece: key.nullable(), insteadOf: mediaHandle.optional() }))
		.max(40),
	/** The earlier job whose work it comes back about. */
	reworkOf: uuid.nullable(),
});
export type ItemDraft = z.infer<typeof itemDraft>;

export const intakeDraft = z.strictObject({
	customer: customerDraft,
	items: z.array(itemDraft).max(40),
	/** The day the clerk promised; null = the day the clocks give. */
	promisedOn: day.nullable(),
	deposit: z.strictObject({ amountFen: fen, method: z.enum(paymentMethods), reference: line(40) }).nullable(),
	signature: z
		.union([
			z.strictObject({ how: z.literal("screen"), handle: mediaHandle }),
			z.strictObject({ how: z.literal("paper") }),
		])
		.nullable(),
});
export type IntakeDraft = z.infer<typeof intakeDraft>;
