/** Which words have no business on a screen: names of texts instead of texts, the other language, unfilled blanks. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eachTexts, type Language } from "../../../renderer/i18n/define.ts";

const folder = join(import.meta.dirname, "../../../renderer/i18n/texts");
for (const name of readdirSync(folder)) await import(join(folder, name));

const tables: Readonly<Record<Language, Set<string>>> = { "zh-CN": new Set(), en: new Set() };
eachTexts((texts) => {
	for (const language of ["zh-CN", "en"] as const) {
		for (const text of Object.values(texts[language])) tables[language].add(text);
	}
});

/** Han characters and their punctuation. */
const chinese = /[\p{Script=Han}\u3001-\u301f\uff01-\uff5e]/u;
/** What shows when a text or a word of the standard is missing: "price-reason", "trouble_silent". */
const name = /^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+$|\b[a-z]+_[a-z]+/;
/** An amount as papers must carry it, in whichever language. */
const amountInWords = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+$/;
/** The product's mark in the corner, and the switch to the other language. */
const everywhere = new Set(["沿", "中文", "English"]);
const notFilled = /\{\{|\}\}|\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date/;

/**
 * The words that are wrong, each with why. `own`: what people here wrote themselves, and texts of the standard that are
 * shown in Chinese with their mark.
 */
export function wrongWords(words: readonly string[], language: Language, own: readonly string[]): string[] {
	const texts = tables[language];
	const others = tables[language === "en" ? "zh-CN" : "en"];
	return words.flatMap((word) => {
		const rest = own.reduce((left, mine) => left.replaceAll(mine, ""), word);
		if (everywhere.has(word) || amountInWords.test(word)) return [];
		if (notFilled.test(rest)) return [`not filled: ${word}`];
		if (name.test(rest) && !texts.has(word)) return [`a name, not a text: ${word}`];
		if (language === "en" && chinese.test(rest)) return [`Chinese: ${word}`];
		if (language === "zh-CN" && others.has(word) && !texts.has(word) && /[a-z]{2}/.test(word))
			return [`English: ${word}`];
		return [];
	});
}
