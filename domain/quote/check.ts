/**
 * What must be true of every quote line, however it came about, and the totals. Called when a quote is built and again
 * before a quote event is written, so that no screen can slip in a free-hand price.
 */
import { refuse } from "../errors.ts";
import { findPrice, getReason } from "../standard/lookup.ts";
import type { PriceList } from "../standard/prices.ts";
import type { Standard } from "../standard/schema.ts";
import type { QuoteLine, QuoteTotals } from "./line.ts";

/** True when the line charges something other than the list does. */
export function isOffList(line: Pick<QuoteLine, "unitFen" | "listFen" | "included">): boolean {
	return line.included !== true && line.unitFen !== line.listFen;
}

/**
 * @throws Refusal `rule-broken`: `quote.amount-wrong` (qty × unit is not the amount, or an included part is charged),
 * `quote.list-price-wrong` (not what the list says), `quote.off-list` (deviates without reason and approver),
 * `quote.note-missing`; `invalid-input`: `standard.unknown-reason`
 */
export function checkLine(line: QuoteLine, standard: Standard, prices: PriceList): void {
	const where = { line: line.id, code: line.code };
	const amount = line.included ? 0 : line.qty * line.unitFen;
	if (line.amountFen !== amount || (line.included && line.unitFen !== 0)) {
		refuse("rule-broken", "quote.amount-wrong", where);
	}
	const row = findPrice(prices, line.code);
	const free = row?.kind === "part" && row.included;
	// A part that is inside its operation's price has no price of its own: one more of it is off the list.
	const listFen = line.included ? 0 : free ? null : (row?.unitFen ?? null);
	if (line.listFen !== listFen) refuse("rule-broken", "quote.list-price-wrong", where);
	if (!isOffList(line)) return;
	if (line.deviation === undefined) refuse("rule-broken", "quote.off-list", where);
	const reason = getReason(standard, "list-deviation", line.deviation.reason);
	if (reason.note && !line.deviation.note?.trim()) refuse("rule-broken", "quote.note-missing", where);
}

/** True when the line's deviation may only be approved by a manager. */
export function needsManager(line: Pick<QuoteLine, "deviation">, standard: Standard): boolean {
	return line.deviation !== undefined && getReason(standard, "list-deviation", line.deviation.reason).manager === true;
}

/** Sums by payer, fen. */
export function quoteTotals(lines: readonly Pick<QuoteLine, "payer" | "amountFen">[]): QuoteTotals {
	const sum = (payer: QuoteLine["payer"]) =>
		lines.reduce((total, line) => (line.payer === payer ? total + line.amountFen : total), 0);
	const totals = { customerFen: sum("customer"), brandFen: sum("brand"), storeFen: sum("store") };
	return { ...totals, totalFen: totals.customerFen + totals.brandFen + totals.storeFen };
}

/** Share of lines and of money charged off the list, for the spread report: amounts in fen, difference signed. */
export function deviationSummary(lines: readonly QuoteLine[]): { lines: number; differenceFen: number } {
	const off = lines.filter(isOffList);
	const difference = off.reduce((sum, line) => sum + line.amountFen - (line.listFen ?? 0) * line.qty, 0);
	return { lines: off.length, differenceFen: difference };
}
