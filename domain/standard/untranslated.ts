/**
 * Counts the texts of a standard that have no English yet. Shown to the manager; nothing is refused for it.
 */
import type { Standard } from "./schema.ts";

export type Translation = { total: number; missing: number; byField: Record<string, number> };

/** `byField` names only the fields with something missing. */
export function untranslated(standard: Standard): Translation {
	const result: Translation = { total: 0, missing: 0, byField: {} };
	for (const [field, value] of Object.entries(standard)) {
		const count = countTexts(value);
		result.total += count.total;
		result.missing += count.missing;
		if (count.missing > 0) result.byField[field] = count.missing;
	}
	return result;
}

function countTexts(value: unknown): { total: number; missing: number } {
	if (typeof value !== "object" || value === null) return { total: 0, missing: 0 };
	if ("zh" in value && typeof value.zh === "string") return { total: 1, missing: "en" in value ? 0 : 1 };
	const sum = { total: 0, missing: 0 };
	for (const child of Object.values(value)) {
		const count = countTexts(child);
		sum.total += count.total;
		sum.missing += count.missing;
	}
	return sum;
}
