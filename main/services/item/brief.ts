/** An item in one line, from its folded state. */
import type { ItemState } from "../../../domain/item/item.ts";
import type { ItemBrief } from "../../../preload/contract/scan.ts";
import type { App } from "../../app.ts";

export function briefOf(item: ItemState): ItemBrief {
	const { id, category, kind, brand, style, colour, size } = item;
	return { itemId: id, category, kind, brand, style, colour, size };
}

/** The identity that stands: follows merges, a few at most, so that a loop in the data cannot hang a scan. */
export function standingItem(app: App, itemId: string): ItemState | undefined {
	let item = app.states.find("item", itemId)?.state;
	for (let hops = 0; item?.mergedInto && hops < 5; hops++) {
		item = app.states.find("item", item.mergedInto)?.state ?? item;
	}
	return item;
}
