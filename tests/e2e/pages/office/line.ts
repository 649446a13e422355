/** The line to the archive: enrolling a PC, the chip at the top, the page behind it. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { settingsTexts } from "../../../../renderer/i18n/texts/settings.ts";
import { syncTexts } from "../../../../renderer/i18n/texts/sync.ts";
import { syncStatusTexts } from "../../../../renderer/i18n/texts/sync-status.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { patternOf, wordsOf } from "../words.ts";

export function lineScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const settings = wordsOf(settingsTexts, language);
	const t = wordsOf(syncTexts, language);
	const status = wordsOf(syncStatusTexts, language);
	const main = page.getByRole("main");
	const chip = page
		.getByRole("banner")
		.getByRole("link", { name: new RegExp(`${t("idle")}|${t("working")}|${t("unreachable")}|${t("waiting-name")}`) });
	return {
		async enrol({ address, code, name }: { address: string; code: string; name: string }) {
			await goTo(hands, "settings", language);
			await hands.press(page.getByRole("link", { name: settings("archive"), exact: true }));
			await hands.fill(main.getByRole("textbox", { name: new RegExp(`^${t("address")}`) }), address);
			await hands.fill(main.getByRole("textbox", { name: new RegExp(`^${t("code")}`) }), code);
			await hands.fill(main.getByRole("textbox", { name: new RegExp(`^${t("name")}`) }), name);
			await hands.press(main.getByRole("button", { name: t("enrol"), exact: true }));
			await expect(main.getByText(address, { exact: true })).toBeVisible();
		},
		/** In a word, or how many records wait. */
		chip,
		waiting: chip.filter({ hasText: patternOf(syncTexts, language, "waiting") }),
		inStep: chip.filter({ hasText: t("idle") }),
		/** What the page behind the chip says. */
		open: () => hands.press(chip),
		unreachable: main.getByText(t("unreachable"), { exact: true }),
		nothingWaits: main.getByText(status("queue-none"), { exact: true }),
		now: () => hands.press(main.getByRole("button", { name: status("now"), exact: true })),
	};
}
