/** Words of the standard as they arrive in calls, in the running language; names of pieces. Used by bench, QC, shelves. */
import { type Localized, localText } from "../../../domain/standard/text.ts";
import type { JobCard } from "../../../preload/contract/job-views.ts";
import { useStandard } from "../../app/use-standard.ts";
import { useLanguage } from "../../i18n/language.ts";

export type NameOf = (text: Localized | null | undefined) => string;

/** The text in the running language; Chinese with a trailing `*` where English is missing. */
export function useName(): NameOf {
	const language = useLanguage();
	return (text) => {
		if (!text) return "";
		const local = localText(text, language === "en" ? "en" : "zh");
		return local.marked ? `${local.text}*` : local.text;
	};
}

/** What a thing is, in one line, as everywhere: 百丽 黑 皮鞋 245 ST-1. A colour of the standard's list by its word, another as it was typed. */
export function useItemText(): (item: JobCard["item"]) => string {
	const name = useName();
	const standard = useStandard();
	return ({ kindName, brand, style, colour, size }) => {
		const known = standard?.standard.vocab.colours.find(({ code }) => code === colour);
		return [brand, known ? name(known.name) : colour, name(kindName), size, style]
			.filter((word) => word !== "")
			.join(" ");
	};
}

/** Thousandths of a unit as a number to read: 12500 → 12.5. */
export function milliText(milli: number): string {
	return String(milli / 1000);
}

/** Words in a row, as the running language lists them. */
export function useListing(): (words: readonly string[]) => string {
	const separator = useLanguage() === "en" ? ", " : "、";
	return (words) => words.join(separator);
}
