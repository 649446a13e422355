/** Changes of a draft, as pure functions: draft in, draft out. Called by the parts of the intake page and by its scans. */
import type { StandardIndex } from "../../../../domain/standard/lookup.ts";
import type { IntakeDraft, ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import type { ItemPrefill } from "../../../../preload/contract/scan.ts";
import type { CallOutput } from "../../../app/client.ts";

export type Edit = (draft: IntakeDraft) => IntakeDraft;
type Kinds = Pick<StandardIndex, "itemKinds" | "pieceKinds">;

/** The next key of the page's own: `i1`, `i2` … never one used before. */
export function nextKey(prefix: string, used: readonly string[]): string {
	const numbers = used.map((key) => (key.startsWith(prefix) ? Number(key.slice(prefix.length)) || 0 : 0));
	return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

const blank: Omit<ItemDraft, "key"> = {
	itemId: null,
	category: "",
	kind: "",
	brand: "",
	style: "",
	colour: "",
	size: "",
	materials: [],
	codes: [],
	pieces: [],
	accessories: [],
	purchase: null,
	words: "",
	services: [],
	agreed: false,
	declaredValueFen: null,
	condition: [],
	photos: [],
	reworkOf: null,
};

/** Another item, with what a scan said about it: its codes, and the model another item of the same code has. */
export function addItem(draft: IntakeDraft, prefill: ItemPrefill | null, kinds: Kinds): IntakeDraft {
	const key = nextKey(
		"i",
		draft.items.map((item) => item.key),
	);
	const like = prefill?.like;
	const fresh: ItemDraft = {
		...blank,
		key,
		codes: prefill?.codes ?? [],
		...(like ? { brand: like.brand, style: like.style, colour: like.colour, size: like.size } : {}),
	};
	return { ...draft, items: [...draft.items, like ? withKind(fresh, like.kind, kinds) : fresh] };
}

/** A known item as its record has it; its main pieces come along unless somebody says otherwise. */
export function addKnown(draft: IntakeDraft, record: CallOutput<"item.record">, kinds: Kinds): IntakeDraft {
	const { item, pieces, codes } = record;
	const key = nextKey(
		"i",
		draft.items.map((each) => each.key),
	);
	const main = pieces.filter((piece) => kinds.pieceKinds.get(piece.kind)?.main ?? true);
	const known: ItemDraft = {
		...blank,
		key,
		itemId: item.itemId,
		category: item.category,
		kind: item.kind,
		brand: item.brand,
		style: item.style,
		colour: item.colour,
		size: item.size,
		materials: item.materials,
		codes,
		pieces: (main.length > 0 ? main : pieces).map((piece) => ({ key: piece.id, kind: piece.kind })),
	};
	return { ...draft, items: [...draft.items, known] };
}

/** The card's item turned out to be known: its record describes it, what was noted on the card so far stays. */
export function fromRecord(item: ItemDraft, record: CallOutput<"item.record">, kinds: Kinds): ItemDraft {
	const [known] = addKnown({ items: [] as ItemDraft[] } as IntakeDraft, record, kinds).items;
	if (!known) return item;
	const keyOf = (key: string | null) => {
		const kind = item.pieces.find((piece) => piece.key === key)?.kind;
		return known.pieces.find((piece) => piece.kind === kind)?.key ?? null;
	};
	const { itemId, category, kind, brand, style, colour, size, materials, pieces } = known;
	const fresh = item.codes.filter((code) => !known.codes.some((c) => c.kind === code.kind && c.value === code.value));
	return {
		...item,
		...{ itemId, category, kind, brand, style, colour, size, materials, pieces },
		codes: [...known.codes, ...fresh].slice(0, 10),
		condition: item.condition.map((mark) => ({ ...mark, piece: keyOf(mark.piece) })),
		photos: item.photos.map((photo) => ({ ...photo, piece: keyOf(photo.piece) })),
	};
}

/** Choosing the kind gives the usual pieces; what was marked on the pieces of another kind goes. */
export function withKind(item: ItemDraft, code: string, kinds: Kinds): ItemDraft {
	const kind = kinds.itemKinds.get(code);
	if (!kind || item.kind === code) return item;
	const pieces = kind.pieces
		.filter((piece) => piece.usual)
		.map((piece, at) => ({ key: `p${at + 1}`, kind: piece.kind }));
	return {
		...item,
		kind: code,
		category: kind.category,
		pieces,
		condition: [],
		photos: item.photos.map((photo) => ({ ...photo, piece: null })),
		services: item.category === kind.category ? item.services : [],
	};
}

/** Takes a piece along or leaves it out; marks and pictures of one left out go to the item as a whole. */
export function togglePiece(
	item: ItemDraft,
	kind: string,
	knownPieces: readonly { id: string; kind: string }[],
): ItemDraft {
	const there = item.pieces.find((piece) => piece.kind === kind);
	if (!there) {
		const known = knownPieces.find((piece) => piece.kind === kind);
		const key =
			known?.id ??
			nextKey(
				"p",
				item.pieces.map((piece) => piece.key),
			);
		return { ...item, pieces: [...item.pieces, { key, kind }] };
	}
	return {
		...item,
		pieces: item.pieces.filter((piece) => piece !== there),
		condition: item.condition.filter((mark) => mark.piece !== there.key),
		photos: item.photos.map((photo) => (photo.piece === there.key ? { ...photo, piece: null } : photo)),
	};
}

export const changeItem =
	(key: string, change: (item: ItemDraft) => ItemDraft): Edit =>
	(draft) => ({ ...draft, items: draft.items.map((item) => (item.key === key ? change(item) : item)) });

export const removeItem =
	(key: string): Edit =>
	(draft) => ({ ...draft, items: draft.items.filter((item) => item.key !== key) });

export const changeCustomer =
	(change: Partial<IntakeDraft["customer"]>): Edit =>
	(draft) => ({ ...draft, customer: { ...draft.customer, ...change } });
