/**
 * Decisions made apart. Each decision names the decision(s) it was made on (`base`). Two on one base are a conflict
 * that the fold computes, shows and keeps until a person's new decision names both. Until then the first in the
 * order stands.
 */
import type { WeltEvent } from "./event.ts";

/** Field of decision (`stage`, `quote` …) → ids of the decisions nobody has built upon yet; two or more = conflict. */
export type DecisionHeads = Record<string, string[]>;

/** Records the event as a decision on `field`; `stands` says whether the state may follow it. */
export function recordDecision(
	heads: DecisionHeads,
	field: string,
	event: Pick<WeltEvent, "id" | "base">,
): { heads: DecisionHeads; stands: boolean } {
	const current = heads[field] ?? [];
	const named = new Set(event.base ?? []);
	const left = current.filter((id) => !named.has(id));
	return { heads: { ...heads, [field]: [...left, event.id] }, stands: left.length === 0 };
}

/** What the next decision on `field` must carry as `base`. */
export function decisionBase(heads: DecisionHeads, field: string): string[] {
	return heads[field] ?? [];
}

export function conflicts(heads: DecisionHeads): { field: string; events: string[] }[] {
	return Object.entries(heads)
		.filter(([, ids]) => ids.length > 1)
		.map(([field, events]) => ({ field, events }));
}
