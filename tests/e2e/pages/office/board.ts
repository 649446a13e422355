/** Everything in hand by stage; one search box over everything; the day's end. */
import type { Stage } from "../../../../domain/job/stage.ts";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { boardTexts } from "../../../../renderer/i18n/texts/board.ts";
import { dayTexts } from "../../../../renderer/i18n/texts/day.ts";
import { searchTexts } from "../../../../renderer/i18n/texts/search.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { wordsOf } from "../words.ts";

export function boardScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(boardTexts, language);
	return {
		open: () => goTo(hands, "board", language),
		column: (stage: Extract<Stage, "inspection" | "quote" | "repair" | "qc" | "hand-over">) =>
			page.getByRole("region", { name: t(`stage_${stage}`), exact: true }),
		empty: page.getByText(t("empty"), { exact: true }),
	};
}

export function searchScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(searchTexts, language);
	const box = page.getByRole("textbox", { name: t("label") });
	return {
		open: () => hands.key("Control+k"),
		type: (text: string) => hands.fill(box, text),
		found: page.getByRole("main"),
		jobs: page.getByRole("grid").getByRole("row"),
		nothing: page.getByText(t("nothing"), { exact: true }),
	};
}

export function dayScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(dayTexts, language);
	const main = page.getByRole("main");
	return {
		open: () => goTo(hands, "day", language),
		/** A figure of the day by its name: 开单, 收件, 交付, 收银合计. */
		figure: (name: "orders" | "received" | "handed-over" | "in-hand" | "till") =>
			main.getByText(t(name), { exact: true }).locator("xpath=following-sibling::dd"),
		method: (method: "cash" | "wechat") => main.getByRole("row").filter({ hasText: t(`method_${method}`) }),
	};
}
