/**
 * The warranty of repair work, and how long a warranty repair may take. Called when a quote is made and when an item is
 * handed over. The days are the operation's own, raised to the province's floor.
 */

import { addDays } from "../clock/date.ts";
import type { Operation } from "../standard/catalogue.ts";
import type { Provinces } from "../standard/rules.ts";

/** Days an operation's work is warranted in a province, and the rule that said so (the operation's code, or a floor's id). */
export function workWarrantyDays(
	operation: Pick<Operation, "code" | "workWarrantyDays">,
	provinces: Provinces,
	province: string | undefined,
): { days: number; ruleId: string } {
	let result = { days: operation.workWarrantyDays, ruleId: operation.code };
	const floors = provinces.provinces.find((each) => each.code === province)?.floors ?? [];
	for (const floor of [...provinces.national, ...floors]) {
		if (floor.kind !== "work" || floor.term.unit !== "day" || floor.term.amount <= result.days) continue;
		result = { days: floor.term.amount, ruleId: floor.id };
	}
	return result;
}

/** Last day of a work warranty that begins at hand-over. */
export function workWarrantyUntil(handedOverOn: string, days: number): string {
	return addDays(handedOverOn, days);
}

/** Code of the legal clock a warranty repair runs under (clocks of the standard, letter J). */
export function repairCeilingClock(
	provinces: Provinces,
	province: string | undefined,
	category: string,
): "J" | "J-zhejiang" {
	const found = provinces.provinces.find((each) => each.code === province);
	const strict =
		found?.sanbaoCategories.includes(category) &&
		found.floors.some((floor) => floor.kind === "repair-ceiling" && floor.scope === "sanbao-goods");
	return strict && found?.code === "ZJ" ? "J-zhejiang" : "J";
}
