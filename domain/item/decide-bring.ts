/**
 * An item comes to the counter: registered when it is new, its record brought up to date when it is known. Called by
 * the intake and the refusal. Any shop, any channel, any proof or none: nothing here turns an item away.
 */
import { refuse } from "../errors.ts";
import { changesBetween } from "../event/change.ts";
import type { BlobRef, NewEvent } from "../event/event.ts";
import type { StandardIndex } from "../standard/lookup.ts";
import { type ItemCode, type ItemFields, type ItemState, itemEvents, type Piece, type Purchase } from "./item.ts";

export type Brought = {
	fields: ItemFields;
	/** Every piece the item has from now on, with final ids; for a known item at least those it had. */
	pieces: Piece[];
	codes: ItemCode[];
	/** Null = nothing said about the purchase now. */
	purchase: Purchase | null;
	/** Pictures of the proof, under the customer's key. */
	proofs: BlobRef[];
};

type Index = Pick<StandardIndex, "itemKinds" | "pieceKinds" | "standard">;

/** Platforms don't publish their formats, so length and characters are all that can be wrong. */
const orderNumber = /^[A-Za-z0-9-]{8,32}$/;

/**
 * @param todayOn local date in the store's zone
 * @throws Refusal `item.unknown-kind`, `item.no-pieces`, `item.unknown-piece`, `item.odd-order-number`,
 * `item.order-number-without-channel`, `item.bought-in-future`, `item.unknown-channel`, `item.merged`
 */
export function decideBring(
	itemId: string,
	brought: Brought,
	known: ItemState | undefined,
	index: Index,
	todayOn: string,
): NewEvent[] {
	const { fields, pieces, codes, purchase, proofs } = brought;
	checkWords(brought, index);
	if (purchase) checkPurchase(purchase, index, todayOn);
	const agg = `item:${itemId}` as const;
	const events: NewEvent[] = [];
	if (!known) {
		events.push(itemEvents["item.registered"].make(agg, { ...fields, pieces, codes }));
	} else {
		if (known.mergedInto) refuse("conflict", "item.merged", { into: known.mergedInto });
		const changes = changesBetween(known, fields);
		if (changes) events.push(itemEvents["item.set"].make(agg, { changes }));
		for (const piece of pieces) {
			if (!known.pieces.some((p) => p.id === piece.id)) events.push(itemEvents["item.piece_added"].make(agg, piece));
		}
		for (const code of codes) {
			const there = known.codes.some((c) => c.kind === code.kind && c.value === code.value);
			if (!there) events.push(itemEvents["item.code_added"].make(agg, code));
		}
	}
	const news = purchase && (!known?.purchase || changesBetween(known.purchase, purchase));
	if (purchase && (news || proofs.length > 0)) {
		events.push(itemEvents["item.purchase_recorded"].make(agg, purchase, { blobs: proofs }));
	}
	return events;
}

function checkWords({ fields, pieces }: Brought, index: Index): void {
	const kind = index.itemKinds.get(fields.kind);
	if (!kind || kind.category !== fields.category) refuse("invalid-input", "item.unknown-kind", { kind: fields.kind });
	if (pieces.length === 0) refuse("rule-broken", "item.no-pieces");
	const odd = pieces.find((p) => !index.pieceKinds.has(p.kind));
	if (odd) refuse("invalid-input", "item.unknown-piece", { kind: odd.kind });
}

function checkPurchase(purchase: Purchase, index: Index, todayOn: string): void {
	const { channels, proofKinds } = index.standard.vocab;
	if (!channels.some((c) => c.code === purchase.channel) || !proofKinds.some((p) => p.code === purchase.proof)) {
		refuse("invalid-input", "item.unknown-channel", { channel: purchase.channel, proof: purchase.proof });
	}
	if (purchase.boughtOn !== null && purchase.boughtOn > todayOn) refuse("rule-broken", "item.bought-in-future");
	if (purchase.orderNumber === "") return;
	if (!orderNumber.test(purchase.orderNumber)) refuse("invalid-input", "item.odd-order-number");
	if (purchase.channel === "unknown") refuse("rule-broken", "item.order-number-without-channel");
}
