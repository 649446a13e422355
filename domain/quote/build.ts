/**
 * Makes a quote from findings, chosen remedies and services, the liability calls, and the price list. Called whenever
 * an inspection or a choice changes; the same input always gives the same lines (ids are handed in).
 * Charges nothing the list does not name without a deviation, and never a part that is inside the operation's price.
 */
import { refuse } from "../errors.ts";
import { type Outcome, payerOf } from "../liability/call.ts";
import { findPrice, getOperation, getPart, type StandardIndex } from "../standard/lookup.ts";
import type { PriceList } from "../standard/prices.ts";
import type { Coverage } from "../warranty/coverage.ts";
import { workWarrantyDays } from "../warranty/work.ts";
import { checkLine, quoteTotals } from "./check.ts";
import type { Deviation, LineReason, Payer, PriceUnit, QuoteLine, QuoteTotals } from "./line.ts";

/** What was decided about a finding, as far as the bill is concerned. */
export type Verdict = {
	findingId: string;
	outcome: Outcome;
	/** The rule that named the cause, when one did. */
	ruleId?: string | undefined;
	/** Which promise covers the component; `work` means our own earlier repair. */
	basis: Coverage["basis"];
};

/** A price other than the list's. */
export type OwnPrice = { unitFen: number; deviation: Deviation };

export type ChosenRemedy = {
	operation: string;
	/** The findings it answers, one at least. */
	findingIds: readonly string[];
	/** The piece it is done on; not used for operations priced per pair or item. */
	pieceId?: string | undefined;
	qty?: number | undefined;
	/** Parts beyond the operation's usual ones. */
	extraParts?: readonly { part: string; qty: number; price?: OwnPrice | undefined }[] | undefined;
	price?: OwnPrice | undefined;
};

export type ChosenService = {
	operation: string;
	pieceId?: string | undefined;
	qty?: number | undefined;
	/** The customer, unless said otherwise (a test fee the brand bears, rework at the store's cost). */
	payer?: Payer | undefined;
	price?: OwnPrice | undefined;
};

export type QuoteInput = {
	index: StandardIndex;
	prices: PriceList;
	/** Ids of the findings of the job. */
	findingIds: readonly string[];
	verdicts: readonly Verdict[];
	remedies: readonly ChosenRemedy[];
	services: readonly ChosenService[];
	province?: string | undefined;
	newId: () => string;
};

/** What is still missing before the quote can be sent; none of them stops it from being shown. */
export type QuoteNeed =
	| { kind: "liability-call" | "remedy" | "exchange-decision"; findingId: string }
	/** One price covers findings the brand and the customer would each pay for: the customer is spared. */
	| { kind: "mixed-payers"; operation: string }
	| { kind: "sample-prices" };

export type Quote = { lines: QuoteLine[]; totals: QuoteTotals; needs: QuoteNeed[] };

type Wanted = {
	operation: string;
	findingIds: string[];
	pieceId: string | undefined;
	qty: number;
	payers: Payer[];
	why: LineReason;
	price: OwnPrice | undefined;
	extraParts: { part: string; qty: number; price?: OwnPrice | undefined }[];
};

/**
 * @throws Refusal `rule-broken` with `quote.not-on-list`, `quote.off-list` or `quote.two-prices`, or what `checkLine` throws;
 * `invalid-input` with `quote.unknown-finding` or the standard's `standard.unknown-…`
 */
export function buildQuote(input: QuoteInput): Quote {
	const wanted = merged(input, [
		...input.remedies.map((remedy) => fromRemedy(input, remedy)),
		...input.services.map(fromService),
	]);
	const needs = needsOf(input);
	const lines: QuoteLine[] = [];
	for (const want of wanted) {
		if (new Set(want.payers).size > 1) needs.push({ kind: "mixed-payers", operation: want.operation });
		lines.push(...linesOf(input, want));
	}
	for (const line of lines) checkLine(line, input.index.standard, input.prices);
	return { lines, totals: quoteTotals(lines), needs };
}

function fromRemedy(input: QuoteInput, remedy: ChosenRemedy): Wanted {
	const [first] = remedy.findingIds;
	for (const id of remedy.findingIds) {
		if (!input.findingIds.includes(id)) refuse("invalid-input", "quote.unknown-finding", { findingId: id });
	}
	if (first === undefined) return refuse("invalid-input", "quote.unknown-finding", { operation: remedy.operation });
	const verdicts = input.verdicts.filter((verdict) => remedy.findingIds.includes(verdict.findingId));
	const ruled = verdicts.find((verdict) => verdict.ruleId !== undefined);
	return {
		operation: remedy.operation,
		findingIds: [...remedy.findingIds],
		pieceId: remedy.pieceId,
		qty: remedy.qty ?? 1,
		payers: remedy.findingIds.map((id) => payerOfVerdict(verdicts.find((verdict) => verdict.findingId === id))),
		why: ruled?.ruleId
			? { kind: "rule", rule: ruled.ruleId, findingId: ruled.findingId }
			: { kind: "finding", findingId: first },
		price: remedy.price,
		extraParts: [...(remedy.extraParts ?? [])],
	};
}

function fromService(service: ChosenService): Wanted {
	return {
		operation: service.operation,
		findingIds: [],
		pieceId: service.pieceId,
		qty: service.qty ?? 1,
		payers: [service.payer ?? "customer"],
		why: { kind: "service", service: service.operation },
		price: service.price,
		extraParts: [],
	};
}

/** Our own earlier work is our own cost; without a call the customer is shown the price, and a need says so. */
export function payerOfVerdict(verdict: Pick<Verdict, "outcome" | "basis"> | undefined): Payer {
	if (verdict === undefined) return "customer";
	const payer = payerOf(verdict.outcome);
	return payer === "brand" && verdict.basis === "work" ? "store" : payer;
}

function unitOf(input: QuoteInput, operation: string): PriceUnit {
	return findPrice(input.prices, operation)?.unit ?? "item";
}

/** Both shoes of a pair answered by the same operation are one line: the list prices the pair. */
function merged(input: QuoteInput, all: readonly Wanted[]): Wanted[] {
	const result: Wanted[] = [];
	for (const want of all) {
		const whole = unitOf(input, want.operation) !== "piece";
		const same = whole ? result.find((other) => other.operation === want.operation) : undefined;
		if (same === undefined) {
			result.push({ ...want, pieceId: whole ? undefined : want.pieceId });
			continue;
		}
		if (same.price && want.price && same.price.unitFen !== want.price.unitFen) {
			refuse("rule-broken", "quote.two-prices", { operation: want.operation });
		}
		same.price ??= want.price;
		same.qty = Math.max(same.qty, want.qty);
		same.payers.push(...want.payers);
		same.findingIds.push(...want.findingIds.filter((id) => !same.findingIds.includes(id)));
		same.extraParts.push(...want.extraParts);
		if (same.why.kind === "service" || (same.why.kind === "finding" && want.why.kind === "rule")) same.why = want.why;
	}
	return result;
}

function linesOf(input: QuoteInput, want: Wanted): QuoteLine[] {
	const operation = getOperation(input.index, want.operation);
	const payer = want.payers.includes("store") ? "store" : want.payers.includes("brand") ? "brand" : "customer";
	const shared = {
		findingIds: want.findingIds,
		payer,
		why: want.why,
		...(want.pieceId === undefined ? {} : { pieceId: want.pieceId }),
	} as const;
	const partLine = (
		code: string,
		qty: number,
	): Pick<QuoteLine, "id" | "code" | "title" | "titleEn" | "qty" | "unit"> => {
		const part = getPart(input.index, code);
		return { id: input.newId(), code, ...titles(part.name), qty, unit: "piece" };
	};
	const lines: QuoteLine[] = [
		{
			id: input.newId(),
			code: operation.code,
			...titles(operation.name),
			...shared,
			qty: want.qty,
			unit: unitOf(input, operation.code),
			...priced(input.prices, operation.code, want.qty, want.price),
			workWarrantyDays: workWarrantyDays(operation, input.index.standard.provinces, input.province).days,
			minutes: operation.minutes * want.qty,
		},
	];
	for (const code of operation.parts) {
		lines.push({ ...partLine(code, want.qty), ...shared, unitFen: 0, listFen: 0, amountFen: 0, included: true });
	}
	for (const extra of want.extraParts) {
		lines.push({
			...partLine(extra.part, extra.qty),
			...shared,
			...priced(input.prices, extra.part, extra.qty, extra.price, true),
		});
	}
	return lines;
}

const titles = (name: { zh: string; en?: string | undefined }) =>
	name.en === undefined ? { title: name.zh } : { title: name.zh, titleEn: name.en };

/** An included part's list price says nothing about one more of it: that is off the list. */
function priced(prices: PriceList, code: string, qty: number, own: OwnPrice | undefined, extra = false) {
	const row = findPrice(prices, code);
	const listFen = row === undefined || (extra && row.included) ? null : row.unitFen;
	if (own === undefined) {
		if (listFen === null) return refuse("rule-broken", "quote.not-on-list", { code });
		return { unitFen: listFen, listFen, amountFen: listFen * qty };
	}
	const line = { unitFen: own.unitFen, listFen, amountFen: own.unitFen * qty };
	return own.unitFen === listFen ? line : { ...line, deviation: own.deviation };
}

function needsOf(input: QuoteInput): QuoteNeed[] {
	const needs: QuoteNeed[] = [];
	for (const findingId of input.findingIds) {
		const verdict = input.verdicts.find((each) => each.findingId === findingId);
		const answered = input.remedies.some((remedy) => remedy.findingIds.includes(findingId));
		if (verdict === undefined) needs.push({ kind: "liability-call", findingId });
		if (verdict?.outcome === "exchange" || verdict?.outcome === "return")
			needs.push({ kind: "exchange-decision", findingId });
		else if (!answered && verdict?.outcome !== "returned-unrepaired") needs.push({ kind: "remedy", findingId });
	}
	if (input.prices.sample) needs.push({ kind: "sample-prices" });
	return needs;
}
