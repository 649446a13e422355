/** Events of the way out: shelf, hand-over, follow-up, cancelling, voiding, corrections. */
import { z } from "zod";
import { changesBody } from "../../event/change.ts";
import { defineEvent } from "../../event/define.ts";
import { approverSchema } from "../../person/person.ts";
import { stages } from "../stage.ts";
import { clocks } from "./clocks.ts";
import { fen, id, short, words } from "./fields.ts";
import { stepPlan } from "./quote.ts";

export const shelved = defineEvent({ type: "job.shelved", body: z.object({ shelf: z.string().max(20).nullable() }) });
export const oldPartChoices = ["returned", "left"] as const;
export type OldParts = (typeof oldPartChoices)[number];
export const handedOver = defineEvent({
	type: "job.handed_over",
	body: z.object({
		handover: id,
		pieces: z.array(id),
		missing: z.array(z.object({ pieceId: id, reason: short })),
		/** Pieces that stay here for now, with the reason; they are handed over later. */
		staying: z.array(z.object({ pieceId: id, reason: short })).optional(),
		/** The parts taken out: given back, or left with the shop. */
		oldParts: z.enum(oldPartChoices).optional(),
		/** Manager, where a missing piece needs one. */
		approver: approverSchema.optional(),
		/** True when nothing of the item stays here. */
		complete: z.boolean(),
		/** Warranty of the work runs from today; YYYY-MM-DD per operation. */
		warranty: z.array(z.object({ operation: z.string().max(20), until: z.string().max(10) })),
		followUpAt: z.number().int().optional(),
		clocks,
	}),
	personal: words,
});
/** The customer finds it not right at pick-up: what is here stays and is worked on again. */
export const keptForRework = defineEvent({
	type: "job.kept_for_rework",
	body: z.object({
		pieces: z.array(id),
		/** Of the list `qc-fail`. */
		reason: short,
		/** Steps to be done again, new ids, same operations. */
		rework: z.array(stepPlan),
		/** The hand-over in which other pieces left. */
		handover: id.optional(),
		clocks,
	}),
	personal: words,
});
export const followedUp = defineEvent({
	type: "job.followed_up",
	body: z.object({
		result: z.enum(["satisfied", "unsatisfied", "unreached", "declined"]),
		/** 1–5, only when the customer gave one. */
		score: z.number().int().min(1).max(5).optional(),
		/** False = try again later. */
		done: z.boolean(),
		nextAt: z.number().int().optional(),
		clocks,
	}),
	personal: words,
});

/** The customer calls it off before completion; the item goes back. */
export const cancelled = defineEvent({
	type: "job.cancelled",
	body: z.object({
		reason: short,
		/** What the customer still pays for testing or for work begun, fen. */
		testFeeFen: fen.optional(),
		/** Manager, where more than the test fee is charged. */
		approver: approverSchema.optional(),
		clocks,
	}),
	personal: words,
});
export const voided = defineEvent({
	type: "job.voided",
	body: z.object({ reason: short, approver: approverSchema, clocks }),
});
export const corrected = defineEvent({ type: "job.corrected", body: changesBody });
/** A customer comes back about this work: a new job that points at the old one. */
export const reworkLinked = defineEvent({ type: "job.rework_linked", body: z.object({ of: id }) });
/** Ends a conflict of two decisions on one base; `kept` is the decision that counts. */
export const stageResolved = defineEvent({
	type: "job.stage_resolved",
	body: z.object({ stage: z.enum(stages), reason: short, kept: id.optional() }),
});

export const leaveEvents = {
	"job.shelved": shelved,
	"job.handed_over": handedOver,
	"job.kept_for_rework": keptForRework,
	"job.followed_up": followedUp,
	"job.cancelled": cancelled,
	"job.voided": voided,
	"job.corrected": corrected,
	"job.rework_linked": reworkLinked,
	"job.stage_resolved": stageResolved,
} as const;
