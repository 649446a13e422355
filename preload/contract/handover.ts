/** The hand-over (交付): what can leave, every piece accounted for, the balance, the signature, in one call. */
import { z } from "zod";
import { outcomes } from "../../domain/job/events/inspect.ts";
import { oldPartChoices } from "../../domain/job/events/leave.ts";
import { stages } from "../../domain/job/stage.ts";
import { pickupProofs } from "../../domain/order/pickup.ts";
import { localizedSchema } from "../../domain/standard/text.ts";
import { command, defineCalls, query } from "./define.ts";
import { approval, code, line, mediaHandle, uuid, version, words } from "./fields.ts";
import { givenReason } from "./job-fields.ts";
import { personView, whereabouts } from "./job-views.ts";
import { balance, orderPiece } from "./order.ts";
import { payment } from "./payment.ts";
import { itemBrief } from "./scan.ts";

export const handoverJob = z.object({
	jobId: z.string(),
	version: z.number(),
	ordinal: z.number(),
	stage: z.enum(stages),
	/** Can leave now. */
	ready: z.boolean(),
	/** It has left before. */
	left: z.boolean(),
	item: itemBrief,
	pieces: z.array(orderPiece),
	shelf: z.string().nullable(),
	/** On its way or at another workshop; null: here. */
	where: whereabouts.nullable(),
	photo: z.string().nullable(),
	/** Before and after of the same piece (null: the whole item). */
	pairs: z.array(z.object({ pieceId: z.string().nullable(), before: z.string(), after: z.string() })),
	goingBack: z.boolean(),
	outcome: z.object({ outcome: z.enum(outcomes), amountFen: z.number().nullable() }).nullable(),
	owedFen: z.number(),
	testFeeFen: z.number(),
	/** What was done, in the words of the quote. */
	work: z.array(localizedSchema),
	/** Parts were taken out; `wanted`: the customer asked for them. */
	oldParts: z.enum(["none", "wanted", "not-wanted"]),
	/** The warranty of the work if it leaves today. */
	warranty: z.array(z.object({ operation: z.string(), name: localizedSchema, untilOn: z.string() })),
});
export type HandoverJob = z.infer<typeof handoverJob>;

export const handoverView = z.object({
	/** A fresh id; complete it with this one, so that a repeated call is known as one. */
	handoverId: z.string(),
	orderId: z.string(),
	version: z.number(),
	number: z.string(),
	nowAt: z.string(),
	openedAt: z.string(),
	promisedAt: z.string(),
	voided: z.boolean(),
	customer: z.object({
		subjectId: z.string(),
		name: z.string(),
		phone: z.string(),
		/** False: nothing to compare the last four digits with. */
		hasPhone: z.boolean(),
	}),
	jobs: z.array(handoverJob),
	money: balance,
	/** When the customer would be called, or null: there is no phone. */
	followUpAt: z.string().nullable(),
	managers: z.array(personView),
});
export type HandoverView = z.infer<typeof handoverView>;

export const handoverCalls = defineCalls("handover", {
	/** Orders with something ready for pick-up, the longest waiting first; masked. */
	ready: query({
		access: ["clerk"],
		input: z.strictObject({}),
		output: z.object({
			orders: z.array(
				z.object({
					orderId: z.string(),
					number: z.string(),
					customer: z.object({ name: z.string(), phone: z.string() }),
					items: z.array(itemBrief.extend({ jobId: z.string(), goingBack: z.boolean(), shelf: z.string().nullable() })),
					/** Jobs of it that are not ready yet. */
					waiting: z.number(),
					since: z.string(),
					dueFen: z.number(),
				}),
			),
			more: z.boolean(),
			nowAt: z.string(),
		}),
	}),
	open: query({
		access: ["clerk"],
		input: z.strictObject({ orderId: uuid }),
		output: handoverView,
		fails: ["not-found"],
	}),
	/** Not right, and nothing leaves today: the job goes back to the bench with all that is here. */
	keep: command({
		access: ["clerk"],
		/** `reason` of the list `qc-fail`; its note holds the customer's words. */
		input: z.strictObject({ jobId: uuid, version, reason: givenReason }),
		output: z.object({ version: z.number(), stage: z.enum(stages) }),
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** Everything of a hand-over at once. Repeated with the same `handoverId` it answers the same again. */
	complete: command({
		access: ["clerk"],
		input: z.strictObject({
			handoverId: uuid,
			orderId: uuid,
			version,
			jobs: z
				.array(
					z.strictObject({
						jobId: uuid,
						version,
						pieces: z.array(uuid).max(20),
						/** `rework`: what is not right with a piece that stays for it, of the list `qc-fail`. */
						missing: z
							.array(z.strictObject({ pieceId: uuid, reason: code, note: words(300), rework: code.optional() }))
							.max(20),
						oldParts: z.enum(oldPartChoices).nullable(),
					}),
				)
				.min(1)
				.max(40),
			pickup: z.strictObject({
				to: z.enum(["customer", "other"]),
				name: line(60),
				phone: line(30),
				slip: z.enum(["shown", "lost"]),
				proof: z.enum(pickupProofs).nullable(),
				phoneTail: z.string().regex(/^(\d{4})?$/),
			}),
			payments: z.array(payment).max(6),
			signature: z.union([
				z.strictObject({ how: z.literal("screen"), handle: mediaHandle }),
				z.strictObject({ how: z.literal("paper") }),
				/** `reason` of the list `unsigned`. */
				z.strictObject({ how: z.literal("none"), reason: givenReason }),
			]),
			/** Leave although something is not paid; a manager allows it. */
			leaveOpen: z.boolean(),
			approval: approval.optional(),
		}),
		output: z.object({
			handoverId: z.string(),
			version: z.number(),
			jobs: z.array(z.object({ jobId: z.string(), version: z.number(), stage: z.enum(stages) })),
			partial: z.boolean(),
			money: balance,
			followUpAt: z.string().nullable(),
			/** True: it had been completed before. */
			repeated: z.boolean(),
		}),
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
});
