/** Who is here: tiles, a PIN, a badge. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { frameTexts } from "../../../../renderer/i18n/texts/frame.ts";
import { signInTexts } from "../../../../renderer/i18n/texts/sign-in.ts";
import type { Hands } from "../../hands/hands.ts";
import { patternOf, wordsOf } from "../words.ts";

export function signInScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(signInTexts, language);
	const frame = wordsOf(frameTexts, language);
	const tile = (name: string) => page.getByRole("button", { name: new RegExp(name) });
	return {
		title: page.getByRole("heading", { name: t("who") }),
		tile,
		/** Any refusal, in words. */
		refusal: page.getByRole("alert"),
		digit: (digit: string) => page.getByRole("button", { name: digit, exact: true }),
		closedDigit: (digit: string) => page.getByRole("button", { name: digit, exact: true, disabled: true }),
		waiting: page.getByText(patternOf(signInTexts, language, "wait")),
		async withPin(name: string, pin: string) {
			await hands.press(tile(name));
			await page.getByRole("heading", { name: t("pin-of", { name }) }).waitFor();
			await hands.pin(pin);
		},
		/** From anywhere: the screen stays what it was under the sign-in. */
		async lock() {
			await hands.key("Control+l");
			await page.getByRole("heading", { name: t("who") }).waitFor();
		},
		/** The name in the corner. */
		here: (name: string) => page.getByRole("banner").getByRole("button", { name: new RegExp(name) }),
		places: page.getByRole("navigation", { name: frame("rail") }),
	};
}

export type SignIn = ReturnType<typeof signInScreen>;
