/**
 * The rule part of the standard: promise clocks, liability rules, provincial floors, coded reasons.
 * Shapes only. The numbers are defaults that headquarters edits, so code never carries them.
 */
import { z } from "zod";
import { localizedSchema } from "./text.ts";

export const clockUnits = ["wall", "working-minutes", "working-days", "calendar-days"] as const;
/** `amount` is minutes for `wall` and `working-minutes`, days for the others. */
export const clockLimitSchema = z.object({ unit: z.enum(clockUnits), amount: z.int().min(1) });
export type ClockLimit = z.infer<typeof clockLimitSchema>;

export const clockSets = ["A", "B"] as const;
export type ClockSet = (typeof clockSets)[number];

export const clockRuleSchema = z.object({
	/** e.g. `A`, `F-simple`, `K2-reply`. */
	code: z.string().min(1),
	/** The clock's letter in the trade's table; variants share one. */
	letter: z.string().length(1),
	name: localizedSchema,
	starts: localizedSchema,
	stops: localizedSchema,
	/** Limit per set; null where the promise comes from elsewhere (the carrier) or there is none. */
	limits: z.object({ A: clockLimitSchema.nullable(), B: clockLimitSchema.nullable() }),
	/** Pause reasons that stop it, each at most `maxMinutes` in all. Any other pause is recorded and does not count. */
	pauses: z.array(z.object({ why: z.string(), maxMinutes: z.int().min(1).optional() })),
	warnPercent: z.int().min(1).max(100),
	/** Set by law: no brand may lengthen it. */
	legal: z.boolean(),
	/** When the customer is reminded, measured from the start. */
	remindAfter: z.array(clockLimitSchema).optional(),
	/** The earliest moment the act makes sense (a follow-up call), measured from the start. */
	notBefore: clockLimitSchema.optional(),
});
export type ClockRule = z.infer<typeof clockRuleSchema>;

export const clocksFileSchema = z.object({
	sets: z.array(z.object({ code: z.enum(clockSets), name: localizedSchema, default: z.boolean() })).length(2),
	clocks: z.array(clockRuleSchema).min(1),
});

export const liabilityRuleSchema = z.object({
	id: z.string().regex(/^R\d{1,2}$/),
	condition: localizedSchema,
	result: localizedSchema,
	citation: localizedSchema,
});
export type LiabilityRule = z.infer<typeof liabilityRuleSchema>;

export const liabilityFileSchema = z.object({
	version: z.string().min(1),
	rules: z.array(liabilityRuleSchema).min(1),
	/** Rule ids, strongest first: which one names the cause when several hold. */
	order: z.array(z.string()).min(1),
	settings: z.object({
		/** Below this score a second inspector looks (R10), percent. */
		scoreFloorPercent: z.int().min(0).max(100),
		/** Above this item price a second inspector looks (R10), fen. */
		secondLookFromFen: z.int().min(0),
		/** Same-fault cases of one batch that make a pattern (R7). */
		batchCases: z.int().min(1),
		/** Faults that stop use at once (R9). */
		safetyFaults: z.array(z.string()),
		/** Faults with a chemical cause that is never the customer's (R7). */
		neverMisuseFaults: z.array(z.string()),
	}),
});
export type LiabilityRules = z.infer<typeof liabilityFileSchema>;

export const termSchema = z.object({ unit: z.enum(["day", "month"]), amount: z.int().min(0) });
export type Term = z.infer<typeof termSchema>;

/** `work` is the warranty of repair work; `repair-ceiling` how long a repair may take. */
export const floorKinds = [
	"repair",
	"repair-if-nothing-agreed",
	"exchange",
	"return",
	"work",
	"repair-ceiling",
] as const;
export const floorSchema = z.object({
	id: z.string().min(1),
	kind: z.enum(floorKinds),
	/** `sanbao-goods`: only categories listed as under the province's repair-replace-refund duty. */
	scope: z.enum(["all-goods", "sanbao-goods", "repair-work"]),
	term: termSchema,
	text: localizedSchema,
	citation: localizedSchema,
});
export type Floor = z.infer<typeof floorSchema>;

export const provinceSchema = z.object({
	/** Two letters, e.g. `ZJ`. */
	code: z.string().regex(/^[A-Z]{2}$/),
	name: localizedSchema,
	version: z.string().min(1),
	/** Categories of the vocabulary the province counts as 三包 goods. Empty until a lawyer confirms. */
	sanbaoCategories: z.array(z.string()),
	floors: z.array(floorSchema),
});
export type Province = z.infer<typeof provinceSchema>;

export const provincesFileSchema = z.object({
	version: z.string().min(1),
	/** The baseline used where a brand promises nothing better; every brand may edit it upwards. */
	baseline: z.object({
		id: z.string(),
		repair: termSchema,
		exchange: termSchema,
		return: termSchema,
		citation: localizedSchema,
	}),
	/** Floors that hold in every province. */
	national: z.array(floorSchema),
	provinces: z.array(provinceSchema),
});
export type Provinces = z.infer<typeof provincesFileSchema>;

export const reasonLists = [
	"refusal-at-intake",
	"list-deviation",
	"qc-fail",
	"pause",
	"trouble",
	"decline",
	"return",
	"exchange",
	"void-order",
	"cancel-job",
	"missing-piece",
	"correction",
	"liability-override",
	"approval-means",
	"unsigned",
	"part-return",
	"stock-difference",
	"reprint",
	"show-customer",
	"complaint",
] as const;
export type ReasonList = (typeof reasonLists)[number];
export const reasonSchema = z.object({
	code: z.string().min(1).max(40),
	name: localizedSchema,
	/** A note must go with it. */
	note: z.literal(true).optional(),
	/** Needs a manager. */
	manager: z.literal(true).optional(),
});
export type CodedReason = z.infer<typeof reasonSchema>;
export const reasonsFileSchema = z.record(z.enum(reasonLists), z.array(reasonSchema).min(1));
