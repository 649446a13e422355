/** Quality control: points, before and after, the verdict. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { photoTexts } from "../../../../renderer/i18n/texts/photo.ts";
import { qcTexts } from "../../../../renderer/i18n/texts/qc.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { wordsOf } from "../words.ts";

export function qcScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(qcTexts, language);
	const photo = wordsOf(photoTexts, language);
	const main = page.getByRole("main");
	const dialog = page.getByRole("dialog");
	const verdict = main.getByRole("contentinfo").or(main.locator("footer"));
	const target = (name: string) => verdict.getByRole("button", { name: new RegExp(`^${name}`) });
	const fillFailure = async (reason: string, words: string) => {
		await hands.tick(
			dialog
				.getByRole("group", { name: t("fail-points") })
				.getByRole("checkbox")
				.first(),
		);
		await hands.tick(
			dialog
				.getByRole("group", { name: t("fail-redo") })
				.getByRole("checkbox")
				.first(),
		);
		await hands.tick(dialog.getByRole("radio", { name: new RegExp(`^${reason}`) }));
		await hands.fill(dialog.getByRole("textbox"), words);
		await hands.press(dialog.getByRole("button", { name: t("fail-save"), exact: true }));
		await expect(dialog).toBeHidden();
		await expect(main.getByText(t("failed"), { exact: true })).toBeVisible();
	};
	return {
		async open() {
			await goTo(hands, "qc", language);
			await expect(
				main.getByRole("region", { name: t("queue-label") }).or(main.getByText(t("empty-title"))),
			).toBeVisible();
		},
		openJob: (what: string) => hands.press(main.getByRole("link", { name: new RegExp(what) })),
		/** A job stands open to be judged. */
		points: page.getByRole("heading", { name: new RegExp(`^${t("points")}`) }),
		/** Pictures after the work; the dialog stands on the first piece that lacks one. */
		async photographAfter(pieces: readonly string[]) {
			await (hands.keysOnly ? hands.key("F6") : hands.press(target(t("take-after"))));
			const shutter = dialog.getByRole("button", { name: new RegExp(`^${photo("shoot")}`) });
			for (const piece of pieces) {
				await hands.tick(dialog.getByRole("radio", { name: piece, exact: true }));
				await expect(shutter).toBeEnabled();
				await (hands.keysOnly ? hands.key("F6") : hands.press(shutter));
				await expect(dialog.getByRole("button", { name: new RegExp(photo("open-photo")) }).first()).toBeVisible();
			}
			await hands.key("Escape");
			await expect(dialog).toBeHidden();
		},
		allGood: () => (hands.keysOnly ? hands.key("a") : hands.press(target(t("all-ok")))),
		async pass() {
			await (hands.keysOnly ? hands.key("1") : hands.press(target(t("pass"))));
			await expect(main.getByText(t("passed"), { exact: true })).toBeVisible();
		},
		passed: main.getByText(t("passed"), { exact: true }),
		/** Back to the bench: the first point failed. */
		async sendBack(reason: string, words: string) {
			await (hands.keysOnly ? hands.key("2") : hands.press(target(t("fail"))));
			await fillFailure(reason, words);
		},
		/** The same after the fail card. */
		fillFailure,
		pair: page.getByText(t("compare")),
	};
}
