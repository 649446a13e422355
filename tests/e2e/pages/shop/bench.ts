/** The bench: the queue, and one job that fills the screen. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { benchTexts } from "../../../../renderer/i18n/texts/bench.ts";
import { photoTexts } from "../../../../renderer/i18n/texts/photo.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { patternOf, wordsOf } from "../words.ts";

export function benchScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(benchTexts, language);
	const photo = wordsOf(photoTexts, language);
	const main = page.getByRole("main");
	const dialog = page.getByRole("dialog");
	/** The big targets carry their key behind the word. */
	const target = (name: string) => main.getByRole("button", { name: new RegExp(`^${name} ?\\S?$`) });
	return {
		async open() {
			await goTo(hands, "bench", language);
			const queue = main.getByRole("region", { name: new RegExp(`^${t("queue-label")}`) });
			await expect(queue.first().or(main.getByText(t("empty-title")))).toBeVisible();
		},
		row: (what: string) => main.getByRole("listitem").filter({ hasText: what }),
		openJob: (what: string) => hands.press(main.getByRole("link", { name: new RegExp(what) })),
		step: (no: number, total: number) => main.getByText(t("step-of", { no, total })),
		done: main.getByText(t("sent-to-qc")),
		start: () => hands.press(target(t("start"))),
		finish: () => hands.press(target(t("done"))),
		finishAndNext: () => hands.press(target(t("done-next"))),
		running: main.getByRole("button", { name: new RegExp(`^${t("done")} ?\\S?$`) }),
		async pause(reason: string) {
			await hands.press(target(t("pause")));
			await hands.press(dialog.getByRole("button", { name: new RegExp(reason) }));
			await expect(dialog).toBeHidden();
		},
		pausing: page.getByRole("dialog", { name: t("pause-title") }),
		resume: () => hands.press(target(t("resume"))),
		partsTab: () => (hands.keysOnly ? hands.key("p") : hands.tick(main.getByRole("radio", { name: t("parts") }))),
		usePart: (part: string) => hands.press(main.getByRole("button", { name: `${t("use")} ${part}` })),
		/** A booked part can be given back. */
		giveBack: main.getByRole("button", { name: t("give-back") }).first(),
		rework: main.getByText(t("rework", { round: 1 })).first(),
		/** A picture of the running step. */
		async photograph() {
			await (hands.keysOnly
				? hands.key("F6")
				: hands.press(main.getByRole("button", { name: t("photo"), exact: true })));
			const shutter = dialog.getByRole("button", { name: new RegExp(`^${photo("shoot")}`) });
			await expect(shutter).toBeEnabled();
			await (hands.keysOnly ? hands.key("F6") : hands.press(shutter));
			await expect(dialog.getByRole("button", { name: new RegExp(photo("open-photo")) }).first()).toBeVisible();
			await hands.key("Escape");
			await expect(dialog).toBeHidden();
		},
		empty: page.getByText(t("empty-title")),
		finishedStep: main.getByText(patternOf(benchTexts, language, "finished-step")),
	};
}
