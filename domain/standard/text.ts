/**
 * Words a person reads, in Chinese always and in English where a translation exists.
 * Used by every file of the standard; screens and paper pick a language with `localText`.
 */
import { z } from "zod";

export const localizedSchema = z.object({ zh: z.string().min(1), en: z.string().min(1).optional() });
export type Localized = z.infer<typeof localizedSchema>;
export type Language = "zh" | "en";

/**
 * The text in the language asked for. `marked` is true when English was asked for and only Chinese exists,
 * so that a screen can show the text as untranslated instead of hiding it.
 */
export function localText(text: Localized, lang: Language): { text: string; marked: boolean } {
	if (lang === "zh") return { text: text.zh, marked: false };
	return text.en === undefined ? { text: text.zh, marked: true } : { text: text.en, marked: false };
}
