/** Settings → staff: people, badges, command cards. */
import { expect } from "@playwright/test";
import type { Role } from "../../../../preload/contract/define.ts";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { doorTexts } from "../../../../renderer/i18n/texts/door.ts";
import { settingsTexts } from "../../../../renderer/i18n/texts/settings.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { fetchPaper } from "../paper.ts";
import { patternOf, wordsOf } from "../words.ts";

export type NewPerson = { name: string; roles: readonly Role[]; pin: string };

export function staffScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(settingsTexts, language);
	const door = wordsOf(doorTexts, language);
	const dialog = page.getByRole("dialog");
	const table = page.getByRole("grid", { name: t("staff") });
	/** Takes the sheet on the screen and closes it. */
	const takeSheet = async (): Promise<Uint8Array> => {
		const paper = await fetchPaper(page, dialog.getByRole("link", { name: door("save") }));
		await hands.key("Escape");
		await expect(dialog).toBeHidden();
		return paper;
	};
	return {
		open: () => goTo(hands, "settings", language),
		row: (name: string) => table.getByRole("row").filter({ hasText: name }),
		async add({ name, roles, pin }: NewPerson) {
			await hands.press(page.getByRole("button", { name: t("staff-add") }));
			await hands.fill(dialog.getByLabel(t("staff-name")), name);
			for (const role of ["clerk", "technician", "inspector", "manager"] as const) {
				await hands.tick(dialog.getByRole("checkbox", { name: door(`role-${role}`) }), roles.includes(role));
			}
			await hands.pin(pin);
			await dialog.getByText(door("pin-again")).waitFor();
			await hands.pin(pin);
			await dialog.getByText(door("pin-done")).waitFor();
			await hands.press(dialog.getByRole("button", { name: t("save"), exact: true }));
			await expect(dialog).toBeHidden();
		},
		/** A new badge on a sheet of its own; the old one stops working. */
		async badge(name: string): Promise<Uint8Array> {
			const rows = await table.getByRole("row").allTextContents();
			const at = rows.findIndex((row) => row.includes(name));
			await hands.focus(table);
			await hands.key("Home");
			// The first row is the heading.
			for (let down = 1; down < at; down++) await hands.key("ArrowDown");
			await hands.key("Space");
			await hands.press(
				page.getByRole("button", { name: patternOf(settingsTexts, language, "staff-badges-selected") }),
			);
			const sheet = await takeSheet();
			await hands.focus(table);
			await hands.key("Space");
			return sheet;
		},
		async commandCards(): Promise<Uint8Array> {
			await hands.press(page.getByRole("button", { name: t("staff-cards"), exact: true }));
			return takeSheet();
		},
	};
}
