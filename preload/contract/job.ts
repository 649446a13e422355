/** The job (工单): everything its page shows, its record, its photos, and the end of a conflict. */
import { z } from "zod";
import { outcomes } from "../../domain/job/events/inspect.ts";
import { stages } from "../../domain/job/stage.ts";
import { command, defineCalls, query } from "./define.ts";
import { filled, mediaHandle, role, uuid, version } from "./fields.ts";
import { findingView, moved, quoteView } from "./job-fields.ts";
import { personView, pieceView, whereabouts, workshopView } from "./job-views.ts";

export const jobClock = z.object({
	/** Letter of the trade's table. */
	clock: z.string(),
	startedAt: z.string(),
	/** Moved on for the pauses that count. */
	dueAt: z.string(),
	stoppedAt: z.string().nullable(),
	state: z.enum(["running", "paused", "due-soon", "overdue", "met", "missed"]),
	leftMs: z.number(),
	/** Since its start by the wall, and net of the pauses that count. */
	wallMs: z.number(),
	netMs: z.number(),
	pausedFor: z.string().nullable(),
});

export const jobPhoto = z.object({
	handle: z.string(),
	role: z.string(),
	at: z.string(),
	by: personView,
	pieceId: z.string().nullable(),
	findingId: z.string().nullable(),
	stepId: z.string().nullable(),
	/** What it stands in for, as taken, oldest first. */
	originals: z.array(z.string()),
});

/** One way between workshops, in a line. */
export const jobMove = z.object({
	parcelId: z.string(),
	from: workshopView,
	to: workshopView,
	carrier: z.string(),
	waybill: z.string(),
	sentAt: z.string(),
	ended: z.object({ how: z.enum(["accepted", "recalled"]), at: z.string() }).nullable(),
});

export const jobPage = z.object({
	jobId: z.string(),
	version: z.number(),
	nowAt: z.string(),
	stage: z.enum(stages),
	stageAt: z.string(),
	ordinal: z.number(),
	order: z.object({ id: z.string(), number: z.string(), voided: z.boolean(), jobs: z.array(z.string()) }),
	customer: z.object({
		id: z.string(),
		/** Surname and star; empty when no name was told or it was erased. */
		name: z.string(),
		phone: z.string(),
		under14: z.boolean(),
		erased: z.boolean(),
	}),
	item: z.object({
		id: z.string(),
		category: z.string(),
		kind: z.string(),
		brand: z.string(),
		style: z.string(),
		colour: z.string(),
		size: z.string(),
		materials: z.array(z.string()),
		serial: z.string().nullable(),
		boughtOn: z.string().nullable(),
		channel: z.string().nullable(),
		proof: z.string().nullable(),
		priceFen: z.number().nullable(),
	}),
	pieces: z.array(pieceView),
	services: z.array(z.string()),
	condition: z.array(z.object({ id: z.string(), zone: z.string(), flaw: z.string(), pieceId: z.string().nullable() })),
	declaredValueFen: z.number().nullable(),
	/** The customer's own words at intake. */
	words: z.string().nullable(),
	receivedAt: z.string(),
	receivedBy: personView,
	promisedAt: z.string(),
	assignee: personView.nullable(),
	shelf: z.string().nullable(),
	/** On its way or at another workshop; null: here. */
	where: whereabouts.nullable(),
	/** Its ways between workshops so far, newest first. */
	moves: z.array(jobMove),
	photos: z.array(jobPhoto),
	clocks: z.array(jobClock),
	/** The clock that matters now, as in `clocks`. */
	clock: jobClock.nullable(),
	inspection: z.object({ startedAt: z.string(), by: personView }).nullable(),
	/** In the order they were found; the index + 1 is the pin's number. */
	findings: z.array(findingView),
	/** Warranty of the item as a whole, for the bar above the findings. */
	coverage: findingView.shape.coverage,
	outcome: z
		.object({
			outcome: z.enum(outcomes),
			reason: z.string().nullable(),
			amountFen: z.number().nullable(),
			note: z.string().nullable(),
			approver: personView.nullable(),
			at: z.string(),
			by: personView,
		})
		.nullable(),
	/** The exchange or the return is the customer's by rule, without a manager. */
	owed: z.object({ exchange: z.boolean(), refund: z.boolean() }),
	/** Newest first. */
	quotes: z.array(quoteView),
	testFeeFen: z.number(),
	/** True when the test fee may be the customer's, should they decline. */
	testFeePossible: z.boolean(),
	returning: z.boolean(),
	reworks: z.number(),
	reworkOf: z.string().nullable(),
	conflicts: z.array(
		z.object({
			field: z.string(),
			decisions: z.array(
				z.object({
					id: z.string(),
					type: z.string(),
					/** The choice in it: an outcome, an answer. */
					choice: z.string().nullable(),
					at: z.string(),
					by: personView,
					/** Of decisions about who has it: the workshop that made it. */
					workshop: z.string().nullable(),
					stands: z.boolean(),
					/** Where the job goes when this one is chosen. */
					stage: z.enum(stages),
				}),
			),
		}),
	),
	/** Who may approve as second inspector or manager. */
	approvers: z.array(personView.extend({ roles: z.array(role) })),
	/** A one-person shop: the second look may be one's own, flagged. */
	selfInspection: z.boolean(),
});
export type JobPage = z.infer<typeof jobPage>;

export const jobRecord = z.object({
	entries: z.array(
		z.object({
			id: z.string(),
			type: z.string(),
			at: z.string(),
			by: personView,
			/** What the sentence needs: codes, numbers, names; never personal. */
			facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
			words: z.string().nullable(),
			photos: z.array(z.string()),
		}),
	),
});

export const jobCalls = defineCalls("job", {
	/** Everything the job page shows. Words of the customer are opened for whoever is signed in. */
	get: query({
		access: "signed-in",
		input: z.strictObject({ jobId: uuid }),
		output: jobPage,
		fails: ["not-found"],
	}),
	/** The job's events as a record, newest first. */
	record: query({
		access: "signed-in",
		input: z.strictObject({ jobId: uuid }),
		output: jobRecord,
		fails: ["not-found"],
	}),
	/** Where to send one picture of the item. */
	photo: command({
		access: "signed-in",
		input: z.strictObject({ jobId: uuid, role: z.enum(["before", "after", "finding", "step"]) }),
		output: z.object({ ticket: z.string() }),
		fails: ["not-found", "rule-broken"],
	}),
	/** Pictures add up, so no version: one taken while somebody else works is still right. */
	addPhotos: command({
		access: "signed-in",
		input: z.strictObject({
			jobId: uuid,
			photos: z.array(mediaHandle).min(1).max(20),
			pieceId: uuid.optional(),
			findingId: uuid.optional(),
			stepId: uuid.optional(),
			/** The one picture stands in for this one, which is kept: taken again, turned, cut or drawn on. */
			insteadOf: mediaHandle.optional(),
		}),
		output: moved,
		fails: ["not-found", "rule-broken"],
	}),
	/** Which of two decisions made apart counts. */
	resolveConflict: command({
		access: ["inspector"],
		input: z.strictObject({ jobId: uuid, version, kept: uuid, reason: filled(60) }),
		output: moved,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
});
