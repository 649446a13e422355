/**
 * The stages a job goes through and which lead to which. The track people see has five marks (收 检 修 验 交);
 * `quote` belongs to 检, `hand-over` and `follow-up` to 交.
 */
export const stages = ["inspection", "quote", "repair", "qc", "hand-over", "follow-up", "closed", "voided"] as const;
export type Stage = (typeof stages)[number];

/** Stages in which the item is in our hands and something is still to do. */
export const openStages: readonly Stage[] = ["inspection", "quote", "repair", "qc", "hand-over"];

const next: Record<Stage, readonly Stage[]> = {
	inspection: ["quote", "hand-over", "voided"],
	/** Straight back to inspection when a finding turns up late. */
	quote: ["quote", "repair", "inspection", "hand-over", "voided"],
	/** A later change of the quote waits for the customer again. */
	repair: ["qc", "quote", "hand-over", "voided"],
	qc: ["hand-over", "repair", "voided"],
	"hand-over": ["follow-up", "closed", "repair", "voided"],
	"follow-up": ["closed", "hand-over"],
	closed: [],
	voided: [],
};

export function mayMove(from: Stage, to: Stage): boolean {
	return next[from].includes(to);
}

/** Index of the five-mark track: 0 收, 1 检, 2 修, 3 验, 4 交. */
export function trackMark(stage: Stage): number {
	return { inspection: 1, quote: 1, repair: 2, qc: 3, "hand-over": 4, "follow-up": 4, closed: 4, voided: 0 }[stage];
}
