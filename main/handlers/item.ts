/** Answers `item.*`. */
import type { itemCalls } from "../../preload/contract/item.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createItemDesk } from "../services/item/item-desk.ts";
import { createRecordDesk } from "../services/item/record.ts";
import { appealRefusal, refuseItem } from "../services/item/refusal.ts";

export const itemHandlers = (app: App): HandlersFor<typeof itemCalls> => {
	const desk = createItemDesk(app);
	const records = createRecordDesk(app);
	return {
		"item.record": ({ itemId }) => records.record(itemId),
		"item.set": (input, { by }) => desk.set(by, input),
		"item.addCode": (input, { by }) => desk.addCode(by, input),
		"item.giveTag": (input, { by }) => desk.giveTag(by, input),
		"item.setPurchase": (input, { by }) => desk.setPurchase(by, input),
		"item.verify": (input, { by }) => desk.verify(by, input),
		"item.refuse": (input, { by }) => refuseItem(app, by, input),
		"item.appeal": (input, { by }) => appealRefusal(app, by, input),
	};
};
