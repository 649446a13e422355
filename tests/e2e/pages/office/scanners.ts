/** Connecting a scanner, the camera in its place, sounds. */
import type { Language } from "../../../../renderer/i18n/define.ts";
import { cameraScanTexts } from "../../../../renderer/i18n/texts/camera-scan.ts";
import { pairingTexts } from "../../../../renderer/i18n/texts/pairing.ts";
import { soundTexts } from "../../../../renderer/i18n/texts/sounds.ts";
import type { Hands } from "../../hands/hands.ts";
import { patternOf, wordsOf } from "../words.ts";

export function scannersScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(pairingTexts, language);
	const sounds = wordsOf(soundTexts, language);
	const camera = wordsOf(cameraScanTexts, language);
	const dialog = page.getByRole("dialog", { name: t("title") });
	const row = (code: "plain" | "chinese" | "gs1") => dialog.getByRole("listitem").filter({ hasText: t(code) });
	return {
		async open() {
			await page.evaluate(() => {
				location.hash = "#/scanners";
			});
			await page.getByRole("heading", { name: t("title") }).waitFor();
		},
		async connect() {
			await hands.press(page.getByRole("button", { name: t("title") }));
			await dialog.getByText(t("listening"), { exact: true }).waitFor();
		},
		dialog,
		row,
		whole: t("whole"),
		damaged: t("damaged"),
		waiting: t("waiting"),
		fit: (how: "good" | "limited" | "refused") => dialog.getByRole("heading", { name: t(`fit-${how}`) }),
		/** A sentence about what is wrong. */
		says: (problem: "p-too-slow" | "p-gs-lost") => dialog.getByText(patternOf(pairingTexts, language, problem)),
		/** What stands beside a name in what was found. */
		fact: (name: "prefix" | "gs" | "way" | "end") =>
			dialog
				.locator("dl > div")
				.filter({ has: page.locator("dt", { hasText: t(name) }) })
				.locator("dd"),
		cannotRead: (code: "chinese" | "gs1") => hands.press(row(code).getByRole("button", { name: t("cannot-read") })),
		undo: () => hands.press(dialog.getByRole("button", { name: t("undo") })),
		again: () => hands.press(dialog.getByRole("button", { name: t("again") })),
		save: () => hands.press(dialog.getByRole("button", { name: t("save") })),
		saved: dialog.getByText(t("saved")),
		done: () => hands.press(dialog.getByRole("button", { name: t("done") })),
		managerOnly: dialog.getByText(t("manager-only")),
		sheet: dialog.getByRole("img", { name: new RegExp(t("sheet")) }),
		showSheet: () => hands.press(dialog.getByRole("button", { name: t("sheet-show") })),
		/** How typing scanners are told from people at present. */
		now: (prefix: string) => page.getByText(t("now-prefix", { prefix })),
		sound: {
			on: page.getByRole("switch", { name: sounds("on") }),
			volume: page.getByRole("slider", { name: sounds("volume") }),
			off: page.getByText(sounds("off")),
		},
		camera: {
			dialog: page.getByRole("dialog", { name: camera("title") }),
			button: page.getByRole("button", { name: camera("open") }).first(),
		},
	};
}
