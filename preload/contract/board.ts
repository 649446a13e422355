/** The board: every job in our hands, or sent on by us, by stage with its running clock; and the jobs whose customer is to be called. */
import { z } from "zod";
import { stages } from "../../domain/job/stage.ts";
import { defineCalls, query } from "./define.ts";
import { whereabouts } from "./job-views.ts";

export const clockChip = z.object({
	clock: z.string(),
	dueAt: z.string(),
	leftMs: z.number(),
	state: z.enum(["running", "paused", "due-soon", "overdue", "met", "missed"]),
});

/** One job as lists show it. Customers are masked; names of kinds come from the standard on the screen. */
export const jobRow = z.object({
	jobId: z.string(),
	orderId: z.string(),
	number: z.string(),
	ordinal: z.number().int(),
	stage: z.enum(stages),
	stageAt: z.string(),
	receivedAt: z.string(),
	promisedAt: z.string(),
	item: z.object({
		id: z.string(),
		category: z.string(),
		kind: z.string(),
		brand: z.string(),
		style: z.string(),
		colour: z.string(),
		size: z.string(),
	}),
	customer: z.object({ name: z.string(), phone: z.string() }),
	clock: clockChip.nullable(),
	assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
	shelf: z.string().nullable(),
	goingBack: z.boolean(),
	reworks: z.number().int(),
	conflict: z.boolean(),
	/** Media handle of a small picture, or null. */
	photo: z.string().nullable(),
	followUpAt: z.string().nullable(),
	/** On its way or at another workshop; null: here. */
	where: whereabouts.nullable(),
});
export type JobRow = z.infer<typeof jobRow>;

export const boardCalls = defineCalls("board", {
	/** Overdue first, then the least time left. */
	read: query({
		access: "signed-in",
		input: z.strictObject({ stages: z.array(z.enum(stages)).max(stages.length).optional() }),
		output: z.object({ rows: z.array(jobRow), truncated: z.boolean() }),
	}),
});
