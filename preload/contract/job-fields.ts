/** Shapes the job page reads and the inspection and quote calls share. Everything about the customer is masked. */
import { z } from "zod";
import { causeSchema, evidenceSchema, measureSchema, pinSchema, severitySchema } from "../../domain/finding/finding.ts";
import { outcomeSchema as liabilityOutcome, proposalSchema } from "../../domain/liability/call.ts";
import { payerSchema, quoteLineSchema, quoteTotalsSchema } from "../../domain/quote/line.ts";
import { coverageSchema } from "../../domain/warranty/coverage.ts";
import { code, fen, uuid, words } from "./fields.ts";
import { personView } from "./job-views.ts";

/** A coded reason of the standard, with words where the list asks for some. */
export const givenReason = z.strictObject({ code, note: words(500).optional() });

/** Every command answers where the job stands now, so that the next one can follow without reading again. */
export const moved = z.object({ version: z.number(), stage: z.string() });

export const findingInput = z.strictObject({
	fault: code,
	component: code,
	material: code.optional(),
	severity: severitySchema,
	pieceId: uuid.optional(),
	zones: z.array(code).max(12).optional(),
	measures: z.array(z.strictObject(measureSchema.shape)).max(8).optional(),
	evidence: z.array(evidenceSchema).max(30),
	pins: z.array(z.strictObject(pinSchema.shape)).max(20).optional(),
});

export const findingView = z.object({
	id: z.string(),
	fault: z.string(),
	component: z.string(),
	material: z.string().nullable(),
	severity: severitySchema,
	pieceId: z.string().nullable(),
	zones: z.array(z.string()),
	measures: z.array(measureSchema),
	evidence: z.array(evidenceSchema),
	pins: z.array(pinSchema),
	at: z.string(),
	by: personView,
	note: z.string().nullable(),
	/** Pinned on a photo, or photographed for it. */
	hasPhoto: z.boolean(),
	coverage: coverageSchema,
	/** What the rules say today. */
	proposal: proposalSchema,
	/** The rule that names the cause, when one does. */
	ruleId: z.string().nullable(),
	call: z
		.object({
			cause: causeSchema,
			outcome: liabilityOutcome,
			rules: z.array(z.string()),
			reason: z.string().nullable(),
			note: z.string().nullable(),
			second: personView.nullable(),
			stopUseTold: z.boolean(),
			at: z.string(),
			by: personView,
		})
		.nullable(),
	/** The rules would propose something else than when it was decided: look again. */
	outdated: z.boolean(),
	/** On a quote the customer accepted: nothing about it may change any more. */
	agreed: z.boolean(),
});
export type FindingView = z.infer<typeof findingView>;

/** What a person chose on a quote; every code is of the standard. */
export const choices = z.strictObject({
	remedies: z
		.array(
			z.strictObject({
				findingId: uuid,
				operation: code,
				pieceId: uuid.optional(),
				qty: z.int().min(1).max(99).optional(),
			}),
		)
		.max(120),
	services: z
		.array(
			z.strictObject({
				operation: code,
				pieceId: uuid.optional(),
				qty: z.int().min(1).max(99).optional(),
				payer: payerSchema.optional(),
			}),
		)
		.max(40),
	parts: z.array(z.strictObject({ operation: code, part: code, qty: z.int().min(1).max(99) })).max(60),
	prices: z.array(z.strictObject({ code, unitFen: fen, reason: code, note: words(200).optional() })).max(60),
});
export type ChoicesInput = z.input<typeof choices>;

export const quoteView = z.object({
	version: z.number(),
	at: z.string(),
	by: personView,
	lines: z.array(quoteLineSchema),
	totals: quoteTotalsSchema,
	/** What the customer pays, in capital numerals. */
	customerWords: z.string(),
	validUntilAt: z.string(),
	expired: z.boolean(),
	standard: z.string(),
	prices: z.string(),
	samplePrices: z.boolean(),
	reason: z.string().nullable(),
	answer: z
		.object({
			answer: z.enum(["accepted", "declined", "changed"]),
			means: z.string(),
			channel: z.string().nullable(),
			reason: z.string().nullable(),
			words: z.string().nullable(),
			/** Media handle of the screenshot, if one was kept. */
			screenshot: z.string().nullable(),
			testFeeFen: z.number(),
			at: z.string(),
			by: personView,
		})
		.nullable(),
});
export type QuoteView = z.infer<typeof quoteView>;
