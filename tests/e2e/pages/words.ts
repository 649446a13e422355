/** The words on the screens, as the person reads them: page objects find things by these, in either language. */
import type { Blanks, Language, Texts } from "../../../renderer/i18n/define.ts";

type Args<S> = S extends string
	? [Blanks<S>] extends [never]
		? []
		: [{ readonly [K in Blanks<S>]: string | number }]
	: [];

export type Said<Z> = <K extends keyof Z & string>(key: K, ...blanks: Args<Z[K]>) => string;

/** The texts of one area in one language, with their blanks filled. */
export function wordsOf<Z extends Readonly<Record<string, string>>>(texts: Texts<Z>, language: Language): Said<Z> {
	const table: Readonly<Record<string, string>> = texts[language];
	return (key, ...given: Readonly<Record<string, string | number>>[]) => {
		const blanks = given[0] ?? {};
		const text = table[key];
		if (text === undefined) throw new Error(`no text ${texts.area}.${key}`);
		return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ""));
	};
}

/** A pattern for a text whose blanks are not known beforehand: `标签 {{count}} 张` finds `标签 5 张`. */
export function patternOf<Z extends Readonly<Record<string, string>>>(
	texts: Texts<Z>,
	language: Language,
	key: keyof Z & string,
): RegExp {
	const parts = (texts[language][key] ?? key).split(/\{\{\w+\}\}/);
	return new RegExp(parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+"));
}
