/** The follow-up call (回访): who is to be called, and how it went. */
import { z } from "zod";
import { followUpResults } from "../../domain/job/leave/follow-up.ts";
import { localizedSchema } from "../../domain/standard/text.ts";
import { command, defineCalls, query } from "./define.ts";
import { day, uuid, version, words } from "./fields.ts";
import { moved } from "./job-fields.ts";
import { itemBrief } from "./scan.ts";

export const followUpRow = z.object({
	jobId: z.string(),
	version: z.number(),
	orderId: z.string(),
	number: z.string(),
	ordinal: z.number(),
	customer: z.object({ subjectId: z.string(), name: z.string(), phone: z.string() }),
	item: itemBrief,
	photo: z.string().nullable(),
	/** What was done. */
	work: z.array(localizedSchema),
	handedAt: z.string(),
	dueAt: z.string(),
	/** `later`: not today; `overdue`: its day is past. */
	when: z.enum(["overdue", "today", "later"]),
	/** Calls so far that reached nobody or asked for another one. */
	tries: z.number(),
	lastResult: z.enum(followUpResults).nullable(),
	/** What was said at the last call. */
	lastWords: z.string().nullable(),
	warrantyUntilOn: z.string().nullable(),
});
export type FollowUpRow = z.infer<typeof followUpRow>;

export const followupCalls = defineCalls("followup", {
	/** Overdue first, then today's; with `later` those to come as well. */
	due: query({
		access: ["clerk"],
		input: z.strictObject({ later: z.boolean() }),
		output: z.object({
			rows: z.array(followUpRow),
			counts: z.object({ overdue: z.number(), today: z.number(), later: z.number() }),
			more: z.boolean(),
			todayOn: z.string(),
			/** The next working day: where another try goes by itself. */
			nextOn: z.string(),
		}),
	}),
	/** `nextOn`: try again that day; null ends it (after two calls that reached nobody, or once the customer was heard). */
	tick: command({
		access: ["clerk"],
		input: z.strictObject({
			jobId: uuid,
			version,
			result: z.enum(followUpResults),
			score: z.int().min(1).max(5).nullable(),
			words: words(1000),
			nextOn: day.nullable(),
		}),
		output: moved,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
});
