/** Intake (受理): drafts that survive anything, the promise before it is made, and the one call that receives a drop-off. */
import { z } from "zod";
import { stages } from "../../domain/job/stage.ts";
import { maskedCustomer } from "./customer.ts";
import { command, defineCalls, query } from "./define.ts";
import { code, day, uuid, version } from "./fields.ts";
import { intakeDraft } from "./intake-draft.ts";
import { dueClock } from "./job-views.ts";
import { itemBrief } from "./scan.ts";

const draftLine = z.object({
	orderId: z.string(),
	savedAt: z.string(),
	savedBy: z.string(),
	/** Masked name, or empty. */
	customer: z.string(),
	/** Kind and brand of each item. */
	items: z.array(z.object({ kind: z.string(), brand: z.string() })),
});

export const intakeCalls = defineCalls("intake", {
	/** A fresh draft with its order and customer ids; an untouched one of the same person is given again. */
	"draft.start": command({
		access: ["clerk"],
		input: z.strictObject({}),
		output: z.object({ orderId: z.string(), draft: intakeDraft }),
	}),
	"draft.save": command({
		access: ["clerk"],
		fails: ["conflict", "not-found"],
		input: z.strictObject({ orderId: uuid, draft: intakeDraft }),
		output: z.object({ savedAt: z.string() }),
	}),
	/** Pictures that are gone are left out. `customer` is the masked known customer. */
	"draft.load": query({
		access: ["clerk"],
		fails: ["not-found"],
		input: z.strictObject({ orderId: uuid }),
		output: z.object({ draft: intakeDraft, savedAt: z.string(), customer: maskedCustomer.nullable() }),
	}),
	/** Newest first; untouched ones are not listed. */
	"draft.list": query({
		access: ["clerk"],
		input: z.strictObject({}),
		output: z.object({ drafts: z.array(draftLine) }),
	}),
	/** Forgets a draft and destroys the keys of its pictures. */
	"draft.discard": command({
		access: ["clerk"],
		fails: ["not-found"],
		input: z.strictObject({ orderId: uuid }),
		output: z.object({}),
	}),
	/** What the clocks would promise and the list would charge for these items, before anything is signed. */
	preview: query({
		access: ["clerk"],
		fails: ["rule-broken"],
		input: z.strictObject({
			items: z
				.array(z.strictObject({ services: z.array(code).max(20), agreed: z.boolean(), kind: code.nullable() }))
				.max(40),
		}),
		output: z.object({
			promisedAt: z.string(),
			promisedOn: z.string(),
			items: z.array(
				z.object({
					promisedAt: z.string(),
					/** Null: something has to be quoted first. */
					totalFen: z.number().int().nullable(),
					lines: z.array(z.object({ code: z.string(), amountFen: z.number().int().nullable() })),
				}),
			),
			samplePrices: z.boolean(),
			noticeVersion: z.string(),
		}),
	}),
	/** Operations by how often they were asked for here of late, most first. */
	favourites: query({
		access: ["clerk"],
		input: z.strictObject({}),
		output: z.object({ services: z.array(z.string()), brands: z.array(z.string()) }),
	}),
	/** Receives the drop-off in one transaction. Asked twice for one draft it answers the same order. */
	receive: command({
		access: ["clerk"],
		fails: ["rule-broken", "conflict", "not-found", "storage-full"],
		input: z.strictObject({ orderId: uuid, draft: intakeDraft }),
		output: z.object({
			orderId: z.string(),
			number: z.string(),
			promisedAt: z.string(),
			jobs: z.array(z.object({ jobId: z.string(), itemId: z.string(), ordinal: z.number().int() })),
			/** True: it had been received before. */
			repeated: z.boolean(),
		}),
	}),
	/** Moves the promised day of an order and its open jobs, with a reason. */
	repromise: command({
		access: ["clerk"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({ orderId: uuid, version, promisedOn: day, reason: code }),
		output: z.object({ promisedAt: z.string() }),
	}),
});

const homeRow = z.object({
	jobId: z.string(),
	orderId: z.string(),
	number: z.string(),
	ordinal: z.number().int(),
	stage: z.enum(stages),
	item: itemBrief,
	promisedAt: z.string(),
	stageAt: z.string(),
	clock: dueClock.nullable(),
	shelf: z.string().nullable(),
	goingBack: z.boolean(),
});
export type HomeRow = z.infer<typeof homeRow>;

export const counterCalls = defineCalls("counter", {
	/** The idle counter: nothing on it names a customer, who may be looking at it. */
	home: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			/** Promised today or earlier, or a clock about to fall due; most urgent first. */
			atRisk: z.array(homeRow),
			/** Quotes sent and not answered. */
			waiting: z.array(homeRow),
			/** Ready for pick-up. */
			ready: z.array(homeRow),
			counts: z.object({ atRisk: z.number().int(), waiting: z.number().int(), ready: z.number().int() }),
			drafts: z.array(draftLine),
			nowAt: z.string(),
		}),
	}),
});
