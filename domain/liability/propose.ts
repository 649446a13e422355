/**
 * Proposes who answers for a finding, by the standard's rules R1–R11. Called at inspection; a person always confirms.
 * A model's suggestion (R11) is noted beside the proposal and never changes it, so that every shop that ticked the same
 * evidence gets the same answer.
 *
 * Order when several rules name a cause (data: `liability.order`): R1 R6 R7 R5 R3 R4 R2. What the customer received
 * comes before how it was used, a hard trace of misuse before the shape of a crack, R2 only when nothing else speaks.
 * R7 silences R5 altogether. R8 changes who pays, not the cause. R9, R10, R11 add duties.
 */
import { type Cause, causes, type Finding, hasAll, hasAny } from "../finding/finding.ts";
import type { Fault } from "../standard/catalogue.ts";
import type { LiabilityRules } from "../standard/rules.ts";
import type { Coverage } from "../warranty/coverage.ts";
import type { Need, Outcome, Proposal, RuleHit } from "./call.ts";

export type LiabilityInput = {
	finding: Pick<Finding, "evidence" | "pins">;
	/** The fault table's row of the finding. */
	fault: Pick<Fault, "code" | "causes" | "remedies">;
	/** The warranty verdict on the finding's component. */
	coverage: Pick<Coverage, "covered" | "returnable" | "exchangeable">;
	rules: LiabilityRules;
	/** What the customer paid for the item, fen; absent when unknown. */
	itemPriceFen?: number | undefined;
	/** Cases with this fault known in the item's batch, this one included. */
	batchCases?: number | undefined;
	/** What a model suggested, if one was asked. */
	suggestion?: { cause: Cause } | undefined;
};

const misuse = ["cut-edge", "burn", "solvent", "soaked", "machine-washed", "heel-trodden"] as const;
const signs = { M: "matches-m", W: "matches-w", U: "matches-u", T: "matches-t" } as const;

/** Pure and total: the same evidence and standard always give the same proposal. */
export function proposeLiability(input: LiabilityInput): Proposal {
	const { finding, fault, rules } = input;
	const neverMisuse = isChemicalOrBatch(input);
	const tableCauses = causes.filter(
		(cause) => finding.evidence.includes(signs[cause]) && !(neverMisuse && cause === "U"),
	);
	const claims = claimsOf(input, neverMisuse, tableCauses);
	const decided = decide(rules.order, claims, tableCauses, likeliest(fault, neverMisuse));
	const outcome = outcomeOf(input, decided.cause, claims.has("R1"));

	const hits: RuleHit[] = [...claims].map(([id, cause]) => ({
		id,
		effect: id === "R7" ? "never-misuse" : id === decided.rule ? effectOf(cause) : "outweighed",
	}));
	const duties: Need[] = [];
	if (decided.cause === "U" && (finding.pins ?? []).length === 0) duties.push("evidence-photo");
	if (claims.has("R6")) duties.push("carrier-claim");
	if (neverMisuse) duties.push("product-group-review");
	if (hasAny(finding, ["third-party-repair-same-part"])) hits.push({ id: "R8", effect: "paid-for-that-part" });
	if (rules.settings.safetyFaults.includes(fault.code)) {
		hits.push({ id: "R9", effect: "stop-use" });
		duties.push("stop-use-notice", "headquarters-alert");
	}
	if (
		decided.score < rules.settings.scoreFloorPercent ||
		(input.itemPriceFen ?? 0) > rules.settings.secondLookFromFen
	) {
		hits.push({ id: "R10", effect: "second-look" });
		duties.push("second-inspector", "offer-reinspection");
	}
	if (input.suggestion) {
		hits.push({ id: "R11", effect: input.suggestion.cause === decided.cause ? "advice-agrees" : "advice-disagrees" });
	}
	return {
		cause: decided.cause,
		outcome,
		chargeback:
			outcome === "paid-repair" || outcome === "returned-unrepaired"
				? "none"
				: claims.has("R6")
					? "carrier"
					: "factory",
		rules: hits,
		ground: decided.ground,
		needs: duties,
		score: decided.score,
		version: rules.version,
	};
}

function isChemicalOrBatch({ finding, fault, rules, batchCases }: LiabilityInput): boolean {
	return (
		hasAny(finding, ["hydrolysis", "sticky-lining", "batch-pattern"]) ||
		rules.settings.neverMisuseFaults.includes(fault.code) ||
		(batchCases ?? 0) >= rules.settings.batchCases
	);
}

/** The cause each rule that holds would name. */
function claimsOf(input: LiabilityInput, neverMisuse: boolean, tableCauses: readonly Cause[]): Map<string, Cause> {
	const { finding, fault, coverage } = input;
	const claims = new Map<string, Cause>();
	if (hasAll(finding, ["unworn", "tags-on", "defect-at-receipt"])) claims.set("R1", "M");
	if (hasAny(finding, ["carton-damaged"]) || hasAll(finding, ["reported-within-48h", "unboxing-evidence"])) {
		claims.set("R6", "T");
	}
	const [only, another] = tableCauses;
	if (neverMisuse) claims.set("R7", only && !another ? only : likeliest(fault, true));
	if (!neverMisuse && hasAny(finding, misuse)) claims.set("R5", "U");
	if (hasAll(finding, ["flex-line", "tread-over-half"])) claims.set("R3", "M");
	if (hasAny(finding, ["symmetric-ground-wear"])) claims.set("R4", "W");
	if (claims.size === 0 && tableCauses.length !== 1 && coverage.covered) claims.set("R2", "M");
	return claims;
}

function likeliest(fault: LiabilityInput["fault"], neverMisuse: boolean): Cause {
	return fault.causes.find((cause) => !(neverMisuse && cause === "U")) ?? "M";
}

type Decision = { cause: Cause; rule?: string; ground: Proposal["ground"]; score: number };

/**
 * The score says how alone the winning voice is: 95 for a rule nothing contradicts, 85 for the fault table's signs,
 * 80 for the benefit of the doubt inside the term, 75 for a rule against the signs, 70 for rules against each other,
 * 60 for signs against each other, 50 for nothing but likelihood.
 */
function decide(
	order: readonly string[],
	claims: ReadonlyMap<string, Cause>,
	tableCauses: readonly Cause[],
	prior: Cause,
): Decision {
	const rule = order.find((id) => claims.has(id));
	const cause = rule === undefined ? undefined : claims.get(rule);
	if (rule !== undefined && cause !== undefined) {
		if ([...claims.values()].some((other) => other !== cause)) return { cause, rule, ground: "rule", score: 70 };
		if (rule === "R2") return { cause, rule, ground: "rule", score: 80 };
		return { cause, rule, ground: "rule", score: tableCauses.some((other) => other !== cause) ? 75 : 95 };
	}
	const [only, another] = tableCauses;
	if (only && !another) return { cause: only, ground: "fault-table", score: 85 };
	if (only) return { cause: tableCauses.includes(prior) ? prior : only, ground: "fault-table", score: 60 };
	return { cause: prior, ground: "prior", score: 50 };
}

function effectOf(cause: Cause): RuleHit["effect"] {
	return ({ M: "cause-m", W: "cause-w", U: "cause-u", T: "cause-t" } as const)[cause];
}

/** What the customer gets. Transport counts as ours only when R6 shows it happened on the way to the customer. */
function outcomeOf(input: LiabilityInput, cause: Cause, unused: boolean): Outcome {
	const { finding, fault, coverage } = input;
	const repairable = fault.remedies.some((remedy) => remedy !== "X");
	const paid: Outcome = repairable ? "paid-repair" : "returned-unrepaired";
	if (hasAny(finding, ["third-party-repair-same-part"])) return paid;
	if (unused) return coverage.returnable ? "return" : "exchange";
	const delivered =
		hasAny(finding, ["carton-damaged"]) || hasAll(finding, ["reported-within-48h", "unboxing-evidence"]);
	const free = cause === "T" ? delivered : cause === "M" ? coverage.covered : false;
	const goodwill = isChemicalOrBatch(input) && coverage.covered;
	if (!free && !goodwill) return paid;
	return repairable && fault.remedies[0] !== "X" ? "free-repair" : "exchange";
}
