/**
 * How texts are declared: one file per feature area in texts/, each with the same keys in both languages (the
 * type demands it). Screens read them with `useTexts`; nobody writes a sentence into a component.
 */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Words in a row, as a language lists them. */
export function listText(words: readonly string[], language: Language): string {
	return words.join(language === "en" ? ", " : "、");
}

/** The names in `{{…}}` of a text. */
export type Blanks<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
	? Name | Blanks<Rest>
	: never;

type Table = Readonly<Record<string, string>>;

export type Texts<Z extends Table = Table> = {
	readonly area: string;
	readonly "zh-CN": Z;
	readonly en: { readonly [K in keyof Z]: string };
};

/** One text in both languages, for declarations outside components (a feature's rail label). */
export type Words = Readonly<Record<Language, string>>;

const declared = new Map<string, Texts>();
const listeners = new Set<(texts: Texts) => void>();

/**
 * Declares an area's texts: `export const counterTexts = defineTexts("counter", {"zh-CN": {…}, en: {…}})`.
 * Blanks are written `{{name}}` in both languages.
 */
export function defineTexts<const Z extends Table>(
	area: string,
	texts: { "zh-CN": Z; en: { readonly [K in keyof Z]: string } },
): Texts<Z> {
	const made: Texts<Z> = { area, ...texts };
	declared.set(area, made as unknown as Texts);
	for (const listener of listeners) listener(made as unknown as Texts);
	return made;
}

/** Every area declared so far and later ones as they load. */
export function eachTexts(listener: (texts: Texts) => void): void {
	for (const texts of declared.values()) listener(texts);
	listeners.add(listener);
}

/**
 * What a failure means for the person: what happened; what is safe (left out: nothing was changed); what to do
 * next. Blanks `{{name}}` are filled from the error's details.
 */
export type Sentence = { readonly what: string; readonly safe?: string; readonly next: string };

type Sentences = Readonly<Record<`${string}.${string}`, Sentence>>;

/** Declares the sentences of a concept's reasons: `export const errors = defineErrors({"zh-CN": {"job.x": {…}}, en: {…}})`. */
export function defineErrors<const Z extends Sentences>(table: {
	"zh-CN": Z;
	en: { readonly [K in keyof Z]: Sentence };
}): Readonly<Record<Language, Sentences>> {
	return table as unknown as Readonly<Record<Language, Sentences>>;
}
