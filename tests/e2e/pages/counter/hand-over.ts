/** Picking up: who, every piece, money, signature. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { componentTexts } from "../../../../renderer/i18n/texts/components.ts";
import { doorTexts } from "../../../../renderer/i18n/texts/door.ts";
import { handoverTexts } from "../../../../renderer/i18n/texts/handover.ts";
import type { Hands } from "../../hands/hands.ts";
import { fetchPaper } from "../paper.ts";
import { patternOf, wordsOf } from "../words.ts";

const methods = { cash: ["现金", "Cash"], wechat: ["微信支付", "WeChat Pay"] } as const;

export function handOverScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(handoverTexts, language);
	const common = wordsOf(componentTexts, language);
	const door = wordsOf(doorTexts, language);
	const box = (name: "money" | "who" | "sign") => page.getByRole("region", { name: t(name), exact: true });
	return {
		open: () => hands.key("F8"),
		ready: page.getByRole("heading", { name: patternOf(handoverTexts, language, "ready") }),
		openOrder: (customer: string) =>
			hands.press(page.getByRole("main").getByRole("button", { name: new RegExp(customer) })),
		progress: (done: number, all: number) => page.getByText(t("progress", { done, all })),
		/** By hand, for labels that won't read. */
		async markAll() {
			const tiles = page.getByRole("region", { name: t("items") }).getByRole("button", { name: new RegExp(t("scan")) });
			await expect(tiles.first()).toBeVisible();
			for (let left = await tiles.count(); left > 0; left--) await hands.press(tiles.first());
			await expect(tiles).toHaveCount(0);
		},
		slipShown: () => hands.tick(box("who").getByRole("radio", { name: t("slip-shown") })),
		slipIsShown: box("who").getByRole("radio", { name: t("slip-shown") }),
		/** One press pays the rest this way. */
		pay: (method: keyof typeof methods) =>
			hands.press(box("money").getByRole("button", { name: methods[method][language === "en" ? 1 : 0], exact: true })),
		/** How much of it goes this way. */
		amount: (method: keyof typeof methods, yuan: string) =>
			hands.fill(box("money").getByLabel(methods[method][language === "en" ? 1 : 0], { exact: true }), yuan),
		tendered: (yuan: string) => hands.fill(box("money").getByLabel(t("tendered")), yuan),
		money: box("money"),
		sign: () => hands.draw(box("sign").getByLabel(common("sign-label"))),
		signOnPaper: () =>
			hands.keysOnly ? hands.key("Alt+p") : hands.tick(box("sign").getByRole("radio", { name: t("sign-paper") })),
		async complete() {
			if (hands.keysOnly) await hands.key("F8");
			else await hands.press(page.getByRole("main").getByRole("button", { name: new RegExp(t("complete")) }));
			await expect(page.getByRole("main").getByText(t("done"), { exact: true })).toBeVisible();
		},
		receipt: () => fetchPaper(page, page.getByRole("main").getByRole("link", { name: door("save") })),
		followUp: page.getByText(patternOf(handoverTexts, language, "done-follow")),
		toOrder: () => hands.press(page.getByRole("button", { name: t("to-order") })),
	};
}
