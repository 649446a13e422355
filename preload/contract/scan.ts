/** What any scanned or typed text means, in one answer. Every text gets one: what nobody knows is an item to take in. */
import { z } from "zod";
import { commands } from "../../domain/code/own.ts";
import { codeKinds } from "../../domain/item/item.ts";
import { stages } from "../../domain/job/stage.ts";
import { defineCalls, query } from "./define.ts";

/** An item in one line. Kinds and colours are codes of the standard or the shop's own words. */
export const itemBrief = z.object({
	itemId: z.string(),
	category: z.string(),
	kind: z.string(),
	brand: z.string(),
	style: z.string(),
	colour: z.string(),
	size: z.string(),
});
export type ItemBrief = z.infer<typeof itemBrief>;

/** What an intake starts with: the codes read, and the model when another item carries the same model code. */
export const itemPrefill = z.object({
	codes: z.array(z.object({ kind: z.enum(codeKinds), value: z.string() })),
	like: itemBrief.nullable(),
});
export type ItemPrefill = z.infer<typeof itemPrefill>;

const orderHit = z.object({ orderId: z.string(), number: z.string(), jobs: z.array(z.string()), voided: z.boolean() });

export const scanAnswer = z.discriminatedUnion("kind", [
	/** One item; `jobId` when it is in our hands right now. `prefill` when the code names a model and this may be another. */
	z.object({ kind: z.literal("item"), item: itemBrief, jobId: z.string().nullable(), prefill: itemPrefill.nullable() }),
	/** Several items carry the code: a person chooses, or takes in another one. */
	z.object({ kind: z.literal("items"), items: z.array(itemBrief), more: z.boolean(), prefill: itemPrefill }),
	z.object({ kind: z.literal("new-item"), prefill: itemPrefill }),
	orderHit.extend({ kind: z.literal("order") }),
	/** Two orders carry one number (made apart by two workstations): a person chooses and one is renumbered. */
	z.object({ kind: z.literal("orders"), orders: z.array(orderHit) }),
	z.object({
		kind: z.literal("piece"),
		orderId: z.string(),
		number: z.string(),
		jobId: z.string(),
		pieceId: z.string(),
		piece: z.string(),
		no: z.number().int(),
		stage: z.enum(stages),
	}),
	/** A person's badge: the screen hands the text to the session. Nothing about its owner is said here. */
	z.object({ kind: z.literal("badge") }),
	z.object({ kind: z.literal("command"), command: z.enum(commands) }),
	z.object({ kind: z.literal("shelf"), shelf: z.string() }),
	z.object({ kind: z.literal("part"), part: z.string(), lot: z.string().nullable() }),
	/** The sheet of a parcel from another workshop; null: no record of it is here yet. */
	z.object({ kind: z.literal("parcel"), parcelId: z.string().nullable() }),
	/** Nobody is signed in and it was no badge. */
	z.object({ kind: z.literal("sign-in-first") }),
	/** Could not be read, or names nothing here; `reason` has a sentence. */
	z.object({ kind: z.literal("unreadable"), reason: z.string(), text: z.string() }),
]);
export type ScanAnswer = z.infer<typeof scanAnswer>;

export const scanCalls = defineCalls("scan", {
	/** The text exactly as the device gave it, control characters included. */
	resolve: query({
		access: "anyone",
		input: z.strictObject({ text: z.string().max(4096) }),
		output: scanAnswer,
	}),
});
