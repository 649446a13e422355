/** Mouse or finger, and typing into fields. */
import { expect, type Locator, type Page } from "@playwright/test";
import { drawOn, type Hands } from "./hands.ts";

/** The box itself is often hidden and drawn by its label: a finger lands there. */
async function seenPartOf(box: Locator): Promise<Locator> {
	const id = await box.getAttribute("id");
	const labels = id === null ? undefined : box.page().locator(`label[for="${id}"]`);
	if (labels && (await labels.count()) > 0) return labels.first();
	const around = box.locator("xpath=ancestor::label[1]");
	return (await around.count()) > 0 ? around : box;
}

export function mouseHands(page: Page): Hands {
	let acts = 0;
	return {
		page,
		keysOnly: false,
		get acts() {
			return acts;
		},
		async press(target) {
			acts += 1;
			await target.click();
		},
		focus: (target) => target.focus(),
		async fill(field, text) {
			acts += 1;
			await field.fill(text);
		},
		async tick(box, on = true) {
			if ((await box.isChecked()) === on) return;
			acts += 1;
			await (await seenPartOf(box)).click();
			await expect(box).toBeChecked({ checked: on });
		},
		async pick(field, word) {
			// The likely words stand in the field's own group, as long as it has the focus.
			const likely = field.locator("xpath=ancestor::fieldset[1]").getByRole("button", { name: new RegExp(`^${word}`) });
			if (!(await likely.isVisible())) {
				acts += 1;
				await field.click();
			}
			acts += 1;
			await likely.click();
		},
		async choose(field, option) {
			acts += 1;
			await field.click();
			await page.getByRole("option", { name: option, exact: typeof option === "string" }).click();
		},
		async key(chord) {
			acts += 1;
			await page.keyboard.press(chord);
		},
		async pin(digits) {
			acts += 1;
			const pad = page.getByRole("group", { name: /^(密码|PIN)$/ });
			for (const digit of digits) await pad.getByRole("button", { name: digit, exact: true }).click();
			await pad.getByRole("button", { name: /^(确定|OK)$/ }).click();
		},
		async draw(canvas) {
			acts += 1;
			await drawOn(page, canvas);
		},
		startCounting() {
			acts = 0;
		},
	};
}
