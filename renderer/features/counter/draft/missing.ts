/**
 * What a drop-off still needs before it can be received, in the order it is asked for. The page marks the first one,
 * Enter goes there, finishing stops there. The workstation checks again by itself.
 */
import type { IntakeDraft, ItemDraft } from "../../../../preload/contract/intake-draft.ts";

/** `item.<key>.<field>` or `customer.<field>`; `items` when there is none yet. */
export type MissingId = string;

/** What the known customer has told already. */
export type Has = { name: boolean; phone: boolean };

export function missingOfItem(item: ItemDraft): MissingId[] {
	const missing: string[] = [];
	if (item.kind === "") return [`item.${item.key}.kind`];
	if (item.brand === "") missing.push("brand");
	if (item.colour === "") missing.push("colour");
	if (item.words === "" && item.services.length === 0) missing.push("asked");
	if (item.pieces.length === 0) missing.push("pieces");
	return missing.map((field) => `item.${item.key}.${field}`);
}

export function missingOf({ items, customer }: IntakeDraft, has: Has | undefined): MissingId[] {
	const missing = items.length === 0 ? ["items"] : items.flatMap(missingOfItem);
	const known = customer.knownId !== null;
	if (customer.phone === "" && !customer.noPhone && !(known && has?.phone !== false)) missing.push("customer.phone");
	if (customer.name === "" && !customer.noName && !(known && has?.name !== false)) missing.push("customer.name");
	return missing;
}
