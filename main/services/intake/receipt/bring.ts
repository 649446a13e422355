/** One item of a draft as facts: the item's own events, and which piece of the draft became which piece of the item. */
import type { BlobRef, NewEvent } from "../../../../domain/event/event.ts";
import { decideBring } from "../../../../domain/item/decide-bring.ts";
import type { ItemFields, ItemState, Piece, Purchase } from "../../../../domain/item/item.ts";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import type { App } from "../../../app.ts";

export type Arrived = {
	itemId: string;
	category: string;
	events: NewEvent[];
	/** The pieces that came, in the draft's order. */
	pieces: (Piece & { key: string })[];
};

/** Category follows the kind; what is known of an item stays where the draft says nothing. */
export function fieldsOf(app: App, draft: ItemDraft): ItemFields {
	const { kind, brand, style, colour, size, materials } = draft;
	const category = app.standard.index.itemKinds.get(kind)?.category ?? draft.category;
	return { category, kind, brand, style, colour, size, materials };
}

/** Refuses as decideBring does. `known` is the item's state when the draft names one. */
export function bring(
	app: App,
	draft: ItemDraft,
	known: ItemState | undefined,
	proofs: BlobRef[],
	todayOn: string,
): Arrived {
	const itemId = known?.id ?? app.ports.ids.uuid();
	const pieces = draft.pieces.map(({ key, kind }) => {
		const there = known?.pieces.find((p) => p.id === key);
		return { key, id: there?.id ?? app.ports.ids.uuid(), kind: there?.kind ?? kind };
	});
	const fresh = pieces.filter((p) => !known?.pieces.some((k) => k.id === p.id)).map(({ id, kind }) => ({ id, kind }));
	const fields = fieldsOf(app, draft);
	const events = decideBring(
		itemId,
		{
			fields,
			pieces: [...(known?.pieces ?? []), ...fresh],
			codes: draft.codes,
			purchase: purchaseOf(draft, known),
			proofs,
		},
		known,
		app.standard.index,
		todayOn,
	);
	return { itemId, category: fields.category, events, pieces };
}

/** How sure we are and the brand's term are not the counter's to say. */
export function purchaseOf(draft: Pick<ItemDraft, "purchase">, known: ItemState | undefined): Purchase | null {
	if (!draft.purchase) return null;
	const { proofs: _, ...told } = draft.purchase;
	const { brandTermDays = null, authenticity = 0 } = known?.purchase ?? {};
	return { ...told, brandTermDays, authenticity };
}
