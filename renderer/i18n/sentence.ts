/**
 * A failure in a person's words: what happened, what is safe, what to do next. The only place where error codes
 * and reasons become sentences. Reasons live in errors/<concept>.ts, each exporting `errors = defineErrors({…})`.
 */
import type { AppError, ErrorDetails } from "../../domain/errors.ts";
import { type Language, listText, type Sentence } from "./define.ts";
import { codeSentences } from "./errors/codes.ts";

type ErrorModule = { errors?: Readonly<Record<Language, Readonly<Record<string, Sentence>>>> };

const modules = import.meta.glob<ErrorModule>("./errors/*.ts", { eager: true });

const nothingChanged: Readonly<Record<Language, string>> = {
	"zh-CN": "什么都没有改动。",
	en: "Nothing was changed.",
};

/** Every reason with a sentence, by language. */
export const reasonSentences: Readonly<Record<Language, Readonly<Record<string, Sentence>>>> = {
	"zh-CN": collect("zh-CN"),
	en: collect("en"),
};

function collect(language: Language): Record<string, Sentence> {
	return Object.assign({}, ...Object.values(modules).map((module) => module.errors?.[language] ?? {}));
}

export type SpokenError = { what: string; safe: string; next: string };

/** The three sentences of an error. Unknown reasons fall back to their code's. */
export function sentenceFor(error: Pick<AppError, "code" | "reason" | "details">, language: Language): SpokenError {
	const own = error.reason === undefined ? undefined : reasonSentences[language][error.reason];
	const { what, safe, next } = own ?? codeSentences[language][error.code] ?? codeSentences[language].internal;
	const fill = (text: string) => fillBlanks(text, error.details, language);
	return { what: fill(what), safe: fill(safe ?? nothingChanged[language]), next: fill(next) };
}

/** Puts details into `{{blanks}}`; a blank nobody filled becomes "—". */
function fillBlanks(text: string, details: ErrorDetails | undefined, language: Language): string {
	return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
		const value = details?.[name];
		if (value === undefined || value === null) return "—";
		return Array.isArray(value) ? listText(value.map(String), language) : String(value);
	});
}
