/**
 * What a scan means to a drop-off in progress. Codes of items belong to it; everything else (orders, badges, shelves …)
 * is left to whoever knows it. Asks the workstation, changes nothing itself.
 */
import type { ItemBrief, ItemPrefill } from "../../../../preload/contract/scan.ts";
import { type CallOutput, call } from "../../../app/client.ts";

/** Items to choose from; `here` is one that is in the shop already. */
export type Choosing = { items: readonly ItemBrief[]; here: string | null; prefill: ItemPrefill };

export type Meant =
	| { kind: "known"; record: CallOutput<"item.record"> }
	| { kind: "here"; itemId: string }
	| { kind: "choose"; choosing: Choosing }
	| { kind: "new"; prefill: ItemPrefill }
	| { kind: "not-mine" };

export async function meantBy(text: string): Promise<Meant> {
	const answer = await call("scan.resolve", { text });
	switch (answer.kind) {
		case "new-item":
			return { kind: "new", prefill: answer.prefill };
		case "items":
			return { kind: "choose", choosing: { items: answer.items, here: null, prefill: answer.prefill } };
		case "item": {
			const { item, jobId, prefill } = answer;
			if (prefill) {
				const here = jobId === null ? null : item.itemId;
				return { kind: "choose", choosing: { items: [item], here, prefill } };
			}
			if (jobId !== null) return { kind: "here", itemId: item.itemId };
			return { kind: "known", record: await call("item.record", { itemId: item.itemId }) };
		}
		default:
			return { kind: "not-mine" };
	}
}
