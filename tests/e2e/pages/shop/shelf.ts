/** Shelves: where everything lies. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { shelfTexts } from "../../../../renderer/i18n/texts/shelf.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { wordsOf } from "../words.ts";

export function shelfScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(shelfTexts, language);
	const shelves = page.getByRole("navigation", { name: t("shelves") });
	const table = page.getByRole("grid");
	return {
		open: () => goTo(hands, "shelf", language),
		show: (shelf: string) => hands.press(shelves.getByRole("button", { name: new RegExp(`^${shelf}`) })),
		nowhere: () => hands.press(shelves.getByRole("button", { name: new RegExp(`^${t("nowhere")}`) })),
		row: (what: string) => table.getByRole("row").filter({ hasText: what }),
		/** Chooses everything in the list and moves it in one act. */
		async moveAll(to: string) {
			await hands.press(table.getByRole("checkbox", { name: /全选|Select all/ }));
			await hands.fill(page.getByLabel(t("move-to")), to);
			await hands.press(page.getByRole("button", { name: t("move"), exact: true }));
			await expect(shelves.getByRole("button", { name: new RegExp(`^${to}`) })).toBeVisible();
		},
		find: (text: string) => hands.fill(page.getByLabel(t("find-label"), { exact: true }), text),
	};
}
