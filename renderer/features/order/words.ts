/** Words of the standard and of ours for orders, hand-overs and calls, in the running language. */
import { useMemo } from "react";
import type { ReasonList } from "../../../domain/standard/rules.ts";
import { type Localized, localText } from "../../../domain/standard/text.ts";
import type { ItemBrief } from "../../../preload/contract/scan.ts";
import { type StandardOnScreen, useStandard } from "../../app/use-standard.ts";
import type { CodedReason } from "../../components/input/ReasonPicker.tsx";
import { clockName } from "../../components/text/clock-name.ts";
import { useLanguage } from "../../i18n/language.ts";
import { counterWordTexts } from "../../i18n/texts/counter-words.ts";
import { wordTexts } from "../../i18n/texts/timeline-words.ts";

type Coded = { code: string; name: Localized };

export type OrderWords = ReturnType<typeof wordsFrom>;

function wordsFrom(standard: StandardOnScreen | undefined, english: boolean) {
	/** The text in the running language; Chinese with a trailing `*` where English is missing. */
	const name = (text: Localized | null | undefined) => {
		if (!text) return "";
		const local = localText(text, english ? "en" : "zh");
		return local.marked ? `${local.text}*` : local.text;
	};
	const vocab = standard?.standard.vocab;
	const reasons = standard?.standard.reasons;
	const word = (list: readonly Coded[] | undefined, code: string) =>
		name(list?.find((w) => w.code === code)?.name) || code;
	const clocks = standard?.standard.clocks.clocks;
	const language = english ? "en" : "zh-CN";
	const table: Readonly<Record<string, string>> = { ...wordTexts[language], ...counterWordTexts[language] };
	return {
		name,
		/** A word for one of our codes: `own("method", "cash")`. Unknown codes are shown as they are. */
		own(of: string, code: string): string {
			return table[`${of}-${code}`] ?? code;
		},
		/** "百丽 黑 皮鞋 245". */
		item: (item: Pick<ItemBrief, "kind" | "brand" | "colour" | "size">) =>
			[
				word(vocab?.brands, item.brand),
				word(vocab?.colours, item.colour),
				name(standard?.itemKinds.get(item.kind)?.name) || item.kind,
				item.size,
			]
				.filter((part) => part !== "")
				.join(" "),
		piece: (kind: string) => name(standard?.pieceKinds.get(kind)?.name) || kind,
		mark: (mark: { zone: string; flaw: string }) =>
			`${name(standard?.zones.get(mark.zone)?.name) || mark.zone} ${word(vocab?.flaws, mark.flaw)}`,
		clock: (letter: string) => clockName(name(clocks?.find((rule) => rule.letter === letter)?.name)) || letter,
		reasons: (list: ReasonList): CodedReason[] =>
			(reasons?.[list] ?? []).map((r) => ({ code: r.code, label: name(r.name), needsNote: r.note ?? false })),
		needsManager: (list: ReasonList, code: string) => reasons?.[list]?.find((r) => r.code === code)?.manager ?? false,
	};
}

/** Codes show until the standard is there, a moment after sign-in. */
export function useOrderWords(): OrderWords {
	const standard = useStandard();
	const language = useLanguage();
	return useMemo(() => wordsFrom(standard, language === "en"), [standard, language]);
}
