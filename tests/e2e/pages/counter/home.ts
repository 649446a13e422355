/** The idle counter. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { counterTexts } from "../../../../renderer/i18n/texts/counter.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { wordsOf } from "../words.ts";

export function counterScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(counterTexts, language);
	return {
		open: () => goTo(hands, "counter", language),
		title: page.getByText(t("scan-title")),
		column: (name: "at-risk" | "waiting" | "ready") => page.getByRole("region", { name: t(name) }),
		drafts: page.getByRole("region", { name: t("drafts") }),
		/** A drop-off without a code. */
		start: () =>
			hands.keysOnly ? hands.key("F2") : hands.press(page.getByRole("button", { name: t("start-without") })),
		resume: (words: string) =>
			hands.press(page.getByRole("region", { name: t("drafts") }).getByRole("button", { name: new RegExp(words) })),
	};
}
