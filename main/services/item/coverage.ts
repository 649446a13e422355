/** The warranty of an item as a whole, from its purchase, the brand's promise and the province. */

import type { ItemState } from "../../../domain/item/item.ts";
import { findProvinceCode, type StandardIndex } from "../../../domain/standard/lookup.ts";
import type { StoreState } from "../../../domain/store/store.ts";
import { brandTermOf } from "../../../domain/warranty/brand-term.ts";
import { type Coverage, coverage } from "../../../domain/warranty/coverage.ts";

type Around = { store: StoreState; index: Pick<StandardIndex, "provinces" | "standard" | "promises">; todayOn: string };
type Shown = Pick<
	Coverage,
	| "covered"
	| "untilOn"
	| "startOn"
	| "basis"
	| "ruleId"
	| "exchangeable"
	| "exchangeUntilOn"
	| "returnable"
	| "returnUntilOn"
>;

/** Without a purchase date nothing is covered and nothing refused: it becomes a paid quote. */
export function coverageOf(item: ItemState, { store, index, todayOn }: Around): Shown {
	const own = { id: "brand-promise", version: "store" };
	const verdict = coverage({
		purchasedOn: item.purchase?.boughtOn ?? undefined,
		brandTerm: brandTermOf(item.purchase?.brandTermDays, store.policies, index.promises, own),
		province: findProvinceCode(index, store.province),
		provinces: index.standard.provinces,
		category: item.category,
		todayOn,
	});
	const { covered, untilOn, startOn, basis, ruleId } = verdict;
	const { exchangeable, exchangeUntilOn, returnable, returnUntilOn } = verdict;
	return { covered, untilOn, startOn, basis, ruleId, exchangeable, exchangeUntilOn, returnable, returnUntilOn };
}
