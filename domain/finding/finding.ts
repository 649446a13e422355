/**
 * A finding: one fault seen on one part of an item, with the evidence that decides who answers for it.
 * Embedded in inspection events, read by the liability rules, the quote and the screens.
 * Holds no verdict (that is the liability call) and no free text (that is personal data).
 */
import { z } from "zod";
import { type EvidenceTag, evidenceTags } from "./evidence.ts";

/** M manufacturing, W normal wear, U misuse, T transport. */
export const causes = ["M", "W", "U", "T"] as const;
export const causeSchema = z.enum(causes);
export type Cause = z.infer<typeof causeSchema>;

/** `critical` means a hazard to the wearer. */
export const severities = ["critical", "major", "minor"] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

export const evidenceSchema = z.enum(evidenceTags);

/** What can be measured at the bench, as a whole number of the unit in the name. */
export const measureKinds = [
	"length-mm",
	"width-mm",
	"depth-mm",
	"tread-left-percent",
	"height-difference-mm",
	"area-mm2",
	"count",
	"grey-scale-half-steps",
	"load-grams",
] as const;
export const measureSchema = z.object({ kind: z.enum(measureKinds), value: z.int().min(0).max(1_000_000) });
export type Measure = z.infer<typeof measureSchema>;

/** A numbered pin on a photo; `x`, `y` in thousandths of its width and height. */
export const pinSchema = z.object({
	/** sha256 (hex) of the photo's stored blob. */
	blob: z.string().regex(/^[0-9a-f]{64}$/),
	x: z.int().min(0).max(1000),
	y: z.int().min(0).max(1000),
});
export type Pin = z.infer<typeof pinSchema>;

export const findingSchema = z.object({
	id: z.string().min(1).max(64),
	/** Code of the fault table, e.g. `FW01`. */
	fault: z.string().regex(/^[A-Z]{2}\d{2,3}$/),
	/** Component code of the vocabulary, e.g. `outsole`. */
	component: z.string().min(1).max(40),
	/** Material code of the vocabulary; absent when nobody could tell. */
	material: z.string().min(1).max(40).optional(),
	severity: severitySchema,
	/** The piece it is on; absent when it concerns the whole item. */
	pieceId: z.string().min(1).max(64).optional(),
	/** Zone codes of the vocabulary tapped on the outline. */
	zones: z.array(z.string().min(1).max(40)).max(12).optional(),
	measures: z.array(measureSchema).max(8).optional(),
	evidence: z.array(evidenceSchema).max(evidenceTags.length),
	pins: z.array(pinSchema).max(20).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** True when the finding carries every one of `tags`. */
export function hasAll(finding: Pick<Finding, "evidence">, tags: readonly EvidenceTag[]): boolean {
	return tags.every((tag) => finding.evidence.includes(tag));
}

/** True when the finding carries at least one of `tags`. */
export function hasAny(finding: Pick<Finding, "evidence">, tags: readonly EvidenceTag[]): boolean {
	return tags.some((tag) => finding.evidence.includes(tag));
}
