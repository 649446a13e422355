/** Label printers and the print journal. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { printerFormTexts } from "../../../../renderer/i18n/texts/printer-form.ts";
import { printerTroubleTexts } from "../../../../renderer/i18n/texts/printer-troubles.ts";
import { printingTexts } from "../../../../renderer/i18n/texts/printing.ts";
import type { Hands } from "../../hands/hands.ts";
import { goTo } from "../frame.ts";
import { wordsOf } from "../words.ts";

export function printingScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(printingTexts, language);
	const form = wordsOf(printerFormTexts, language);
	const troubles = wordsOf(printerTroubleTexts, language);
	const dialog = page.getByRole("dialog");
	const journal = page.getByRole("table");
	return {
		open: () => goTo(hands, "printing", language),
		async addPrinter({ name, port }: { name: string; port: number }) {
			await hands.press(page.getByRole("button", { name: t("add") }));
			await hands.fill(dialog.getByLabel(form("name")), name);
			await hands.fill(dialog.getByLabel(form("host")), "127.0.0.1");
			await hands.fill(dialog.getByLabel(form("port")), String(port));
			await hands.press(dialog.getByRole("button", { name: form("save"), exact: true }));
			await expect(dialog).toBeHidden();
		},
		printer: (name: string) => page.getByRole("article").filter({ hasText: name }),
		async test(name: string) {
			await hands.press(
				page
					.getByRole("article")
					.filter({ hasText: name })
					.getByRole("button", { name: t("test") }),
			);
		},
		/** Asks the printer how it is. */
		async look(name: string) {
			await hands.press(
				page
					.getByRole("article")
					.filter({ hasText: name })
					.getByRole("button", { name: t("ask") }),
			);
		},
		rows: journal.getByRole("row"),
		/** Rows of the journal in a state. */
		inState: (state: "queued" | "sending" | "sent" | "confirmed" | "unknown" | "failed" | "cancelled") =>
			journal.getByRole("row").filter({ hasText: t(`state_${state}`) }),
		didItComeOut: journal.getByText(t("did-it")),
		trouble: (reason: "out-of-paper" | "connection-lost" | "silent" | "unreachable") =>
			page.getByText(troubles(`trouble_${reason}`)),
		itDid: () => hands.press(journal.getByRole("button", { name: t("yes"), exact: true }).first()),
		itDidNot: () => hands.press(journal.getByRole("button", { name: t("no"), exact: true }).first()),
	};
}
