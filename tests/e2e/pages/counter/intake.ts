/** A drop-off in progress, and what comes after it is received. */
import { expect, type Locator } from "@playwright/test";
import type { Language } from "../../../../renderer/i18n/define.ts";
import { componentTexts } from "../../../../renderer/i18n/texts/components.ts";
import { doorTexts } from "../../../../renderer/i18n/texts/door.ts";
import { intakeTexts } from "../../../../renderer/i18n/texts/intake.ts";
import { itemTexts } from "../../../../renderer/i18n/texts/item.ts";
import { photoTexts } from "../../../../renderer/i18n/texts/photo.ts";
import { rollTexts } from "../../../../renderer/i18n/texts/slip-roll.ts";
import type { Hands } from "../../hands/hands.ts";
import { fetchPaper } from "../paper.ts";
import { patternOf, wordsOf } from "../words.ts";

export type NewItem = {
	kind: string;
	brand: string;
	colour: string;
	size?: string;
	/** In the customer's words. */
	words?: string;
	service?: string;
	/** At list price, without a quote. */
	agreed?: boolean;
};

export function intakeScreen(hands: Hands, language: Language = "zh-CN") {
	const { page } = hands;
	const t = wordsOf(intakeTexts, language);
	const item = wordsOf(itemTexts, language);
	const said = wordsOf(rollTexts, language);
	const photo = wordsOf(photoTexts, language);
	const common = wordsOf(componentTexts, language);
	const door = wordsOf(doorTexts, language);
	const items = page.getByRole("region", { name: t("items"), exact: true });
	const roll = page.getByRole("complementary", { name: said("slip") });
	const card = (number: number) => items.getByRole("region", { name: t("item-nth", { number }), exact: true });
	const field = (within: Locator, name: string) => within.getByLabel(name, { exact: true });
	/** Buttons that open a part of the card; the camera's key does it too. */
	const openPanel = (number: number, name: RegExp) => hands.press(card(number).getByRole("button", { name }));
	const phoneField = roll.getByRole("textbox", { name: new RegExp(`^${said("phone")}`) });
	const nameField = roll.getByRole("textbox", { name: new RegExp(`^${said("name")}`) });
	return {
		items,
		card,
		roll,
		saved: roll.getByText(said("saved"), { exact: true }),
		missing: page.getByRole("button", { name: patternOf(rollTexts, language, "finish-missing") }),
		addItem: () => hands.press(items.getByRole("button", { name: t("add-item") })),
		async describe(number: number, thing: NewItem) {
			const here = card(number);
			await hands.pick(field(here, t("kind")), thing.kind);
			await hands.fill(field(here, t("brand")), thing.brand);
			await hands.pick(field(here, t("colour")), thing.colour);
			if (thing.size) await hands.fill(field(here, t("size")), thing.size);
			if (thing.words) await hands.fill(field(here, t("words")), thing.words);
			if (thing.service) await hands.pick(field(here, t("services")), thing.service);
			if (thing.agreed) await hands.tick(here.getByRole("switch", { name: t("agreed") }));
		},
		/** From the record of a known item. */
		async receiveKnown() {
			const receive = page.getByRole("main").getByRole("button", { name: new RegExp(`^${item("receive")}`) });
			await expect(receive).toBeVisible();
			await (hands.keysOnly ? hands.key("F2") : hands.press(receive));
			await expect(card(1)).toBeVisible();
		},
		words: (number: number, words: string) => hands.fill(field(card(number), t("words")), words),
		/** Whoever brought the known item last time brings it again: one tap, or Enter in the empty phone field. */
		async samePerson() {
			const offered = roll.getByRole("button", { name: new RegExp(said("same-as-last-do")) });
			await expect(offered).toBeVisible();
			await hands.press(hands.keysOnly ? phoneField : offered);
			await expect(offered).toBeHidden();
		},
		/** Pictures from the live camera, one press each. */
		async photograph(number: number, count: number) {
			const tab = card(number).getByRole("button", { name: patternOf(intakeTexts, language, "photos-count") });
			// It stays open from one item to the next.
			if ((await tab.getAttribute("aria-expanded")) !== "true") {
				await (hands.keysOnly ? hands.key("F6") : hands.press(tab));
			}
			const shutter = card(number).getByRole("button", { name: patternOf(photoTexts, language, "shoot-for") });
			await expect(shutter).toBeEnabled();
			const opened = card(number).getByRole("button", { name: photo("open-photo") });
			for (let shot = 1; shot <= count; shot++) {
				await (hands.keysOnly ? hands.key("F6") : hands.press(shutter));
				await expect(card(number).getByRole("button", { name: t("photos-count", { count: shot }) })).toBeVisible();
			}
			await expect(opened.first()).toBeVisible();
		},
		photoPanel: (number: number) => openPanel(number, patternOf(intakeTexts, language, "photos-count")),
		/** The way without a camera: a picture file. */
		async uploadPhoto(number: number, file: { name: string; mimeType: string; buffer: Buffer }) {
			const chooser = page.waitForEvent("filechooser");
			await hands.press(card(number).getByRole("button", { name: photo("upload") }));
			await (await chooser).setFiles(file);
		},
		/** The first tap on the outline, and what is wrong there. */
		async markCondition(number: number, flaw: string) {
			await openPanel(number, patternOf(intakeTexts, language, "condition-count"));
			await hands.press(
				card(number)
					.getByRole("button", { name: /鞋头|toe/i })
					.first(),
			);
			await hands.press(page.getByRole("button", { name: flaw, exact: true }));
		},
		phoneField,
		field: (number: number, name: "words" | "brand") => field(card(number), t(name)),
		photos: (number: number) =>
			card(number)
				.getByRole("button", { name: new RegExp(photo("open-photo")) })
				.first(),
		noCamera: page.getByRole("alert").filter({ hasText: photo("camera-none") }),
		/** An item folded to a line; a press opens it. */
		folded: (words: string) => items.getByRole("button", { name: new RegExp(words) }),
		/** The tab of the pictures says how many there are. */
		pictured: (number: number, count: number) =>
			card(number).getByRole("button", { name: t("photos-count", { count }) }),
		async customer({ name, phone }: { name: string; phone: string }) {
			await hands.fill(phoneField, phone);
			await hands.fill(nameField, name);
		},
		notice: (how: "screen" | "paper" | "spoken") =>
			hands.tick(roll.getByRole("radio", { name: said(`notice-${how}`) })),
		async deposit(yuan: string, method: "cash" | "wechat" | "alipay" | "card") {
			await hands.fill(field(roll, said("deposit")), yuan);
			await hands.tick(roll.getByRole("radio", { name: said(`pay-${method}`) }));
		},
		async sign() {
			await hands.press(roll.getByRole("button", { name: said("sign-screen") }));
			const dialog = page.getByRole("dialog", { name: said("sign-title") });
			await hands.draw(dialog.getByLabel(common("sign-label")));
			await hands.press(dialog.getByRole("button", { name: said("sign-done") }));
			await expect(dialog).toBeHidden();
		},
		signOnPaper: () => hands.press(roll.getByRole("button", { name: said("sign-paper") })),
		async finish() {
			if (hands.keysOnly) await hands.key("F4");
			else await hands.press(roll.getByRole("button", { name: said("finish") }));
			await expect(page.getByRole("heading", { name: said("done-title") })).toBeVisible();
		},
		received: page.getByRole("heading", { name: said("done-title") }),
		/** `标签 5 张已送 …`, or why not. */
		labelsSent: (count: number) =>
			page.getByText(patternOf(rollTexts, language, "done-labels")).filter({ hasText: String(count) }),
		/** The slip as the printer gets it. */
		slip: () =>
			fetchPaper(
				page,
				page
					.getByRole("region", { name: said("done-slip") })
					.first()
					.getByRole("link", { name: door("save") }),
			),
		/** The slip to the system's printer. */
		printSlip: () =>
			hands.press(
				page
					.getByRole("region", { name: said("done-slip") })
					.first()
					.getByRole("button", { name: door("print"), exact: true }),
			),
		openOrder: () => hands.press(page.getByRole("button", { name: said("done-open") })),
	};
}
