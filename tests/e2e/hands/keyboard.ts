/**
 * Keys only: Tab and arrows to get there, Enter or Space to do it. What Tab can't reach a person without a mouse can't
 * use, and the journey fails there.
 */
import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";
import { typeSlowly } from "./hands.ts";

/** More stops than any screen has. */
const mostStops = 250;

type Where = "here" | "before" | "after";

/** Where the target stands as seen from what has the focus. */
function whereIs(target: Locator): Promise<Where> {
	return target.evaluate((element): Where => {
		const focused = document.activeElement;
		if (focused === element) return "here";
		if (!focused || focused === document.body) return "after";
		return focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
	});
}

/** Tab, either way, until the target has the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeEnabled();
	for (let stop = 0; stop < mostStops; stop++) {
		const where = await whereIs(target);
		if (where === "here") return;
		await page.keyboard.press(where === "before" ? "Shift+Tab" : "Tab");
	}
	throw new Error(`Tab never reaches ${String(target)}`);
}

/** A radio is reached through its group: Tab to the one that is in the tab order, arrows to the one that is meant. */
async function reachRadio(page: Page, radio: Locator): Promise<void> {
	for (let stop = 0; stop < mostStops; stop++) {
		const where = await radio.evaluate((element): Where | "group" => {
			const focused = document.activeElement;
			if (focused === element) return "here";
			const sameGroup = focused instanceof HTMLInputElement && element instanceof HTMLInputElement;
			if (sameGroup && focused.type === "radio" && focused.name === element.name) return "group";
			if (!focused || focused === document.body) return "after";
			return focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
		});
		if (where === "here") return;
		await page.keyboard.press(where === "group" ? "ArrowDown" : where === "before" ? "Shift+Tab" : "Tab");
	}
	throw new Error(`keys never reach ${String(radio)}`);
}

/** A PIN has no field; whoever stands in one tabs out of it first. */
async function leaveField(page: Page): Promise<void> {
	for (let stop = 0; stop < mostStops; stop++) {
		const inField = await page.evaluate(() => {
			const focused = document.activeElement;
			const box = focused instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(focused.type);
			return (focused instanceof HTMLInputElement && !box) || focused instanceof HTMLTextAreaElement;
		});
		if (!inField) return;
		await page.keyboard.press("Tab");
	}
}

export function keyboardHands(page: Page): Hands {
	let acts = 0;
	return {
		page,
		keysOnly: true,
		get acts() {
			return acts;
		},
		async press(target) {
			acts += 1;
			await reach(page, target);
			await page.keyboard.press("Enter");
		},
		focus: (target) => reach(page, target),
		async fill(field, text) {
			acts += 1;
			await reach(page, field);
			await page.keyboard.press("Control+A");
			// Comes in one piece, as from an input method: a scanner's pace would be taken for a scan.
			if (text === "") await page.keyboard.press("Delete");
			else await page.keyboard.insertText(text);
		},
		async tick(box, on = true) {
			if ((await box.isChecked()) === on) return;
			acts += 1;
			if ((await box.getAttribute("type")) === "radio") {
				await reachRadio(page, box);
				if (!(await box.isChecked())) await page.keyboard.press("Space");
			} else {
				await reach(page, box);
				await page.keyboard.press("Space");
			}
			await expect(box).toBeChecked({ checked: on });
		},
		async pick(field, word) {
			acts += 1;
			await reach(page, field);
			await page.keyboard.press("Control+A");
			await page.keyboard.insertText(word);
			await page.keyboard.press("Enter");
		},
		async choose(field, option) {
			acts += 1;
			await reach(page, field);
			const wanted = page.getByRole("option", { name: option, exact: typeof option === "string" });
			if ((await field.getAttribute("aria-expanded")) !== "true") await page.keyboard.press("ArrowDown");
			await expect(wanted).toBeVisible();
			for (let stop = 0; stop < mostStops; stop++) {
				if (await wanted.evaluate((element) => element.hasAttribute("data-combobox-selected"))) break;
				await page.keyboard.press("ArrowDown");
			}
			await page.keyboard.press("Enter");
			await expect(wanted).toBeHidden();
		},
		async key(chord) {
			acts += 1;
			await page.keyboard.press(chord);
		},
		async pin(digits) {
			acts += 1;
			await leaveField(page);
			await typeSlowly(page, digits);
			await page.keyboard.press("Enter");
		},
		draw() {
			throw new Error("nobody signs with a keyboard");
		},
		startCounting() {
			acts = 0;
		},
	};
}
