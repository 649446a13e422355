/** The order (维修单) as its page shows it, its whole history, and the ways to correct, cancel and void. */
import { z } from "zod";
import { outcomes } from "../../domain/job/events/inspect.ts";
import { stages } from "../../domain/job/stage.ts";
import { paymentMethods } from "../../domain/order/order.ts";
import { localizedSchema } from "../../domain/standard/text.ts";
import { maskedCustomer } from "./customer.ts";
import { command, defineCalls, query } from "./define.ts";
import { approval, code, fen, filled, uuid, version, words } from "./fields.ts";
import { jobClock } from "./job.ts";
import { givenReason, moved } from "./job-fields.ts";
import { personView, pieceView, reasonView, whereabouts } from "./job-views.ts";
import { itemBrief } from "./scan.ts";
import { timelineEntry } from "./timeline.ts";

/** All fen. `dueFen` is what the customer still pays, `creditFen` what is theirs. */
export const balance = z.object({
	owedFen: z.number(),
	paidFen: z.number(),
	brandBilledFen: z.number(),
	dueFen: z.number(),
	creditFen: z.number(),
});

export const orderPiece = pieceView.extend({
	/** Sixteen digits, as on its label. */
	label: z.string(),
	goneAt: z.string().nullable(),
	missing: reasonView.nullable(),
});

/** Why an act is not possible now (a reason with a sentence), or null when it is. */
const hindered = z.string().nullable();

export const orderJob = z.object({
	jobId: z.string(),
	version: z.number(),
	ordinal: z.number(),
	stage: z.enum(stages),
	stageAt: z.string(),
	item: itemBrief.extend({ materials: z.array(z.string()), version: z.number() }),
	pieces: z.array(orderPiece),
	photo: z.string().nullable(),
	services: z.array(z.object({ code: z.string(), name: localizedSchema })),
	accessories: z.array(z.string()),
	condition: z.array(z.object({ id: z.string(), zone: z.string(), flaw: z.string(), pieceId: z.string().nullable() })),
	declaredValueFen: z.number().nullable(),
	/** The customer's own words. */
	words: z.string().nullable(),
	promisedAt: z.string(),
	clock: jobClock.nullable(),
	shelf: z.string().nullable(),
	/** On its way or at another workshop; null: here. */
	where: whereabouts.nullable(),
	assignee: personView.nullable(),
	/** Goes back without repair. */
	goingBack: z.boolean(),
	outcome: z.object({ outcome: z.enum(outcomes), amountFen: z.number().nullable() }).nullable(),
	/** The newest version and how it was answered. */
	quote: z
		.object({
			version: z.number(),
			answer: z.enum(["accepted", "declined", "changed"]).nullable(),
			totalFen: z.number(),
		})
		.nullable(),
	owedFen: z.number(),
	brandFen: z.number(),
	testFeeFen: z.number(),
	reworks: z.number(),
	/** The earlier job it comes back about. */
	reworkOf: z.object({ jobId: z.string(), orderId: z.string(), number: z.string() }).nullable(),
	warranty: z.array(
		z.object({ operation: z.string(), name: localizedSchema, untilOn: z.string(), running: z.boolean() }),
	),
	followUp: z
		.object({
			dueAt: z.string(),
			done: z.boolean(),
			result: z.string().nullable(),
			score: z.number().nullable(),
			tries: z.number(),
		})
		.nullable(),
	cancelled: z.object({ at: z.string(), by: personView, reason: reasonView }).nullable(),
	conflict: z.boolean(),
	cancelHindered: hindered,
	/** The most that may be charged when it is cancelled, and the store's usual fee; fen. */
	cancelFee: z.object({ usualFen: z.number(), highestFen: z.number() }),
});
export type OrderJob = z.infer<typeof orderJob>;

export const paymentView = z.object({
	id: z.string(),
	at: z.string(),
	by: personView,
	kind: z.enum(["deposit", "balance", "brand", "refund"]),
	method: z.enum(paymentMethods),
	/** Positive; a refund goes out. */
	amountFen: z.number(),
	reference: z.string().nullable(),
	reason: z.string().nullable(),
	of: z.string().nullable(),
	/** What of it can still be given back. */
	leftFen: z.number(),
});
export type PaymentView = z.infer<typeof paymentView>;

export const orderView = z.object({
	orderId: z.string(),
	version: z.number(),
	nowAt: z.string(),
	number: z.string(),
	openedAt: z.string(),
	openedBy: personView,
	promisedAt: z.string(),
	customer: maskedCustomer.nullable(),
	jobs: z.array(orderJob),
	money: balance,
	payments: z.array(paymentView),
	papers: z.array(
		z.object({
			paper: z.string(),
			at: z.string(),
			by: personView,
			jobId: z.string().nullable(),
			reprint: z.boolean(),
		}),
	),
	signatures: z.array(
		z.object({
			what: z.string(),
			how: z.string(),
			at: z.string(),
			jobId: z.string().nullable(),
			/** Media handle; null when signed on paper. */
			picture: z.string().nullable(),
		}),
	),
	handovers: z.array(
		z.object({
			id: z.string(),
			at: z.string(),
			by: personView,
			jobs: z.array(z.string()),
			to: z.enum(["customer", "other"]),
			/** Masked name and phone of somebody sent. */
			name: z.string(),
			phone: z.string(),
			slip: z.enum(["shown", "lost"]),
			proof: z.string(),
			partial: z.boolean(),
			openFen: z.number(),
		}),
	),
	notes: z.array(z.object({ at: z.string(), by: personView, about: z.string(), words: z.string().nullable() })),
	voided: z.object({ at: z.string(), by: personView, reason: reasonView }).nullable(),
	voidHindered: hindered,
	/** Who may approve as a manager. */
	managers: z.array(personView),
});
export type OrderView = z.infer<typeof orderView>;

const condition = z.array(z.strictObject({ id: filled(64), zone: code, flaw: code, pieceId: uuid.optional() })).max(60);

export const orderCalls = defineCalls("order", {
	/** The customer is masked; what they said and wrote is opened for whoever is signed in. */
	get: query({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid }),
		output: orderView,
		fails: ["not-found"],
	}),
	/** Everything that ever happened to the order, its jobs, items and customer since it was opened; newest first. */
	timeline: query({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid }),
		output: z.object({ entries: z.array(timelineEntry) }),
		fails: ["not-found"],
	}),
	/** Adds a remark. Remarks add up, so no version. */
	note: command({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid, words: words(1000).pipe(z.string().min(1)) }),
		output: z.object({ version: z.number() }),
		fails: ["not-found"],
	}),
	/** Corrects what was written down about one job; absent fields stay. `reason` of the list `correction`. */
	correctJob: command({
		access: ["clerk", "inspector"],
		input: z.strictObject({
			jobId: uuid,
			version,
			changes: z.strictObject({
				accessories: z.array(filled(40)).max(20).optional(),
				condition: condition.optional(),
				declaredValueFen: fen.nullable().optional(),
			}),
			reason: givenReason,
		}),
		output: moved,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** The customer calls one job off before it is complete; the item goes back. `reason` of the list `cancel-job`. */
	cancelJob: command({
		access: ["clerk"],
		input: z.strictObject({
			jobId: uuid,
			version,
			reason: givenReason,
			feeFen: fen,
			words: words(1000),
			approval: approval.optional(),
		}),
		output: moved,
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
	/** The whole order was a mistake. `reason` of the list `void-order`. */
	void: command({
		access: ["clerk"],
		input: z.strictObject({ orderId: uuid, version, reason: givenReason, approval }),
		output: z.object({ version: z.number() }),
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
});
