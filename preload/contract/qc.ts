/** Quality control (质检): the acceptance points of what was done, before and after, pass or back to the bench. */
import { z } from "zod";
import { localizedSchema } from "../../domain/standard/text.ts";
import { acted, benchJob } from "./bench.ts";
import { command, defineCalls, query } from "./define.ts";
import { code, uuid, version, words } from "./fields.ts";
import { jobCard, personView } from "./job-views.ts";

const inspectors = ["inspector"] as const;
const points = z.array(z.strictObject({ point: code, passed: z.boolean() })).max(40);

export const qcRow = z.object({
	card: jobCard,
	repairers: z.array(personView),
	/** The person asking repaired it. */
	ownWork: z.boolean(),
	/** Set while it has to cure before it can pass. */
	curing: z.object({ fromAt: z.string(), untilAt: z.string() }).nullable(),
	operations: z.array(localizedSchema),
	missingAfter: z.number(),
	finishedAt: z.string(),
});
export type QcRow = z.infer<typeof qcRow>;

export const qcJob = z.object({
	job: benchJob,
	points: z.array(
		z.object({
			code: z.string(),
			name: localizedSchema,
			rule: localizedSchema,
			/** Operations that ask for it. */
			operations: z.array(z.string()),
			/** How it went at the last inspection. */
			before: z.boolean().nullable(),
		}),
	),
	/** What can be sent back: each operation once per piece it was planned for. */
	redo: z.array(z.object({ operation: z.string(), name: localizedSchema, pieceId: z.string().nullable() })),
	repairers: z.array(personView),
	/** `own-work`: allowed and flagged; `own-work-refused`: somebody else must pass it. */
	may: z.enum(["yes", "own-work", "own-work-refused"]),
	/** Pieces whose after picture is missing; null stands for the item as a whole. */
	missingAfter: z.array(z.string().nullable()),
	/** Pictures of the same piece to lay over each other. */
	pairs: z.array(z.object({ pieceId: z.string().nullable(), before: z.string(), after: z.string() })),
	round: z.number(),
});
export type QcJob = z.infer<typeof qcJob>;

export const qcCalls = defineCalls("qc", {
	queue: query({
		access: inspectors,
		input: z.strictObject({}),
		output: z.object({ rows: z.array(qcRow), more: z.boolean(), nowAt: z.string() }),
	}),
	job: query({ access: inspectors, input: z.strictObject({ jobId: uuid }), output: qcJob, fails: ["not-found"] }),
	/** Every point of the job, all passed. */
	pass: command({
		access: inspectors,
		input: z.strictObject({ jobId: uuid, version, points }),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
	/** Every point of the job, at least one failed; `reason` of the list `qc-fail`. */
	fail: command({
		access: inspectors,
		input: z.strictObject({
			jobId: uuid,
			version,
			points,
			reason: code,
			words: words(500),
			redo: z
				.array(z.strictObject({ operation: code, pieceId: uuid.optional() }))
				.min(1)
				.max(40),
		}),
		output: acted,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
});
