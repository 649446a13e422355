/**
 * The job (工单): one item of a drop-off on its way through the five stages. Its events, each one version's schema.
 * Read by domain/job/fold.ts; made only by the decide functions. Free text by or about the customer is personal.
 */
import { z } from "zod";
import { changesBody } from "../event/change.ts";
import { defineEvent, type EventOf } from "../event/define.ts";
import { causeSchema, findingSchema } from "../finding/finding.ts";
import { chargebacks, outcomeSchema as liabilityOutcomeSchema } from "../liability/call.ts";
import { approverSchema } from "../person/person.ts";
import { quoteLineSchema, quoteTotalsSchema } from "../quote/line.ts";
import { stages } from "./stage.ts";

const short = z.string().max(60);
const id = z.string().max(64);
const fen = z.number().int().nonnegative();
const stage = z.enum(stages);

/** Clocks an event starts, stops, pauses: copied in, with due times, so that a refold never changes a promise. */
export const clockMoves = z.object({
	start: z.array(z.object({ clock: z.string().max(4), dueAt: z.number().int(), warnAt: z.number().int() })).optional(),
	stop: z.array(z.string().max(4)).optional(),
	pause: z.array(z.object({ clock: z.string().max(4), why: short })).optional(),
	resume: z.array(z.string().max(4)).optional(),
});
export type ClockMoves = z.infer<typeof clockMoves>;
const clocks = clockMoves.optional();

const words = z.object({ words: z.string().max(1000) });

export const conditionMark = z.object({ id, zone: short, flaw: short, pieceId: id.optional() });
export type ConditionMark = z.infer<typeof conditionMark>;

export const received = defineEvent({
	type: "job.received",
	body: z.object({
		order: id,
		item: id,
		subject: id,
		/** 1.. within the order. */
		ordinal: z.number().int().min(1).max(99),
		/** `no` = running piece number within the order, the last two digits of its label. */
		pieces: z.array(z.object({ id, kind: short, no: z.number().int().min(1).max(99) })).min(1),
		/** Operation codes asked for; a service needs no fault. */
		services: z.array(z.string().max(20)).max(20),
		/** Accessories handed in that get no label of their own. */
		accessories: z.array(short).max(20),
		condition: z.array(conditionMark).max(60),
		declaredValueFen: fen.nullable(),
		hasWords: z.boolean(),
		promisedAt: z.number().int(),
		clocks,
	}),
	personal: words,
});

/** Pictures are blobs; `pieceId`, `finding`, `step` and `mark` (of the condition at intake) say what they show. */
export const photographed = defineEvent({
	type: "job.photographed",
	body: z.object({ pieceId: id.optional(), finding: id.optional(), step: id.optional(), mark: id.optional() }),
});

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

export const coverageSchema = z.object({
	covered: z.boolean(),
	/** YYYY-MM-DD, last covered day. */
	until: z.string().max(10).nullable(),
	rule: short,
	ruleVersion: short,
});

export const quoted = defineEvent({
	type: "job.quoted",
	body: z.object({
		version: z.number().int().min(1),
		lines: z.array(quoteLineSchema).max(200),
		totals: quoteTotalsSchema,
		coverage: z.array(coverageSchema.extend({ finding: id.optional() })),
		validUntil: z.number().int(),
		standard: short,
		prices: short,
		samplePrices: z.boolean(),
		/** Why an earlier version was replaced. */
		reason: short.optional(),
		clocks,
	}),
	personal: words,
});

export const stepPlan = z.object({
	id,
	operation: z.string().max(20),
	/** Running number within the job. */
	no: z.number().int().min(1),
	title: z.string().max(200),
	titleEn: z.string().max(200).optional(),
	minutes: z.number().int().nonnegative(),
	/** Wait after this step before the next may start, hours. */
	cureHours: z.number().int().nonnegative(),
	pieceId: id.optional(),
});
export type StepPlan = z.infer<typeof stepPlan>;

/** Accepting copies the plan of work in, so that a later standard never changes what was agreed. */
export const quoteAnswered = defineEvent({
	type: "job.quote_answered",
	body: z.object({
		version: z.number().int().min(1),
		answer: z.enum(["accepted", "declined", "changed"]),
		means: z.enum(["signature", "paper", "phone", "chat", "at-intake"]),
		channel: short.optional(),
		reason: short.optional(),
		testFeeFen: fen.optional(),
		/** A later version was declined: the work goes on as agreed before instead of going back. */
		asAgreed: z.boolean().optional(),
		plan: z.array(stepPlan).max(300).optional(),
		acceptance: z.array(z.string().max(10)).optional(),
		/** Warranty of the work in days per operation, as it stood. */
		workWarranty: z.array(z.object({ operation: z.string().max(20), days: z.number().int().nonnegative() })).optional(),
		returnOldParts: z.boolean().optional(),
		clocks,
	}),
	personal: words,
});

export const assigned = defineEvent({ type: "job.assigned", body: z.object({ person: id.nullable() }) });
export const stepStarted = defineEvent({
	type: "job.step_started",
	body: z.object({ step: id, /** Why it began before the step in front of it had cured. */ early: short.optional() }),
});
export const stepPaused = defineEvent({ type: "job.step_paused", body: z.object({ step: id, reason: short }) });
export const stepFinished = defineEvent({
	type: "job.step_finished",
	body: z.object({ step: id, /** When curing ends, ms UTC. */ cureUntil: z.number().int().optional() }),
});
export const stepReopened = defineEvent({ type: "job.step_reopened", body: z.object({ step: id, reason: short }) });
export const partUsed = defineEvent({
	type: "job.part_used",
	body: z.object({
		id,
		part: z.string().max(20),
		/** Thousandths of the part's unit, because leather goes by 0.3 square feet. */
		milli: z.number().int().positive(),
		operation: z.string().max(20).optional(),
		/** Lot of glues and colours, from the part's label. */
		lot: z.string().max(20).optional(),
	}),
});
/** A part booked by mistake. */
export const partReturned = defineEvent({ type: "job.part_returned", body: z.object({ use: id, reason: short }) });
export const troubled = defineEvent({
	type: "job.troubled",
	body: z.object({ reason: short, step: id.optional() }),
	personal: words,
});
export const clockMoved = defineEvent({
	type: "job.clock_moved",
	body: z.object({ clocks: clockMoves, reason: short }),
});
export const repairFinished = defineEvent({ type: "job.repair_finished", body: z.object({ clocks }) });
/** Finished by mistake: back to the bench before anybody inspected it. */
export const repairResumed = defineEvent({ type: "job.repair_resumed", body: z.object({ reason: short, clocks }) });

const qcPoint = z.object({ point: z.string().max(10), passed: z.boolean() });
export const qcPassed = defineEvent({
	type: "job.qc_passed",
	body: z.object({
		points: z.array(qcPoint),
		/** Inspected by a person who also repaired it. */ ownWork: z.boolean(),
		clocks,
	}),
});
export const qcFailed = defineEvent({
	type: "job.qc_failed",
	body: z.object({
		points: z.array(qcPoint),
		reason: short,
		ownWork: z.boolean(),
		/** Steps to be done again, new ids, same operations. */
		rework: z.array(stepPlan),
		clocks,
	}),
	personal: words,
});

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
	body: z.object({ stage, reason: short, kept: id.optional() }),
});

export const jobEvents = {
	"job.received": received,
	"job.photographed": photographed,
	"job.inspection_started": inspectionStarted,
	"job.finding_added": findingAdded,
	"job.finding_changed": findingChanged,
	"job.finding_removed": findingRemoved,
	"job.liability_decided": liabilityDecided,
	"job.outcome_decided": outcomeDecided,
	"job.quoted": quoted,
	"job.quote_answered": quoteAnswered,
	"job.assigned": assigned,
	"job.step_started": stepStarted,
	"job.step_paused": stepPaused,
	"job.step_finished": stepFinished,
	"job.step_reopened": stepReopened,
	"job.part_used": partUsed,
	"job.part_returned": partReturned,
	"job.troubled": troubled,
	"job.clock_moved": clockMoved,
	"job.repair_finished": repairFinished,
	"job.repair_resumed": repairResumed,
	"job.qc_passed": qcPassed,
	"job.qc_failed": qcFailed,
	"job.shelved": shelved,
	"job.handed_over": handedOver,
	"job.followed_up": followedUp,
	"job.cancelled": cancelled,
	"job.voided": voided,
	"job.corrected": corrected,
	"job.rework_linked": reworkLinked,
	"job.stage_resolved": stageResolved,
} as const;

export type JobEvent = { [K in keyof typeof jobEvents]: EventOf<(typeof jobEvents)[K]> }[keyof typeof jobEvents];
