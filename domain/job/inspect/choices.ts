/**
 * What a person may choose on a quote: the remedy of each finding, services, extra parts, a price other than the list's.
 * Turns choices into what the quote is built from, and says which of them need a manager. Free-hand lines do not exist:
 * every line is an operation or part of the standard.
 */
import { refuse } from "../../errors.ts";
import { buildQuote, type ChosenRemedy, type OwnPrice, type Quote } from "../../quote/build.ts";
import type { Payer } from "../../quote/line.ts";
import { findPrice, getFault, getOperation, type StandardIndex } from "../../standard/lookup.ts";
import { currentQuote, type JobState } from "../state.ts";
import { checkReason } from "./guard.ts";
import { type Judged, verdictsOf } from "./judge.ts";

export type Choices = {
	remedies: { findingId: string; operation: string; pieceId?: string | undefined; qty?: number | undefined }[];
	services: {
		operation: string;
		pieceId?: string | undefined;
		qty?: number | undefined;
		payer?: Payer | undefined;
	}[];
	/** Parts beyond the usual ones of an operation chosen as a remedy. */
	parts: { operation: string; part: string; qty: number }[];
	/** A price per unit other than the list's, for an operation or an extra part. */
	prices: { code: string; unitFen: number; reason: string; note?: string | undefined }[];
};

/** Why a manager has to stand behind a quote. */
export type ApprovalNeed = { kind: "price" | "other-remedy" | "free-service"; code: string };

/** Pieces a per-piece price counts when a finding concerns the whole item. */
function mainPieces(job: JobState, index: StandardIndex): number {
	return Math.max(1, job.pieces.filter((p) => index.pieceKinds.get(p.kind)?.main).length);
}

/** The first remedy the fault table names that the list prices, on the finding's piece. */
function firstRemedy(job: JobState, index: StandardIndex, judged: Judged): Choices["remedies"] {
	const { finding } = judged;
	const outcome = judged.call?.outcome ?? judged.proposal.outcome;
	if (outcome === "exchange" || outcome === "return") return [];
	const { prices } = index.standard;
	const operation = getFault(index, finding.fault).remedies.find((r) => r !== "X" && findPrice(prices, r));
	if (operation === undefined) return [];
	const perPiece = findPrice(prices, operation)?.unit === "piece";
	const qty = perPiece && finding.pieceId === undefined ? mainPieces(job, index) : 1;
	return [{ findingId: finding.id, operation, qty, ...(finding.pieceId ? { pieceId: finding.pieceId } : {}) }];
}

/** What the last version held, with the first remedy for findings it did not know; without one, the table's choice. */
export function defaultChoices(
	job: JobState,
	index: StandardIndex,
	judged: readonly Judged[],
	category: string,
): Choices {
	const last = currentQuote(job);
	const fresh: Choices = { remedies: [], services: [], parts: [], prices: [] };
	if (!last) {
		// What was asked for at intake may not fit any more once the kind of item was put right.
		const fits = (code: string) => index.operations.get(code)?.categories.includes(category);
		const offered = job.services.filter((code) => fits(code) && findPrice(index.standard.prices, code));
		fresh.services = offered.map((operation) => ({ operation }));
		for (const each of judged) fresh.remedies.push(...firstRemedy(job, index, each));
		return fresh;
	}
	let operation = "";
	for (const line of last.lines) {
		const { code, qty, pieceId } = line;
		const where = pieceId ? { pieceId } : {};
		if (index.operations.has(code)) {
			operation = code;
			if (line.why.kind === "service") fresh.services.push({ operation: code, qty, payer: line.payer, ...where });
			for (const findingId of line.findingIds) {
				const known = judged.some((j) => j.finding.id === findingId);
				if (known) fresh.remedies.push({ findingId, operation: code, qty, ...where });
			}
		} else if (!line.included) fresh.parts.push({ operation, part: code, qty });
		if (line.deviation) {
			const { reason, note } = line.deviation;
			fresh.prices.push({ code, unitFen: line.unitFen, reason, ...(note ? { note } : {}) });
		}
	}
	for (const each of judged) {
		// A version names every finding it knew, also those nothing was to be done about.
		if (!last.coverage.some((known) => known.finding === each.finding.id))
			fresh.remedies.push(...firstRemedy(job, index, each));
	}
	return fresh;
}

type Facts = {
	job: JobState;
	category: string;
	index: StandardIndex;
	judged: readonly Judged[];
	province: string | undefined;
	/** The manager who stands behind the deviations; any text while the quote is only looked at. */
	approver: string;
	newId: () => string;
};

/** Refuses what the list, the item or the job do not know; each refusal has its own reason. */
function checkChoices({ job, category, index, judged }: Facts, choices: Choices): void {
	const operations = [...choices.remedies, ...choices.services];
	for (const { operation, pieceId } of operations) {
		if (!getOperation(index, operation).categories.includes(category)) {
			refuse("invalid-input", "quote.operation-category", { operation, category });
		}
		if (pieceId !== undefined && !job.pieces.some((p) => p.id === pieceId)) {
			refuse("invalid-input", "finding.unknown-piece");
		}
	}
	for (const { findingId } of choices.remedies) {
		if (!judged.some((j) => j.finding.id === findingId)) refuse("invalid-input", "quote.unknown-finding");
	}
	for (const { operation, part } of choices.parts) {
		if (!choices.remedies.some((r) => r.operation === operation)) {
			refuse("invalid-input", "quote.part-without-work", { part, operation });
		}
	}
	const priced = new Set<string>();
	for (const price of choices.prices) {
		const used = operations.some((o) => o.operation === price.code) || choices.parts.some((p) => p.part === price.code);
		if (!used || priced.has(price.code)) refuse("invalid-input", "quote.price-without-line", { code: price.code });
		priced.add(price.code);
		checkReason(index.standard, "list-deviation", { code: price.reason, note: price.note });
	}
}

/** Deviations from list, table and payer that only a manager may allow. */
export function approvalNeeds({ index, judged }: Pick<Facts, "index" | "judged">, choices: Choices): ApprovalNeed[] {
	const needs: ApprovalNeed[] = [];
	for (const { code, unitFen } of choices.prices) {
		const row = findPrice(index.standard.prices, code);
		// One more of a part that is inside its operation's price has no list price.
		if (!row || row.included || row.unitFen !== unitFen) needs.push({ kind: "price", code });
	}
	for (const { findingId, operation } of choices.remedies) {
		const fault = judged.find((j) => j.finding.id === findingId)?.finding.fault;
		const usual = fault !== undefined && getFault(index, fault).remedies.some((r) => r === operation);
		if (!usual) needs.push({ kind: "other-remedy", code: operation });
	}
	for (const { operation, payer } of choices.services) {
		if (payer !== undefined && payer !== "customer") needs.push({ kind: "free-service", code: operation });
	}
	return needs.filter((n, i) => needs.findIndex((o) => o.kind === n.kind && o.code === n.code) === i);
}

/** The lines these choices make. Refuses as buildQuote and the checks above do. */
export function quoteFrom(facts: Facts, choices: Choices): Quote {
	const { index, judged, approver } = facts;
	checkChoices(facts, choices);
	const own = (code: string): OwnPrice | undefined => {
		const price = choices.prices.find((p) => p.code === code);
		if (!price) return undefined;
		const { reason, note } = price;
		return { unitFen: price.unitFen, deviation: { reason, approver, ...(note ? { note } : {}) } };
	};
	const remedies: (ChosenRemedy & { findingIds: string[] })[] = [];
	for (const { findingId, operation, pieceId, qty } of choices.remedies) {
		const same = remedies.find((r) => r.operation === operation && r.pieceId === pieceId);
		if (same) {
			if (!same.findingIds.includes(findingId)) same.findingIds.push(findingId);
			same.qty = Math.max(same.qty ?? 1, qty ?? 1);
			continue;
		}
		const first = !remedies.some((r) => r.operation === operation);
		const extraParts = first ? choices.parts.filter((p) => p.operation === operation) : [];
		remedies.push({
			operation,
			findingIds: [findingId],
			pieceId,
			qty,
			price: own(operation),
			extraParts: extraParts.map(({ part, qty: count }) => ({ part, qty: count, price: own(part) })),
		});
	}
	return buildQuote({
		index,
		prices: index.standard.prices,
		findingIds: judged.map((j) => j.finding.id),
		verdicts: verdictsOf(judged),
		remedies,
		services: choices.services.map((s) => ({ ...s, price: own(s.operation) })),
		province: facts.province,
		newId: facts.newId,
	});
}
