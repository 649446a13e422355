/** Events of inspection: findings, who answers for them, what is to become of the item. */
import { z } from "zod";
import { defineEvent } from "../../event/define.ts";
import { causeSchema, findingSchema } from "../../finding/finding.ts";
import { chargebacks, outcomeSchema as liabilityOutcomeSchema } from "../../liability/call.ts";
import { approverSchema } from "../../person/person.ts";
import { clocks } from "./clocks.ts";
import { fen, id, short, words } from "./fields.ts";

export const inspectionStarted = defineEvent({ type: "job.inspection_started", body: z.object({}) });
export const findingAdded = defineEvent({
	type: "job.finding_added",
	body: z.object({ finding: findingSchema }),
	personal: words,
});
export const findingChanged = defineEvent({
	type: "job.finding_changed",
	body: z.object({ was: findingSchema, now: findingSchema }),
	personal: words,
});
export const findingRemoved = defineEvent({
	type: "job.finding_removed",
	body: z.object({ finding: id, reason: short }),
	personal: words,
});

/** What the rules proposed, which ones, and what a person decided. A different verdict needs a reason. */
export const liabilityDecided = defineEvent({
	type: "job.liability_decided",
	body: z.object({
		finding: id,
		proposed: causeSchema.nullable(),
		rules: z.array(z.string().max(20)),
		cause: causeSchema,
		/** What it means for the customer, and who the cost is recovered from; as proposed unless a reason says why not. */
		outcome: liabilityOutcomeSchema,
		chargeback: z.enum(chargebacks),
		/** 0–100, how firmly the evidence spoke for the proposal. */
		score: z.number().int().min(0).max(100),
		reason: short.optional(),
		/** Second inspector where rule R10 asks for one. */
		second: approverSchema.optional(),
		/** Manager, where the reason for a different verdict needs one. */
		approver: approverSchema.optional(),
		/** The stop-use notice of rule R9 was given to the customer. */
		stopUseTold: z.boolean().optional(),
		standard: short,
	}),
	personal: words,
});

export const outcomes = ["repair", "exchange", "refund", "compensate", "return-unrepaired"] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

export const outcomeDecided = defineEvent({
	type: "job.outcome_decided",
	body: z.object({
		outcome: outcomeSchema,
		reason: short.optional(),
		/** Compensation or refund agreed, fen. */
		amountFen: fen.optional(),
		approver: approverSchema.optional(),
		clocks,
	}),
	personal: words,
});

export const inspectEvents = {
	"job.inspection_started": inspectionStarted,
	"job.finding_added": findingAdded,
	"job.finding_changed": findingChanged,
	"job.finding_removed": findingRemoved,
	"job.liability_decided": liabilityDecided,
	"job.outcome_decided": outcomeDecided,
} as const;
