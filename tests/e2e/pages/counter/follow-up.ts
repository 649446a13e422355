/** Calls to customers after the hand-over. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { counterWordTexts } from "../../../../renderer/i18n/texts/counter-words.ts";
import { followupTexts } from "../../../../renderer/i18n/texts/followup.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { wordsOf } from "../words.ts";

export function followUpScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(followupTexts, language);
	const words = wordsOf(counterWordTexts, language);
	const list = page.getByRole("region", { name: t("title") });
	return {
		open: () => goTo(hands, "follow-up", language),
		showLater: () => hands.tick(list.getByRole("switch", { name: t("show-later") })),
		rows: list.getByRole("listitem"),
		/** The chosen call went well. */
		async satisfied(said: string) {
			if (hands.keysOnly) await hands.key("Alt+1");
			else await hands.press(page.getByRole("button", { name: new RegExp(`^${words("tick-satisfied")}`) }));
			await hands.fill(page.getByRole("textbox", { name: t("words") }), said);
			await (hands.keysOnly
				? hands.key("F9")
				: hands.press(page.getByRole("button", { name: new RegExp(`^${t("save")}`) })));
			await expect(page.getByText(t("saved"), { exact: true }).first()).toBeVisible();
		},
		none: page.getByText(t("none"), { exact: true }),
	};
}
