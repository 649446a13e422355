/** What customers usually answer, and what is usually chosen on a quote, so that a story tells only what is its own. */
import type { Said } from "../cast.ts";
import type { AnswerPlan, Choices, ItemPlan } from "../plan.ts";
import type { At } from "../time.ts";

/** What the chat's picture shows. */
export const agreedInChat: Said = ["同意维修,按报价来", "Yes, please repair as quoted"];

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
