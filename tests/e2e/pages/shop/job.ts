/** One item's page: findings and who answers for them, the quote and the customer's answer. */
import { expect } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { componentTexts } from "../../../../renderer/i18n/texts/components.ts";
import { inspectionTexts } from "../../../../renderer/i18n/texts/inspection.ts";
import { jobTexts } from "../../../../renderer/i18n/texts/job.ts";
import { photoTexts } from "../../../../renderer/i18n/texts/photo.ts";
import { quoteTexts } from "../../../../renderer/i18n/texts/quote.ts";
import type { Hands } from "../../hands/hands.ts";
import { wordsOf } from "../words.ts";

export function jobScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(jobTexts, language);
	const look = wordsOf(inspectionTexts, language);
	const quote = wordsOf(quoteTexts, language);
	const common = wordsOf(componentTexts, language);
	const photo = wordsOf(photoTexts, language);
	const tab = (name: "inspection" | "quote" | "steps" | "record") =>
		page.getByRole("tab", { name: new RegExp(`^${t(name)}`) });
	const button = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
	const answerDialog = page.getByRole("dialog");
	const save = async (name: string) => {
		await hands.press(answerDialog.getByRole("button", { name, exact: true }));
		await expect(answerDialog).toBeHidden();
	};
	return {
		title: (what: string) => page.getByRole("heading", { level: 1, name: what }),
		stage: (stage: "inspection" | "quote" | "repair" | "qc" | "hand-over" | "follow-up") =>
			page.getByText(t(`stage-${stage}`), { exact: true }),
		show: (name: "inspection" | "quote" | "steps" | "record") => hands.press(tab(name)),
		finding: (fault: string) => page.getByRole("article").filter({ hasText: fault }),
		/** One fault from the list, as the table fills it in, with what was seen. */
		async addFinding(fault: string, evidence: readonly string[] = []) {
			await (hands.keysOnly ? hands.key("n") : hands.press(button(look("add"))));
			const search = page.getByRole("combobox", { name: look("search") });
			if (hands.keysOnly) {
				await hands.fill(search, fault);
				await expect(page.getByRole("option")).toHaveCount(1);
				await hands.key("Enter");
			} else {
				await hands.fill(search, fault);
				await hands.press(page.getByRole("option").first());
			}
			for (const sign of evidence) await hands.tick(page.getByRole("checkbox", { name: new RegExp(`^${sign}`) }));
			await (hands.keysOnly ? hands.key("Control+Enter") : hands.press(button(look("save-new"))));
			await expect(page.getByRole("article").filter({ hasText: fault })).toBeVisible();
		},
		/** A picture of what was found, from the live camera. */
		async photograph() {
			await (hands.keysOnly
				? hands.key("F6")
				: hands.press(page.getByRole("main").getByRole("button", { name: look("camera"), exact: true })));
			const shutter = page
				.getByRole("region", { name: photo("camera") })
				.getByRole("button", { name: new RegExp(`^${photo("shoot")}`) });
			await expect(shutter).toBeEnabled();
			await (hands.keysOnly ? hands.key("F6") : hands.press(shutter));
		},
		/** What the rules propose becomes the verdict. */
		async confirm(fault: string) {
			const card = page.getByRole("article").filter({ hasText: fault });
			const confirm = card.getByRole("button", { name: look("confirm"), exact: true });
			await hands.press(confirm);
			await expect(confirm).toBeHidden();
		},
		repair: () => hands.press(button(look("outcome-repair"))),
		lines: page.getByRole("main").getByRole("table"),
		async issue() {
			await expect(button(quote("issue"))).toBeEnabled();
			await (hands.keysOnly ? hands.key("Control+s") : hands.press(button(quote("issue"))));
			await expect(page.getByRole("tabpanel").getByText(quote("waiting"), { exact: true })).toBeVisible();
		},
		async acceptWithSignature() {
			await hands.press(button(quote("accept")));
			await hands.draw(answerDialog.getByLabel(common("sign-label")));
			await save(quote("answer-go"));
		},
		async acceptByPhone(words: string) {
			await (hands.keysOnly ? hands.key("Control+Enter") : hands.press(button(quote("accept"))));
			await hands.tick(answerDialog.getByRole("radio", { name: quote("phone") }));
			await hands.fill(answerDialog.getByRole("textbox", { name: quote("words") }), words);
			await save(quote("answer-go"));
		},
		async declineByPhone(reason: string, words: string) {
			await hands.press(page.getByRole("button", { name: quote("decline"), exact: true }));
			await hands.tick(answerDialog.getByRole("radio", { name: quote("phone") }));
			await hands.tick(answerDialog.getByRole("radio", { name: new RegExp(`^${reason}`) }));
			await hands.fill(answerDialog.getByRole("textbox", { name: quote("words") }), words);
			await save(quote("answer-save"));
		},
		answered: (answer: "accept" | "decline") =>
			page.getByText(quote("answered", { answer: quote(answer), means: "" }).trim()),
		nextItem: () => (hands.keysOnly ? hands.key("PageDown") : hands.press(button(t("next-job")))),
		toOrder: () => hands.press(page.getByRole("main").getByTitle(t("to-order"))),
		record: page.getByRole("list", { name: t("record") }),
	};
}
