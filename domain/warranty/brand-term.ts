/** The brand's promise on one item: what its purchase says, else what the head office published, else the store's rules. */
import type { BrandPromises } from "../reference/documents.ts";
import type { StorePolicies } from "../store/store.ts";
import type { WarrantyPromise } from "./coverage.ts";

/**
 * @param purchaseDays repair days written on this item's proof of purchase
 * @param own who is named while the head office has published nothing
 */
export function brandTermOf(
	purchaseDays: number | null | undefined,
	{ brandTermDays, exchangeDays, returnDays }: Pick<StorePolicies, "brandTermDays" | "exchangeDays" | "returnDays">,
	promises: BrandPromises | undefined,
	own: Pick<WarrantyPromise, "id" | "version">,
): WarrantyPromise {
	const days = (amount: number) => ({ unit: "day" as const, amount });
	const bought = purchaseDays === null || purchaseDays === undefined ? undefined : days(purchaseDays);
	const { id, version } = promises ?? own;
	// What is written on the purchase is about the whole item: no single component is promised less.
	const components = bought ? undefined : promises?.components;
	return {
		id,
		version,
		repair: bought ?? promises?.repair ?? days(brandTermDays),
		exchange: promises?.exchange ?? days(exchangeDays),
		return: promises?.return ?? days(returnDays),
		...(components ? { components } : {}),
	};
}
