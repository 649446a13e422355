/** The store's rules, where the brand promises its customers something else: then the brand's word counts. */
import type { Folded } from "../../../db/log.ts";
import type { BrandPromises } from "../../../domain/reference/documents.ts";
import type { StoreState } from "../../../domain/store/store.ts";

/** Which of the clocks' limits are promised. Warranty terms are the judgement's own affair (`brandTermOf`). */
export function withPromises(store: Folded<StoreState>, promises: BrandPromises | undefined): Folded<StoreState> {
	const clockSet = promises?.clockSet;
	if (!clockSet || clockSet === store.state.policies.clockSet) return store;
	return { ...store, state: { ...store.state, policies: { ...store.state.policies, clockSet } } };
}
