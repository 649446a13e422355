/** What stands around every screen: places, scan echo, keys, notices. */
import type { Page } from "@playwright/test";
import type { Language } from "../../../renderer/i18n/define.ts";
import { frameTexts } from "../../../renderer/i18n/texts/frame.ts";
import { stateTexts } from "../../../renderer/i18n/texts/states.ts";
import type { Hands } from "../hands/hands.ts";
import { wordsOf } from "./words.ts";

const places = {
	counter: ["前台", "Counter"],
	bench: ["工位", "Bench"],
	board: ["看板", "Board"],
	shelf: ["货架", "Shelves"],
	qc: ["质检", "QC"],
	day: ["报表", "Reports"],
	printing: ["打印", "Printing"],
	settings: ["设置", "Settings"],
	"follow-up": ["回访", "Follow-up"],
	"hand-over": ["取件", "Hand-over"],
} as const;
export type Place = keyof typeof places;

/** By its place in the rail. */
export async function goTo(hands: Hands, place: Place, language: Language = "zh-CN"): Promise<void> {
	const rail = hands.page.getByRole("navigation", { name: wordsOf(frameTexts, language)("rail") });
	const name = places[place][language === "en" ? 1 : 0];
	await hands.press(rail.getByRole("link", { name, exact: true }));
}

export function frameOf(page: Page, language: Language = "zh-CN") {
	const t = wordsOf(frameTexts, language);
	const states = wordsOf(stateTexts, language);
	return {
		/** The last scan and what it was understood as. */
		echo: page.getByRole("banner").getByRole("status"),
		ready: page.getByText(t("scan-ready")),
		offline: page.getByRole("alert").filter({ hasText: states("gone-title") }),
		/** How the label printers are, bottom right. */
		printers: page.getByRole("contentinfo").getByRole("link", { name: t("printers") }),
		main: page.getByRole("main"),
	};
}
