/**
 * Turning an item away at the counter, and looking at that again. Refusals are coded, need a manager where the
 * standard says so, stay on the item's record and can be appealed. A suspected fake is no reason: it is taken and held.
 */
import { refuse } from "../errors.ts";
import type { AggId, NewEvent } from "../event/event.ts";
import type { Approver } from "../person/person.ts";
import { getReason, type StandardIndex } from "../standard/lookup.ts";
import { type ItemState, itemEvents } from "./item.ts";

export type RefusalInput = { reason: string; note: string; approver: Approver | undefined };

/** True when this reason needs a manager. @throws Refusal `standard.unknown-reason` */
export function needsManager(index: Pick<StandardIndex, "standard">, reason: string): boolean {
	return getReason(index.standard, "refusal-at-intake", reason).manager === true;
}

/**
 * @param kid the customer it was told to, under whose key the words are kept
 * @throws Refusal `standard.unknown-reason`, `item.refusal-note`, `item.refusal-manager`
 */
export function decideRefuse(
	itemId: string,
	{ reason, note, approver }: RefusalInput,
	index: Pick<StandardIndex, "standard">,
	kid: AggId,
): NewEvent {
	const coded = getReason(index.standard, "refusal-at-intake", reason);
	if (coded.note && note === "") refuse("rule-broken", "item.refusal-note");
	if (coded.manager && !approver) refuse("forbidden", "item.refusal-manager");
	return itemEvents["item.refused"].make(
		`item:${itemId}`,
		{ reason, ...(approver ? { approver: approver.person, means: approver.means } : {}) },
		{ refs: [kid], ...(note === "" ? {} : { personal: { kid, value: { words: note } } }) },
	);
}

/**
 * @param kid the customer it was told to
 * @throws Refusal `item.unknown-refusal`, `item.appeal-decided` when a manager lifted it already
 */
export function decideAppeal(
	item: ItemState,
	input: { refusal: string; decision: "upheld" | "lifted"; note: string; approver: Approver },
	kid: AggId,
): NewEvent {
	const found = item.refusals.find((r) => r.event === input.refusal);
	if (!found) refuse("not-found", "item.unknown-refusal");
	if (found.appeal?.decision === "lifted") refuse("conflict", "item.appeal-decided");
	const { refusal, decision, approver, note } = input;
	return itemEvents["item.refusal_appealed"].make(
		`item:${item.id}`,
		{ refusal, decision, approver },
		note === "" ? {} : { personal: { kid, value: { words: note } } },
	);
}
