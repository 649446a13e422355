/** An item known elsewhere comes here: registered under the id it has, as its record describes it. */
import { refuse } from "../../../domain/errors.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { itemEvents } from "../../../domain/item/item.ts";
import type { App } from "../../app.ts";
import { elsewhere, wholeItem } from "./elsewhere.ts";

/** Most codes and pieces one registration carries. */
const mostCodes = 10;
const mostPieces = 20;

/** Nothing when it is here already. @throws Refusal `item.not-found` when nothing is known of it */
export function adoptEvents(app: App, itemId: string): NewEvent[] {
	if (app.states.find("item", itemId)) return [];
	const known = elsewhere(app, itemId);
	const item = wholeItem(app, itemId, known);
	if (!item || !known.items.some(({ id }) => id === itemId)) refuse("not-found", "item.not-found");
	const { category, kind, brand, style, colour, size, materials, pieces, codes, purchase } = item;
	const agg = `item:${itemId}` as const;
	const body = { category, kind, brand, style, colour, size, materials };
	const events: NewEvent[] = [
		itemEvents["item.registered"].make(agg, {
			...body,
			pieces: pieces.slice(0, mostPieces),
			codes: codes.slice(0, mostCodes),
		}),
	];
	if (purchase) events.push(itemEvents["item.purchase_recorded"].make(agg, purchase));
	return events;
}

export function adopt(app: App, actor: string, itemId: string): { itemId: string } {
	const standing = app.sync.passports.rows.standing(itemId);
	const events = adoptEvents(app, standing);
	if (events.length > 0) app.log.append(actor, events);
	return { itemId: standing };
}
