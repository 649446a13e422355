/** The quote (报价): made by itself from findings and services, changed by choice, issued, answered. */
import { z } from "zod";
import { requoteReasons } from "../../domain/job/inspect/quote.ts";
import { priceUnitSchema, quoteLineSchema, quoteTotalsSchema } from "../../domain/quote/line.ts";
import { command, defineCalls, query } from "./define.ts";
import { approval, code, line, mediaHandle, uuid, version, words } from "./fields.ts";
import { choices, givenReason, moved } from "./job-fields.ts";

const fails = ["not-found", "conflict", "rule-broken"] as const;

export const answerMeans = ["signature", "paper", "phone", "chat"] as const;

export const quoteDraft = z.object({
	/** The version these lines were read at; `issue` carries it. */
	version: z.number(),
	/** Number the quote gets when issued. */
	quoteVersion: z.number(),
	choices,
	lines: z.array(quoteLineSchema),
	totals: quoteTotalsSchema,
	/** What the customer pays, in capital numerals. */
	customerWords: z.string(),
	/** What is still missing or worth a look; none of them stops the quote from being shown. */
	needs: z.array(
		z.discriminatedUnion("kind", [
			z.object({ kind: z.enum(["liability-call", "remedy", "exchange-decision"]), findingId: z.string() }),
			z.object({ kind: z.literal("mixed-payers"), operation: z.string() }),
			z.object({ kind: z.literal("sample-prices") }),
		]),
	),
	/** Deviations only a manager may allow. */
	approvals: z.array(z.object({ kind: z.enum(["price", "other-remedy", "free-service"]), code: z.string() })),
	/** Reason why it cannot be issued now (`quote.outcome-first` …), or null. */
	blocked: z.string().nullable(),
	/** A version is out there already: issuing replaces it and needs a reason. */
	replaces: z.number().nullable(),
	/** Remedies the fault table offers for each finding, list price included. */
	options: z.array(
		z.object({
			findingId: z.string(),
			/** The table also names an exchange or return decision. */
			decision: z.boolean(),
			operations: z.array(
				z.object({
					operation: code,
					unit: priceUnitSchema,
					listFen: z.number().nullable(),
					minutes: z.number(),
					cureHours: z.number(),
				}),
			),
		}),
	),
	validDays: z.number(),
	/** The day the repair would be done by, were it accepted now. */
	dueOn: z.string().nullable(),
	samplePrices: z.boolean(),
});
export type QuoteDraft = z.infer<typeof quoteDraft>;

export const quoteCalls = defineCalls("quote", {
	/** The quote as it would be; without `choices`, as the standard proposes it (or as the last version was). */
	draft: query({
		access: "signed-in",
		input: z.strictObject({ jobId: uuid, choices: choices.optional() }),
		output: quoteDraft,
		fails: ["not-found", "rule-broken"],
	}),
	/** `reason` is needed when it replaces a version; `approval`: the manager behind the deviations. */
	issue: command({
		access: ["clerk", "inspector"],
		input: z.strictObject({
			jobId: uuid,
			version,
			choices,
			validDays: z.int().min(1).max(90).optional(),
			reason: z.enum(requoteReasons).optional(),
			approval: approval.optional(),
		}),
		output: moved.extend({ quoteVersion: z.number() }),
		fails: [...fails, "forbidden"],
	}),
	/** Where to send the signature or the screenshot of an answer. */
	ticket: command({
		access: ["clerk", "inspector"],
		input: z.strictObject({ jobId: uuid, what: z.enum(["signature", "answer"]) }),
		output: z.object({ ticket: z.string() }),
		fails: ["not-found", "rule-broken"],
	}),
	/** The customer's answer. Phone and chat need channel and words, a chat its screenshot; declining a reason. */
	answer: command({
		access: ["clerk", "inspector"],
		input: z.strictObject({
			jobId: uuid,
			version,
			quoteVersion: z.int().min(1).max(999),
			answer: z.enum(["accepted", "declined", "changed"]),
			means: z.enum(answerMeans),
			channel: line(60).optional(),
			words: words(1000).optional(),
			screenshot: mediaHandle.optional(),
			signature: mediaHandle.optional(),
			/** Of the list `decline`. */
			reason: givenReason.optional(),
			testFee: z.boolean().optional(),
			returnOldParts: z.boolean().optional(),
		}),
		output: moved,
		fails,
	}),
});
