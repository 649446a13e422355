/** Events of receiving: what came in, and pictures at any time. */
import { z } from "zod";
import { defineEvent } from "../../event/define.ts";
import { clocks } from "./clocks.ts";
import { fen, id, short, words } from "./fields.ts";

export const conditionMark = z.object({ id, zone: short, flaw: short, pieceId: id.optional() });
export type ConditionMark = z.infer<typeof conditionMark>;

export const received = defineEvent({
	type: "job.received",
	body: z.object({
		order: id,
		item: id,
		subject: id,
		/** 1.. within the order. */
		ordinal: z.number().int().min(1).max(99),
		/** `no` = running piece number within the order, the last two digits of its label. */
		pieces: z.array(z.object({ id, kind: short, no: z.number().int().min(1).max(99) })).min(1),
		/** Operation codes asked for; a service needs no fault. */
		services: z.array(z.string().max(20)).max(20),
		/** Accessories handed in that get no label of their own. */
		accessories: z.array(short).max(20),
		condition: z.array(conditionMark).max(60),
		declaredValueFen: fen.nullable(),
		hasWords: z.boolean(),
		promisedAt: z.number().int(),
		clocks,
	}),
	personal: words,
});

/**
 * Pictures are blobs; `pieceId`, `finding`, `step` and `mark` (of the condition at intake) say what they show.
 * `insteadOf`: the one picture stands in for an earlier one (its sha256): taken again, turned, cut or drawn on. The
 * earlier one is kept.
 */
export const photographed = defineEvent({
	type: "job.photographed",
	body: z.object({
		pieceId: id.optional(),
		finding: id.optional(),
		step: id.optional(),
		mark: id.optional(),
		insteadOf: z
			.string()
			.regex(/^[0-9a-f]{64}$/)
			.optional(),
	}),
});

export const receiveEvents = {
	"job.received": received,
	"job.photographed": photographed,
} as const;
