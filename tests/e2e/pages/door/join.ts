/** A second PC joins the workshop: the code on the one that is there, address and code typed on the new one. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { lanTexts } from "../../../../renderer/i18n/texts/lan.ts";
import { settingsTexts } from "../../../../renderer/i18n/texts/settings.ts";
import { setupTexts } from "../../../../renderer/i18n/texts/setup.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { patternOf, wordsOf } from "../words.ts";

export type Shown = { address: string; code: string };

export function joinScreens(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const settings = wordsOf(settingsTexts, language);
	const setup = wordsOf(setupTexts, language);
	const t = wordsOf(lanTexts, language);
	const main = page.getByRole("main");
	const button = (name: string) => page.getByRole("button", { name, exact: true });
	return {
		/** Settings → workshop PCs. */
		async open() {
			await goTo(hands, "settings", language);
			await hands.press(page.getByRole("link", { name: settings("lan"), exact: true }));
		},
		/** Shows a code there; answers what a person reads off. */
		async show(): Promise<Shown> {
			await hands.press(main.getByRole("button", { name: t("show-go"), exact: true }));
			const code = (await main.getByRole("status", { name: t("code-label"), exact: true }).textContent()) ?? "";
			const where = (await main.getByText(patternOf(lanTexts, language, "code-where")).textContent()) ?? "";
			return { code, address: /[\d.]+:\d+/.exec(where)?.[0] ?? "" };
		},
		/** A PC of that name, and that it is linked. */
		linked: (name: string) => main.getByRole("row").filter({ hasText: name }).getByText(t("online"), { exact: true }),
		/** At the first start of the new one. */
		async type({ address, code }: Shown, label: string) {
			await hands.press(button(setup("start-join")));
			await hands.fill(page.getByLabel(t("type-address"), { exact: true }), address);
			await hands.fill(page.getByLabel(t("type-code"), { exact: true }), code);
			await hands.fill(page.getByLabel(t("join-label"), { exact: true }), label);
			await hands.press(button(t("join-go")));
		},
	};
}
