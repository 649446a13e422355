/** Both languages of a word side by side, so that a change to one is made in sight of the other. */
import type { PaperLanguage } from "../papers.ts";

/** Chinese first, then English. */
export type Pair = readonly [zh: string, en: string];
export type Words<K extends string> = Record<K, string>;

/** Splits pairs into one word list per language. */
export function bilingual<K extends string>(pairs: Record<K, Pair>): Record<PaperLanguage, Words<K>> {
	const pick = (index: 0 | 1) =>
		Object.fromEntries(Object.entries<Pair>(pairs).map(([key, pair]) => [key, pair[index]])) as Words<K>;
	return { "zh-CN": pick(0), en: pick(1) };
}
