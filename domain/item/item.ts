/**
 * The item a customer owns: what it is, its pieces, its codes, its purchase. Identity is a uuid; serials, GTINs and
 * tags are facts about it. A double identity is mended by `item.merged`, resolved at read.
 */
import { z } from "zod";
import { applyChanges, changesBody } from "../event/change.ts";
import { defineEvent, type EventOf } from "../event/define.ts";
import type { FoldSpec } from "../event/fold.ts";
import { approverSchema } from "../person/person.ts";

const short = z.string().max(60);

export const itemFields = z.object({
	/** Code of the standard's vocabulary: shoes, bags, luggage, apparel, small-leather. */
	category: short,
	/** Kind within the category: sneaker, boot, handbag, suitcase, coat … (vocabulary code). */
	kind: short,
	brand: short,
	style: short,
	colour: short,
	size: short,
	/** Vocabulary codes or the shop's own words. */
	materials: z.array(short).max(8),
});
export type ItemFields = z.infer<typeof itemFields>;

/** The smallest thing that gets a label. `kind` is a vocabulary code: left, right, strap, dust-bag, box, body … */
export const pieceSchema = z.object({ id: z.string().max(40), kind: short });
export type Piece = z.infer<typeof pieceSchema>;

export const codeKinds = ["gtin", "gtin-serial", "serial", "style", "tag", "lifelong", "anti-counterfeit"] as const;
export const itemCode = z.object({ kind: z.enum(codeKinds), value: z.string().min(1).max(120) });
export type ItemCode = z.infer<typeof itemCode>;

export const purchaseSchema = z.object({
	/** Vocabulary code; any shop, any channel. */
	channel: short,
	shop: short,
	/** YYYY-MM-DD in the store's zone; null = not known. */
	boughtOn: z.iso.date().nullable(),
	/** Vocabulary code of the proof shown, or "none". */
	proof: short,
	orderNumber: z.string().max(40),
	priceFen: z.number().int().nonnegative().nullable(),
	/** The brand's promise for this item in days; null = the store's default. */
	brandTermDays: z.number().int().nonnegative().nullable(),
	/** 0 unknown … 3 chip matched to sale, -1 suspected fake (never said to the customer). */
	authenticity: z.number().int().min(-1).max(3),
});
export type Purchase = z.infer<typeof purchaseSchema>;

const registered = defineEvent({
	type: "item.registered",
	body: itemFields.extend({ pieces: z.array(pieceSchema).min(1).max(20), codes: z.array(itemCode).max(10) }),
});
const set = defineEvent({ type: "item.set", body: changesBody });
const codeAdded = defineEvent({ type: "item.code_added", body: itemCode });
const pieceAdded = defineEvent({ type: "item.piece_added", body: pieceSchema });
/** Proof pictures are blobs of this event under the subject's key. */
const bought = defineEvent({ type: "item.purchase_recorded", body: purchaseSchema });
/** Refusal at the counter: coded, kept, appealable. The words said are personal. */
const refused = defineEvent({
	type: "item.refused",
	body: z.object({
		reason: z.string().max(60),
		approver: z.string().optional(),
		means: z.enum(["pin", "badge"]).optional(),
	}),
	personal: z.object({ words: z.string().max(500) }),
});
/** A refusal was looked at again: it stands, or the item is taken after all. */
const appealed = defineEvent({
	type: "item.refusal_appealed",
	body: z.object({ refusal: z.string().max(64), decision: z.enum(["upheld", "lifted"]), approver: approverSchema }),
	personal: z.object({ words: z.string().max(500) }),
});
const merged = defineEvent({ type: "item.merged", body: z.object({ into: z.string() }) });

export const itemEvents = {
	"item.registered": registered,
	"item.set": set,
	"item.code_added": codeAdded,
	"item.piece_added": pieceAdded,
	"item.purchase_recorded": bought,
	"item.refused": refused,
	"item.refusal_appealed": appealed,
	"item.merged": merged,
} as const;

export type ItemState = ItemFields & {
	id: string;
	pieces: Piece[];
	codes: ItemCode[];
	purchase: Purchase | null;
	proofs: string[];
	/** `event` holds the words; `appeal` is the last decision about it. */
	refusals: {
		event: string;
		at: number;
		reason: string;
		by: string;
		noted: boolean;
		appeal: { at: number; by: string; decision: "upheld" | "lifted" } | null;
	}[];
	mergedInto: string | null;
};

type ItemEvent = {
	[K in keyof typeof itemEvents]: EventOf<(typeof itemEvents)[K]>;
}[keyof typeof itemEvents];

function addCode(state: ItemState, code: ItemCode): ItemState {
	const there = state.codes.some((c) => c.kind === code.kind && c.value === code.value);
	return there ? state : { ...state, codes: [...state.codes, code] };
}

function registeredFirst(event: ItemEvent & { type: "item.registered" }): ItemState {
	return {
		id: event.agg.slice(5),
		...event.body,
		purchase: null,
		proofs: [],
		refusals: [],
		mergedInto: null,
	};
}

/** Another workshop took it up out of its record: its description stands, codes and pieces add up. */
function registeredAgain(state: ItemState, { body }: ItemEvent & { type: "item.registered" }): ItemState {
	const fresh = body.pieces.filter((piece) => !state.pieces.some(({ id }) => id === piece.id));
	return body.codes.reduce(addCode, { ...state, pieces: [...state.pieces, ...fresh] });
}

function refusalOf(event: ItemEvent & { type: "item.refused" }): ItemState["refusals"][number] {
	const { id, wall, actor, body } = event;
	return { event: id, at: wall, reason: body.reason, by: actor, noted: event.pii !== undefined, appeal: null };
}

export const itemFold: FoldSpec<ItemState> = {
	kind: "item",
	events: itemEvents,
	fold(state, raw) {
		const event = raw as ItemEvent;
		if (event.type === "item.registered") return state ? registeredAgain(state, event) : registeredFirst(event);
		if (!state) return state;
		switch (event.type) {
			case "item.set":
				return applyChanges(state, event.body.changes);
			case "item.code_added":
				return addCode(state, event.body);
			case "item.piece_added":
				return { ...state, pieces: [...state.pieces, event.body] };
			case "item.purchase_recorded":
				return { ...state, purchase: event.body, proofs: [...state.proofs, ...event.blobs.map((b) => b.sha)] };
			case "item.refused":
				return { ...state, refusals: [...state.refusals, refusalOf(event)] };
			case "item.refusal_appealed": {
				const appeal = { at: event.wall, by: event.actor, decision: event.body.decision };
				const { refusal } = event.body;
				return { ...state, refusals: state.refusals.map((r) => (r.event === refusal ? { ...r, appeal } : r)) };
			}
			case "item.merged":
				return { ...state, mergedInto: event.body.into };
			default:
				return state;
		}
	},
};
