/** The item's record (档案): everything ever known about it in one read, its corrections, its refusals and appeals. */
import { z } from "zod";
import { codeKinds } from "../../domain/item/item.ts";
import { outcomes } from "../../domain/job/events/inspect.ts";
import { stages } from "../../domain/job/stage.ts";
import { maskedCustomer } from "./customer.ts";
import { command, defineCalls, query } from "./define.ts";
import { approval, code, day, fen, filled, line, mediaHandle, uuid, version, words } from "./fields.ts";
import { itemBrief } from "./scan.ts";

export const itemCodeInput = z.strictObject({ kind: z.enum(codeKinds), value: filled(120) });
export const materials = z.array(filled(40)).max(8);

/** What a clerk may correct. Absent fields stay. */
export const itemChanges = z.strictObject({
	category: code.optional(),
	kind: code.optional(),
	brand: line(40).optional(),
	style: line(40).optional(),
	colour: line(40).optional(),
	size: line(20).optional(),
	materials: materials.optional(),
});

export const purchaseInput = z.strictObject({
	channel: code,
	shop: line(60),
	boughtOn: day.nullable(),
	proof: code,
	orderNumber: line(40),
	priceFen: fen.nullable(),
	/** Pictures of the proof, uploaded with role `proof`. */
	proofs: z.array(mediaHandle).max(6),
});

const answer = z.object({ itemId: z.string(), version: z.number().int() });

const jobLine = z.object({
	jobId: z.string(),
	orderId: z.string(),
	number: z.string(),
	ordinal: z.number().int(),
	stage: z.enum(stages),
	receivedAt: z.string(),
	promisedAt: z.string(),
	/** When the last piece left; null while it is here. */
	handedAt: z.string().nullable(),
	services: z.array(z.string()),
	faults: z.array(z.string()),
	outcome: z.enum(outcomes).nullable(),
	/** Operations of the accepted quote. */
	operations: z.array(z.string()),
	customerFen: z.number().int(),
	brandFen: z.number().int(),
	reworks: z.number().int(),
	reworkOf: z.string().nullable(),
	goingBack: z.boolean(),
	/** Warranty of this work, last day per operation. */
	warranty: z.array(z.object({ operation: z.string(), untilOn: z.string(), running: z.boolean() })),
	photos: z.number().int(),
});

/** A repair at another workshop: what was done, nothing about its customer. */
const jobElsewhere = jobLine
	.pick({ jobId: true, number: true, stage: true, receivedAt: true, handedAt: true, services: true, faults: true })
	.extend({
		/** Its name; empty until the archive said it. */
		workshop: z.string(),
		...jobLine.pick({ outcome: true, operations: true, reworks: true, warranty: true }).shape,
	});

const coverage = z.object({
	covered: z.boolean(),
	untilOn: z.string().nullable(),
	startOn: z.string().nullable(),
	basis: z.string(),
	ruleId: z.string(),
	exchangeable: z.boolean(),
	exchangeUntilOn: z.string().nullable(),
	returnable: z.boolean(),
	returnUntilOn: z.string().nullable(),
});

/** One line of the record: what happened, in codes the screen has words for. Nothing personal. */
const timelineLine = z.object({
	id: z.string(),
	at: z.string(),
	by: z.string(),
	type: z.string(),
	jobId: z.string().nullable(),
	/** Where it was written; null = here. */
	workshop: z.string().nullable(),
	facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
	photos: z.array(z.string()),
});

export const itemCalls = defineCalls("item", {
	/** The whole record, following a merge to the identity that stands. */
	record: query({
		access: "signed-in",
		fails: ["not-found"],
		input: z.strictObject({ itemId: uuid }),
		output: z.object({
			item: itemBrief.extend({ materials: z.array(z.string()), version: z.number().int() }),
			mergedFrom: z.string().nullable(),
			/** False: only other workshops have it on their books; `version` is 0. */
			here: z.boolean(),
			/** When the archive last answered for it, ISO UTC; null = never. */
			archiveAt: z.string().nullable(),
			/** Another record under one of its codes that only a person can tell apart. */
			double: itemBrief.nullable(),
			pieces: z.array(z.object({ id: z.string(), kind: z.string() })),
			codes: z.array(z.object({ kind: z.enum(codeKinds), value: z.string() })),
			purchase: z
				.object({
					channel: z.string(),
					shop: z.string(),
					boughtOn: z.string().nullable(),
					proof: z.string(),
					orderNumber: z.string(),
					priceFen: z.number().int().nullable(),
					/** Vocabulary code; a suspicion is shown as `held` and nothing more. */
					authenticity: z.string(),
					proofs: z.array(z.string()),
				})
				.nullable(),
			coverage,
			/** Who brought it last, masked; null when it was only registered. */
			customer: maskedCustomer.nullable(),
			/** Newest first. */
			jobs: z.array(jobLine),
			/** At other workshops, newest first. */
			elsewhere: z.array(jobElsewhere),
			/** The job that has it in our hands now. */
			openJobId: z.string().nullable(),
			photos: z.array(
				z.object({
					handle: z.string(),
					role: z.string(),
					at: z.string(),
					jobId: z.string(),
					pieceId: z.string().nullable(),
					/** What it stands in for, as taken, oldest first. */
					originals: z.array(z.string()),
				}),
			),
			refusals: z.array(
				z.object({
					id: z.string(),
					at: z.string(),
					by: z.string(),
					reason: z.string(),
					note: z.string(),
					appeal: z.object({ at: z.string(), by: z.string(), decision: z.enum(["upheld", "lifted"]) }).nullable(),
				}),
			),
			/** Newest first. */
			timeline: z.array(timelineLine),
			/** True: the timeline shows the newest jobs only. */
			shortened: z.boolean(),
		}),
	}),
	/** Corrects the description; the earlier one stays in the history. */
	set: command({
		access: ["clerk", "technician", "inspector"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({ itemId: uuid, version, changes: itemChanges, reason: code }),
		output: answer,
	}),
	addCode: command({
		access: ["clerk", "technician", "inspector"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({ itemId: uuid, version, code: itemCodeInput }),
		output: answer,
	}),
	/** Gives it the code it carries for life, drawn by chance; one it has already is kept. */
	giveTag: command({
		access: ["clerk", "technician", "inspector"],
		fails: ["not-found", "conflict"],
		input: z.strictObject({ itemId: uuid, version }),
		output: answer.extend({ tag: z.string() }),
	}),
	/** Records where and when it was bought, from now on. */
	setPurchase: command({
		access: ["clerk", "inspector"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({ itemId: uuid, version, purchase: purchaseInput }),
		output: answer,
	}),
	/** How sure we are of it. `held` = headquarters looks; nobody says a word about it to the customer. */
	verify: command({
		access: ["technician", "inspector"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({ itemId: uuid, version, authenticity: code }),
		output: answer,
	}),
	/** Turns one item of a draft away: coded, kept on its record, appealable. The draft keeps its other items. */
	refuse: command({
		access: ["clerk"],
		fails: ["not-found", "rule-broken", "forbidden", "conflict"],
		input: z.strictObject({
			/** The draft it was to come with: its customer is who was told. */
			orderId: uuid,
			/** The known item, or null to register it from what the draft says under `key`. */
			itemId: uuid.nullable(),
			key: filled(20),
			reason: code,
			note: words(500),
			approval: approval.optional(),
		}),
		output: answer,
	}),
	/** Looks at a refusal again: it stands, or the item is taken after all. */
	appeal: command({
		access: ["clerk"],
		fails: ["not-found", "conflict", "forbidden"],
		input: z.strictObject({
			itemId: uuid,
			version,
			refusal: uuid,
			decision: z.enum(["upheld", "lifted"]),
			note: words(500),
			approval,
		}),
		output: answer,
	}),
});
