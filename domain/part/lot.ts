/**
 * Lots of glues, hardeners and colours, and stock levels: what may still be used, what to take first, when to order.
 * Called by the parts ledger and the bench. Keeps no stock itself.
 */

export type Lot = { lot: string; onHand: number; expiresOn?: string | undefined; openedOn?: string | undefined };

export type LotState = "fresh" | "expiring" | "expired";

/** Days before its end at which a lot counts as expiring. */
export const expiringDays = 30;

/** How a lot stands on a local date. `todayPlusWarning` is today and {@link expiringDays} more. A lot without a date stays fresh. */
export function lotState(lot: Pick<Lot, "expiresOn">, todayOn: string, todayPlusWarning: string): LotState {
	if (lot.expiresOn === undefined) return "fresh";
	if (lot.expiresOn < todayOn) return "expired";
	return lot.expiresOn <= todayPlusWarning ? "expiring" : "fresh";
}

/**
 * Which lots to take `qty` from: first the one that expires first, opened before unopened, never an expired one.
 * `missing` is what the usable lots cannot give.
 */
export function pickLots(
	lots: readonly Lot[],
	qty: number,
	todayOn: string,
): { picks: { lot: string; qty: number }[]; missing: number } {
	const usable = lots
		.filter((lot) => lot.onHand > 0 && (lot.expiresOn === undefined || lot.expiresOn >= todayOn))
		.sort(
			(a, b) =>
				compare(a.expiresOn ?? "9999", b.expiresOn ?? "9999") ||
				compare(a.openedOn ?? "9999", b.openedOn ?? "9999") ||
				compare(a.lot, b.lot),
		);
	const picks: { lot: string; qty: number }[] = [];
	let missing = qty;
	for (const lot of usable) {
		if (missing <= 0) break;
		const take = Math.min(lot.onHand, missing);
		picks.push({ lot: lot.lot, qty: take });
		missing -= take;
	}
	return { picks, missing };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export type StockLevel = "out" | "low" | "ok" | "over";

/** `low` at or under the minimum: time to order up to the maximum. A maximum of 0 means none was set. */
export function stockLevel(onHand: number, min: number, max: number): StockLevel {
	if (onHand <= 0) return "out";
	if (onHand <= min) return "low";
	return max > 0 && onHand > max ? "over" : "ok";
}

/** How many to order or ask another store for: up to the maximum, or twice the minimum where none was set. */
export function suggestedOrder(onHand: number, onOrder: number, min: number, max: number): number {
	if (onHand + onOrder > min) return 0;
	return Math.max(0, (max > 0 ? max : min * 2) - onHand - onOrder);
}
