/** Finding words by typing, in Chinese or English, without pinyin: what begins with the text first, then what holds it. */
import type { Localized } from "../../../../domain/standard/text.ts";

export type Choice = {
	value: string;
	/** In the running language. */
	label: string;
	/** Everything it is found by, lower case. */
	find: string;
	/** Small print beside it: a price. */
	note?: string;
	/** Heading it stands under while many are offered. */
	group?: string;
};

/** A choice out of a word of the standard: found by code, Chinese and English. */
export function choiceOf(code: string, name: Localized, label: string, note?: string): Choice {
	const find = `${name.zh} ${name.en ?? ""} ${code}`.toLowerCase();
	return note === undefined ? { value: code, label, find } : { value: code, label, find, note };
}

/** A choice that is only a word. */
export const wordChoice = (word: string): Choice => ({ value: word, label: word, find: word.toLowerCase() });

/** At most `limit`; an empty text gives the first ones. Every part between spaces must be found. */
export function matching(choices: readonly Choice[], text: string, limit: number): Choice[] {
	const parts = text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
	if (parts.length === 0) return choices.slice(0, limit);
	const found = choices.filter(({ find }) => parts.every((part) => find.includes(part)));
	const first = parts[0] ?? "";
	const begins = (choice: Choice) => choice.find.startsWith(first) || choice.find.includes(` ${first}`);
	return [...found.filter(begins), ...found.filter((choice) => !begins(choice))].slice(0, limit);
}

/** The choice a typed text means: the same word, or the only one it fits. */
export function meant(choices: readonly Choice[], text: string): Choice | undefined {
	const typed = text.normalize("NFKC").trim().toLowerCase();
	if (typed === "") return undefined;
	const same = choices.find(({ label, value }) => label.toLowerCase() === typed || value.toLowerCase() === typed);
	const found = matching(choices, typed, 2);
	return same ?? (found.length === 1 ? found[0] : undefined);
}
