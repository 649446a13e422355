/** What customers usually answer, what is usually chosen on a quote, codes of made-up models: a story tells only its own. */
import { gs1Digit } from "../../../domain/code/check.ts";
import { gtinSerial } from "../../../domain/item/codes.ts";
import type { ItemCode } from "../../../domain/item/item.ts";
import type { Said } from "../cast.ts";
import type { AnswerPlan, Choices, ItemPlan } from "../plan.ts";
import type { At } from "../time.ts";

/** What the chat's picture shows. */
export const agreedInChat: Said = ["同意维修，按报价来", "Yes, please repair as quoted"];

/** One quote, accepted. */
export function accepted(quoted: At, at: At, by: AnswerPlan["by"], words?: Said): NonNullable<ItemPlan["quotes"]> {
	return [[{ at: quoted }, { at, answer: "accepted", by, ...(words ? { words } : {}) }]];
}

/** Another remedy than the first the table names. */
export const insteadOf = (operation: string) => (choices: Choices) => {
	for (const remedy of choices.remedies) remedy.operation = operation;
};

export function withoutServices(choices: Choices): void {
	choices.services = [];
}

/** Fourteen digits of twelve; they begin with 2, which GS1 leaves to shops, so no product has them. */
export const gtinOf = (body: string): string => `0${body}${gs1Digit(body)}`;

export function tagged(body: string, serial?: string): ItemCode[] {
	const model: ItemCode = { kind: "gtin", value: gtinOf(body) };
	return serial ? [model, { kind: "gtin-serial", value: gtinSerial(model.value, serial) }] : [model];
}
