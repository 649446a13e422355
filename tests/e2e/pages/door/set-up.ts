/** The first start: seven questions and the recovery sheet. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { doorTexts } from "../../../../renderer/i18n/texts/door.ts";
import { setupTexts } from "../../../../renderer/i18n/texts/setup.ts";
import type { Hands } from "../../hands/hands.ts";
import { fetchPaper } from "../paper.ts";
import { wordsOf } from "../words.ts";

export type Centre = {
	brand: string;
	name: string;
	code: string;
	place: string;
	address: string;
	phone: string;
	manager: string;
	pin: string;
	backups: string;
};

export function setUpScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(setupTexts, language);
	const door = wordsOf(doorTexts, language);
	const button = (name: string) => page.getByRole("button", { name, exact: true });
	const field = (name: string) => page.getByLabel(name, { exact: true });
	return {
		title: page.getByRole("heading", { name: t("welcome") }),
		start: () => hands.press(button(t("start-own"))),
		restore: () => hands.press(button(t("start-restore"))),
		heading: (step: "names" | "sheet" | "manager" | "backup") =>
			page.getByRole("heading", { name: t(`${step}-title`), exact: true }),
		/** Everything up to the recovery sheet, the opening hours as proposed. `look`: called at each answered question. */
		async answer(centre: Centre, look?: (question: string) => Promise<void>) {
			let question = 0;
			const next = async () => {
				await look?.(`question ${++question}`);
				await hands.press(button(t("next")));
			};
			await hands.fill(field(t("brand")), centre.brand);
			await hands.fill(field(t("centre")), centre.name);
			await next();
			await hands.fill(field(t("code")), centre.code);
			await hands.fill(field(t("station-label")), centre.place);
			await next();
			await hands.fill(field(t("address")), centre.address);
			await hands.fill(field(t("phone")), centre.phone);
			await next();
			await next();
			await hands.fill(field(t("manager-name")), centre.manager);
			await hands.key("Enter");
			await hands.pin(centre.pin);
			await page.getByText(door("pin-again")).waitFor();
			await hands.pin(centre.pin);
			await page.getByText(door("pin-done")).waitFor();
			await next();
			await hands.fill(field(t("backup-folder")), centre.backups);
			await hands.press(button(door("folder-check")));
			await page.getByText(door("folder-good-short").slice(0, 4)).waitFor();
			await next();
		},
		/** The sheet as a printer would get it. */
		sheet: () => fetchPaper(page, page.getByRole("link", { name: door("save") })),
		/** It was printed; the screen hides it and asks for one of its groups. Answers which. */
		async putAway() {
			await hands.press(button(door("sheet-got")));
			const asked = page.getByText(/照着恢复单|Read from the sheet/);
			const group = /(\d)/.exec((await asked.textContent()) ?? "")?.[1];
			return Number(group);
		},
		async readBack(group: number, text: string) {
			await hands.fill(field(door("sheet-group", { group })), text);
			await hands.press(button(door("folder-check")));
		},
		right: page.getByText(door("sheet-right")),
		wrong: (group: number) => page.getByText(door("sheet-wrong", { group })),
		finish: () => hands.press(button(t("finish"))),
	};
}
