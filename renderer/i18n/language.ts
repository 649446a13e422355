/**
 * The running language and the texts in it. Chinese is first; English is complete. The choice is kept on this
 * workstation and `<html lang>` follows it. Called by every screen through `useTexts`.
 */
import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { type Blanks, eachTexts, type Language, languages, type Texts, type Words } from "./define.ts";

const storageKey = "welt.language";

export const i18n = i18next.createInstance();

/** Starts with the kept language, synchronously: the first paint is already right. */
export function startLanguage(): void {
	void i18n.use(initReactI18next).init({
		lng: keptLanguage(),
		fallbackLng: "zh-CN",
		resources: {},
		initAsync: false,
		keySeparator: false,
		nsSeparator: false,
		interpolation: { escapeValue: false },
		react: { useSuspense: false, bindI18nStore: "added" },
	});
	eachTexts((texts) => {
		for (const language of languages) i18n.addResourceBundle(language, texts.area, texts[language], true, true);
	});
	i18n.on("languageChanged", mark);
	mark(i18n.language);
}

function mark(language: string): void {
	document.documentElement.lang = language;
}

function keptLanguage(): Language {
	const kept = localStorage.getItem(storageKey);
	return languages.find((language) => language === kept) ?? "zh-CN";
}

/** Switches at once, everywhere, and keeps the choice. */
export function setLanguage(language: Language): void {
	localStorage.setItem(storageKey, language);
	void i18n.changeLanguage(language);
}

/** Takes the workstation's own language while nobody has chosen one on this screen. */
export function adoptLanguage(language: Language): void {
	if (localStorage.getItem(storageKey) === null && language !== i18n.language) void i18n.changeLanguage(language);
}

/** The language now, outside components. */
export function language(): Language {
	return languages.find((known) => known === i18n.language) ?? "zh-CN";
}

type Args<S> = S extends string
	? [Blanks<S>] extends [never]
		? []
		: [{ readonly [K in Blanks<S>]: string | number }]
	: [];

/** `t("key")`, or `t("key", {blank: value})` when the text has blanks. */
export type TextOf<Z> = <K extends keyof Z & string>(key: K, ...blanks: Args<Z[K]>) => string;

/** The library's own key types don't know ours, which are stricter. */
type Lookup = (key: string, options: Record<string, unknown>) => string;

/** The texts of an area in the running language: `const t = useTexts(counterTexts)`. */
export function useTexts<Z extends Readonly<Record<string, string>>>(texts: Texts<Z>): TextOf<Z> {
	const { t } = useTranslation(texts.area, { i18n });
	const lookup = t as unknown as Lookup;
	return (key, ...blanks: Record<string, unknown>[]) => lookup(key, { ...blanks[0] });
}

/** The same outside components (a print title, a file name). Doesn't follow a later switch. */
export function textOf<Z extends Readonly<Record<string, string>>>(texts: Texts<Z>): TextOf<Z> {
	const lookup = i18n.t as unknown as Lookup;
	return (key, ...blanks: Record<string, unknown>[]) => lookup(key, { ...blanks[0], ns: texts.area });
}

/** The running language; the component renders again when it is switched. */
export function useLanguage(): Language {
	useTranslation(undefined, { i18n });
	return language();
}

/** One declared pair of words in the running language. */
export function useWords(): (words: Words) => string {
	const now = useLanguage();
	return (words) => words[now];
}
