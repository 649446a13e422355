/** The warranty of an item as a whole, from its purchase, the brand's promise and the province. */

import type { ItemState } from "../../../domain/item/item.ts";
import { findProvinceCode, type StandardIndex } from "../../../domain/standard/lookup.ts";
import type { StoreState } from "../../../domain/store/store.ts";
import { type Coverage, coverage } from "../../../domain/warranty/coverage.ts";

type Around = { store: StoreState; index: Pick<StandardIndex, "provinces" | "standard">; todayOn: string };
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
	const { brandTermDays, exchangeDays, returnDays } = store.policies;
	const days = (amount: number) => ({ unit: "day" as const, amount });
	const verdict = coverage({
		purchasedOn: item.purchase?.boughtOn ?? undefined,
		brandTerm: {
			id: "brand-promise",
			version: "store",
			repair: days(item.purchase?.brandTermDays ?? brandTermDays),
			exchange: days(exchangeDays),
			return: days(returnDays),
		},
		province: findProvinceCode(index, store.province),
		provinces: index.standard.provinces,
		category: item.category,
		todayOn,
	});
	const { covered, untilOn, startOn, basis, ruleId } = verdict;
	const { exchangeable, exchangeUntilOn, returnable, returnUntilOn } = verdict;
	return { covered, untilOn, startOn, basis, ruleId, exchangeable, exchangeUntilOn, returnable, returnUntilOn };
}
