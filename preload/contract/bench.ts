/** The bench (工位): what is to be repaired, in which order, step by step; parts, pictures and trouble on the way. */
import { z } from "zod";
import { earlyStarts } from "../../domain/job/work/steps.ts";
import { localizedSchema } from "../../domain/standard/text.ts";
import { command, defineCalls, query } from "./define.ts";
import { code, mediaHandle, uuid, version, words } from "./fields.ts";
import { jobCard, personView, reasonView } from "./job-views.ts";

const bench = ["technician"] as const;
const job = { jobId: uuid, version };
const step = { ...job, stepId: uuid };

/** Every command answers the job's new version and stage, so that the next one can follow without reading again. */
export const acted = z.object({ version: z.number(), stage: z.string() });

const stepStates = z.enum(["todo", "running", "paused", "done"]);

export const stepView = z.object({
	id: z.string(),
	no: z.number(),
	operation: z.string(),
	operationName: localizedSchema,
	title: localizedSchema,
	minutes: z.number(),
	cureHours: z.number(),
	/** While or after it cures; null when it doesn't. */
	cureFromAt: z.string().nullable(),
	cureUntilAt: z.string().nullable(),
	state: stepStates,
	pausedFor: reasonView.nullable(),
	pieceId: z.string().nullable(),
	round: z.number(),
	/** The standard asks for a picture at this step. */
	wantsPhoto: z.boolean(),
	runs: z.array(
		z.object({ by: personView, fromAt: z.string(), toAt: z.string().nullable(), early: z.string().nullable() }),
	),
	/** Hands-on time of runs that ended, ms, all and by person. */
	spentMs: z.number(),
	people: z.array(z.object({ person: personView, ms: z.number() })),
	/** What keeps it from being started now. */
	hindered: z.object({ why: z.enum(["earlier-step-open", "still-curing", "left-out"]), no: z.number() }).nullable(),
});
export type StepView = z.infer<typeof stepView>;

const curing = z.object({ stepId: z.string(), title: localizedSchema, fromAt: z.string(), untilAt: z.string() });
export type CuringView = z.infer<typeof curing>;

export const benchRow = z.object({
	card: jobCard,
	/** `mine`: assigned to the person asking; `free`: to nobody. */
	whose: z.enum(["mine", "free", "others"]),
	current: stepView
		.pick({ id: true, no: true, title: true, minutes: true, state: true, pieceId: true, pausedFor: true })
		.nullable(),
	running: z.array(personView),
	stepsDone: z.number(),
	stepsTotal: z.number(),
	/** Set while the next step has to wait for a cure. */
	curing: curing.nullable(),
	/** Minutes of work left by the standard. */
	minutesLeft: z.number(),
	trouble: reasonView.nullable(),
});
export type BenchRow = z.infer<typeof benchRow>;

const photo = z.object({
	handle: z.string(),
	role: z.string(),
	at: z.string(),
	pieceId: z.string().nullable(),
	stepId: z.string().nullable(),
	findingId: z.string().nullable(),
	/** What it stands in for, as taken, oldest first. */
	originals: z.array(z.string()),
});

export const benchJob = z.object({
	card: jobCard,
	/** Reason no work may be done now (`bench.not-approved` …), or null. */
	closed: z.string().nullable(),
	mine: z.boolean(),
	words: z.string().nullable(),
	services: z.array(reasonView),
	findings: z.array(
		z.object({
			id: z.string(),
			code: z.string(),
			name: localizedSchema,
			component: localizedSchema.nullable(),
			severity: z.string(),
			pieceId: z.string().nullable(),
			note: z.string().nullable(),
			photos: z.array(z.string()),
		}),
	),
	/** What the customer agreed to, without money. */
	lines: z.array(
		z.object({
			code: z.string(),
			title: localizedSchema,
			qty: z.number(),
			unit: z.string(),
			pieceId: z.string().nullable(),
			part: z.boolean(),
		}),
	),
	returnOldParts: z.boolean(),
	steps: z.array(stepView),
	currentStepId: z.string().nullable(),
	nextStepId: z.string().nullable(),
	curing: z.array(curing),
	parts: z.object({
		used: z.array(
			z.object({
				id: z.string(),
				part: z.string(),
				name: localizedSchema,
				unit: localizedSchema,
				milli: z.number(),
				lot: z.string().nullable(),
				operation: z.string().nullable(),
				at: z.string(),
				by: personView,
			}),
		),
		/** Usual ones of the operations and those on the quote; `milli` where the quote says how much. */
		suggested: z.array(
			z.object({
				part: z.string(),
				name: localizedSchema,
				spec: z.string(),
				unit: localizedSchema,
				milli: z.number().nullable(),
				operation: z.string().nullable(),
				usedMilli: z.number(),
			}),
		),
	}),
	photos: z.array(photo),
	troubles: z.array(
		z.object({
			reason: reasonView,
			stepId: z.string().nullable(),
			words: z.string().nullable(),
			at: z.string(),
			by: personView,
			open: z.boolean(),
		}),
	),
	/** What was not right, newest first: at quality control, or to the customer at pick-up. */
	failures: z.array(
		z.object({
			from: z.enum(["qc", "customer"]),
			reason: reasonView,
			words: z.string().nullable(),
			points: z.array(reasonView),
			at: z.string(),
			by: personView,
		}),
	),
	/** Pause reasons that stop the repair clock. */
	clockPauses: z.array(z.string()),
});
export type BenchJob = z.infer<typeof benchJob>;

export const benchCalls = defineCalls("bench", {
	/** Approved work by time left: mine, free, others. At most 300. */
	queue: query({
		access: bench,
		input: z.strictObject({}),
		output: z.object({ rows: z.array(benchRow), more: z.boolean(), nowAt: z.string() }),
	}),
	/** One job as the bench sees it, in any stage. */
	job: query({
		access: "signed-in",
		input: z.strictObject({ jobId: uuid }),
		output: benchJob,
		fails: ["not-found"],
	}),
	/** Who can be given work. */
	technicians: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({ people: z.array(personView) }),
	}),
	take: command({
		access: bench,
		input: z.strictObject(job),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** To a colleague, or `null` to nobody. A technician may give away only their own; a manager any. */
	assign: command({
		access: bench,
		input: z.strictObject({ ...job, person: uuid.nullable() }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
	/** `early`: why it begins although the step before still cures. */
	startStep: command({
		access: bench,
		input: z.strictObject({ ...step, early: z.enum(earlyStarts).optional() }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** `reason` of the standard's list `pause`. */
	pauseStep: command({
		access: bench,
		input: z.strictObject({ ...step, reason: code }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** `next`: begin the following step in the same act. The last step's end sends the job to QC. */
	finishStep: command({
		access: bench,
		input: z.strictObject({ ...step, next: z.boolean() }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** Takes back a finish. `reason` of the list `correction`. */
	reopenStep: command({
		access: bench,
		input: z.strictObject({ ...step, reason: code }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** For work without open steps. */
	finishRepair: command({
		access: bench,
		input: z.strictObject(job),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** `milli`: thousandths of the part's unit. */
	usePart: command({
		access: bench,
		input: z.strictObject({
			...job,
			part: code,
			milli: z.int().min(1).max(1_000_000),
			operation: code.optional(),
			lot: z
				.string()
				.regex(/^[0-9A-Z]{1,12}$/)
				.optional(),
		}),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** A part booked by mistake or left over. `reason` of the list `part-return`. */
	returnPart: command({
		access: bench,
		input: z.strictObject({ ...job, use: uuid, reason: code }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** `reason` of the list `trouble`; some need words. `stop`: the step stops with it. */
	trouble: command({
		access: bench,
		input: z.strictObject({ ...job, reason: code, stepId: uuid.optional(), words: words(500), stop: z.boolean() }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** Stops the repair clock for a permitted reason. */
	pauseClock: command({
		access: ["technician", "clerk"],
		input: z.strictObject({ ...job, reason: code }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	resumeClock: command({
		access: ["technician", "clerk"],
		input: z.strictObject(job),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** Where to send one picture of this job: `step` during the work, `after` when it is done. */
	photoTicket: command({
		access: ["technician", "inspector"],
		input: z.strictObject({ jobId: uuid, role: z.enum(["step", "after"]) }),
		output: z.object({ ticket: z.string() }),
		fails: ["not-found", "rule-broken"],
	}),
	/** Pictures add up, so no version: one taken while somebody else works is still right. */
	addPhoto: command({
		access: ["technician", "inspector"],
		input: z.strictObject({
			jobId: uuid,
			handle: mediaHandle,
			stepId: uuid.optional(),
			pieceId: uuid.optional(),
			/** It stands in for this one, which is kept: taken again, turned, cut or drawn on. */
			insteadOf: mediaHandle.optional(),
		}),
		output: acted,
		fails: ["not-found", "rule-broken"],
	}),
});
