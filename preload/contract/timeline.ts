/**
 * One line of an order's history: which event, who, when, and the values its sentence has blanks for. The screen holds
 * the sentences (one per event type, both languages) and the words for our own codes.
 */
import { z } from "zod";
import { localizedSchema } from "../../domain/standard/text.ts";
import { personView } from "./job-views.ts";

/** What goes into a blank. Instants ISO UTC, days YYYY-MM-DD, money fen. */
export const timelineValue = z.union([
	z.object({ text: z.string() }),
	z.object({ name: localizedSchema }),
	z.object({ names: z.array(localizedSchema) }),
	z.object({ at: z.string() }),
	z.object({ on: z.string() }),
	z.object({ fen: z.number() }),
	z.object({ number: z.number() }),
	/** A code of ours, for example `{of: "method", code: "cash"}`. */
	z.object({ of: z.string(), code: z.string() }),
]);
export type TimelineValue = z.infer<typeof timelineValue>;

export const timelineEntry = z.object({
	id: z.string(),
	at: z.string(),
	/** Name empty: the workstation by itself. */
	by: personView,
	type: z.string(),
	/** Set for what concerns one job. */
	job: z.object({ jobId: z.string(), ordinal: z.number() }).nullable(),
	values: z.record(z.string(), timelineValue),
	reason: timelineValue.nullable(),
	approver: personView.nullable(),
	/** "was …, now …"; null = there was, or is, nothing. */
	changes: z.array(z.object({ field: z.string(), was: timelineValue.nullable(), now: timelineValue.nullable() })),
	/** Words by or about the customer, opened. */
	words: z.string().nullable(),
	/** The event had words and their key was destroyed. */
	sealed: z.boolean(),
	photos: z.array(z.string()),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
