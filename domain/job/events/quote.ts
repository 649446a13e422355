/** Events of the quote: versions and answers. Accepting copies the plan of work in. */
import { z } from "zod";
import { defineEvent } from "../../event/define.ts";
import { quoteLineSchema, quoteTotalsSchema } from "../../quote/line.ts";
import { clocks } from "./clocks.ts";
import { fen, id, short, words } from "./fields.ts";

export const coverageSchema = z.object({
	covered: z.boolean(),
	/** YYYY-MM-DD, last covered day. */
	until: z.string().max(10).nullable(),
	rule: short,
	ruleVersion: short,
});

export const quoted = defineEvent({
	type: "job.quoted",
	body: z.object({
		version: z.number().int().min(1),
		lines: z.array(quoteLineSchema).max(200),
		totals: quoteTotalsSchema,
		coverage: z.array(coverageSchema.extend({ finding: id.optional() })),
		validUntil: z.number().int(),
		standard: short,
		prices: short,
		samplePrices: z.boolean(),
		/** Why an earlier version was replaced. */
		reason: short.optional(),
		clocks,
	}),
	personal: words,
});

export const stepPlan = z.object({
	id,
	operation: z.string().max(20),
	/** Running number within the job. */
	no: z.number().int().min(1),
	title: z.string().max(200),
	titleEn: z.string().max(200).optional(),
	minutes: z.number().int().nonnegative(),
	/** Wait after this step before the next may start, hours. */
	cureHours: z.number().int().nonnegative(),
	pieceId: id.optional(),
});
export type StepPlan = z.infer<typeof stepPlan>;

/** Accepting copies the plan of work in, so that a later standard never changes what was agreed. */
export const quoteAnswered = defineEvent({
	type: "job.quote_answered",
	body: z.object({
		version: z.number().int().min(1),
		answer: z.enum(["accepted", "declined", "changed"]),
		means: z.enum(["signature", "paper", "phone", "chat", "at-intake", "page"]),
		channel: short.optional(),
		reason: short.optional(),
		testFeeFen: fen.optional(),
		/** A later version was declined: the work goes on as agreed before instead of going back. */
		asAgreed: z.boolean().optional(),
		plan: z.array(stepPlan).max(300).optional(),
		acceptance: z.array(z.string().max(10)).optional(),
		/** Warranty of the work in days per operation, as it stood. */
		workWarranty: z.array(z.object({ operation: z.string().max(20), days: z.number().int().nonnegative() })).optional(),
		returnOldParts: z.boolean().optional(),
		clocks,
	}),
	personal: words,
});

export const quoteEvents = {
	"job.quoted": quoted,
	"job.quote_answered": quoteAnswered,
} as const;
