/**
 * The liability call as it is kept: who answers for a finding, what the customer gets, who bears the cost inside,
 * by which rules, confirmed by a person. Embedded in events and in the damage report.
 */
import { z } from "zod";
import { type Cause, causeSchema } from "../finding/finding.ts";
import type { Payer } from "../quote/line.ts";

export const outcomes = [
	"free-repair",
	"paid-repair",
	"exchange",
	"return",
	"compensation",
	"returned-unrepaired",
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Who the cost is recovered from afterwards; never the customer's business. */
export const chargebacks = ["none", "factory", "carrier", "store"] as const;

export const effects = [
	"cause-m",
	"cause-w",
	"cause-u",
	"cause-t",
	"never-misuse",
	"paid-for-that-part",
	"stop-use",
	"second-look",
	"advice-agrees",
	"advice-disagrees",
	/** The rule holds and another one, stronger, decided. */
	"outweighed",
] as const;

export const ruleHitSchema = z.object({ id: z.string().min(1).max(10), effect: z.enum(effects) });
export type RuleHit = z.infer<typeof ruleHitSchema>;

export const needs = [
	/** A misuse call without a photo of the evidence does not stand. */
	"evidence-photo",
	"second-inspector",
	"stop-use-notice",
	"headquarters-alert",
	"carrier-claim",
	/** The product group looks at it and may repair out of goodwill. */
	"product-group-review",
	/** Tell the customer that re-inspection or an outside lab may be asked for. */
	"offer-reinspection",
] as const;
export type Need = (typeof needs)[number];

/** What the cause rests on: a numbered rule, the fault table's signs, or only what is likeliest. */
export const grounds = ["rule", "fault-table", "prior"] as const;

export const proposalSchema = z.object({
	cause: causeSchema,
	outcome: outcomeSchema,
	chargeback: z.enum(chargebacks),
	rules: z.array(ruleHitSchema),
	ground: z.enum(grounds),
	needs: z.array(z.enum(needs)),
	/** 0–100: how firmly the evidence speaks. Below the standard's floor a second inspector looks. */
	score: z.int().min(0).max(100),
	/** Version of the rules. */
	version: z.string(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const liabilityCallSchema = z.object({
	findingId: z.string().min(1).max(64),
	cause: causeSchema,
	outcome: outcomeSchema,
	chargeback: z.enum(chargebacks),
	/** What the rules proposed when the person confirmed. */
	proposal: proposalSchema,
	/** Must be there when cause or outcome differ from the proposal; `reason` is a coded liability-override reason. */
	override: z.object({ reason: z.string().min(1).max(40), note: z.string().max(300).optional() }).optional(),
	/** The second inspector, where one was needed. */
	secondInspectorId: z.string().min(1).max(64).optional(),
});
export type LiabilityCall = z.infer<typeof liabilityCallSchema>;

/** True when a person decided otherwise than the rules proposed. */
export function isOverride(call: Pick<LiabilityCall, "cause" | "outcome">, proposal: Proposal): boolean {
	return call.cause !== proposal.cause || call.outcome !== proposal.outcome;
}

/** Who pays the customer-facing price of what this outcome asks for. */
export function payerOf(outcome: Outcome): Payer {
	return outcome === "paid-repair" || outcome === "returned-unrepaired" ? "customer" : "brand";
}

/** Who finally bears the test fee: the side found responsible; both halves where nobody could tell. */
export function testFeeBearer(cause: Cause | undefined): "brand" | "customer" | "split" {
	if (cause === undefined) return "split";
	return cause === "M" || cause === "T" ? "brand" : "customer";
}
