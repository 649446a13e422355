/**
 * The catalogue part of the standard: faults, operations with their steps, spare parts, acceptance rules, glossary.
 * Shapes only; `parse.ts` checks that codes point at each other.
 */
import { z } from "zod";
import { causeSchema, severitySchema } from "../finding/finding.ts";
import { localizedSchema } from "./text.ts";

export const faultCodeSchema = z.string().regex(/^[A-Z]{2}\d{2,3}$/);
export const operationCodeSchema = z.string().regex(/^O\d{2,3}$/);
export const partCodeSchema = z.string().regex(/^[A-Z]{2}\d{2,3}$/);
export const acceptanceCodeSchema = z.string().regex(/^A\d{1,2}$/);
/** An operation, or `X`: not a repair but an exchange or return decision. */
export const remedySchema = z.union([operationCodeSchema, z.literal("X")]);

export const faultSchema = z.object({
	code: faultCodeSchema,
	name: localizedSchema,
	/** The part as the trade names it for this fault. */
	part: localizedSchema,
	/** Component codes of the vocabulary this fault is found on; the first is the usual one. */
	components: z.array(z.string()).min(1),
	categories: z.array(z.string()).min(1),
	/** Materials it is seen on, as the trade writes them. */
	materials: localizedSchema,
	/** Likeliest first. A prior, never the verdict. */
	causes: z.array(causeSchema).min(1),
	/** How to tell the causes apart, where the trade has a rule for it. */
	evidence: localizedSchema.optional(),
	remedies: z.array(remedySchema).min(1),
	severity: severitySchema,
});
export type Fault = z.infer<typeof faultSchema>;

export const stepSchema = z.object({
	/** 1, 2, 3 … */
	n: z.int().min(1),
	name: localizedSchema,
	/** The curing or drying time starts when this step ends. Exactly one step of an operation that cures. */
	cures: z.literal(true).optional(),
	/** A photo belongs to this step. */
	photo: z.literal(true).optional(),
});
export type Step = z.infer<typeof stepSchema>;

export const skills = ["COB", "GLU", "STI", "HDW", "ZIP", "COL", "CLN", "LUG", "TAI", "PLT", "QC"] as const;
export const skillSchema = z.enum(skills);
export type Skill = z.infer<typeof skillSchema>;

/** Which of the repair clocks applies. */
export const repairClasses = ["simple", "major", "outsourced"] as const;

export const operationSchema = z.object({
	code: operationCodeSchema,
	name: localizedSchema,
	skill: skillSchema,
	categories: z.array(z.string()).min(1),
	/** Hands-on minutes, indicative. */
	minutes: z.int().min(0),
	/** Curing or drying hours, indicative. */
	cureHours: z.int().min(0),
	/** Usual parts, already inside the operation's price. */
	parts: z.array(partCodeSchema),
	/** Indicative market band in fen, before the list fixes a price. */
	bandFen: z.tuple([z.int().min(0), z.int().min(0)]),
	acceptance: z.array(acceptanceCodeSchema).min(1),
	/** Days the work is warranted; 0 for cleaning and inspection, raised where a province sets a floor. */
	workWarrantyDays: z.int().min(0),
	repairClass: z.enum(repairClasses),
	steps: z.array(stepSchema).min(1),
});
export type Operation = z.infer<typeof operationSchema>;

export const partSchema = z.object({
	code: partCodeSchema,
	name: localizedSchema,
	/** Size or grade, indicative; empty when there is none. */
	spec: z.string(),
	/** The unit it is counted in. */
	unit: localizedSchema,
	group: localizedSchema,
	/** Glues, hardeners and colours expire and are tracked by lot. */
	perishable: z.boolean(),
});
export type Part = z.infer<typeof partSchema>;

export const acceptanceSchema = z.object({ code: acceptanceCodeSchema, name: localizedSchema, rule: localizedSchema });
export type Acceptance = z.infer<typeof acceptanceSchema>;
