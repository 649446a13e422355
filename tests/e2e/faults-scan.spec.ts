/** A scanner types into whatever has the focus. Nothing of a scan may stay in a field, nothing of a person may be lost. */
import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e.ts";
import type { Workstation } from "../support/workstation.ts";
import { inputMethodOf } from "./hands/input-method.ts";
import { mouseHands } from "./hands/mouse.ts";
import { scannerOf } from "./hands/scanner.ts";
import { highHeels } from "./journey/drop-off.ts";
import { clerk } from "./journey/open-shop.ts";
import { readyShop } from "./journey/ready-shop.ts";
import { counterScreen } from "./pages/counter/home.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { signInScreen } from "./pages/door/sign-in.ts";
import { frameOf } from "./pages/frame.ts";

const words = "右脚跟面掉了，走路有声音";

/** A drop-off with one described item, its customer's words in the field that is used below. */
async function writing(page: Page, workstation: Workstation) {
	await readyShop(workstation);
	const hands = mouseHands(page);
	const intake = intakeScreen(hands);
	await signInScreen(hands).withPin(clerk.name, clerk.pin);
	await counterScreen(hands).start();
	await intake.addItem();
	await intake.describe(1, { ...highHeels, words });
	return { hands, intake, scanner: await scannerOf(page), field: intake.field(1, "words"), ...frameOf(page) };
}

test("a scan while somebody writes is understood and leaves their words alone", async ({ page, workstation }) => {
	const { scanner, field, echo } = await writing(page, workstation);
	await field.focus();
	await scanner.scan("6901234567892");
	// The open card had no code yet: it takes this one.
	await expect(echo).toContainText("06901234567892");
	await expect(field).toHaveValue(words);
	await expect(field).toBeFocused();
});

test("a scan through an input method lands neither in that field nor in the one it opens", async ({
	page,
	workstation,
}) => {
	const { hands, scanner, intake, field, echo } = await writing(page, workstation);
	await field.focus();
	await scanner.scanThroughInputMethod("6901234567892");
	await expect(echo).toContainText("06901234567892");
	await expect(field).toHaveValue(words);
	await expect(field).toBeFocused();

	await scanner.scanThroughInputMethod("4006381333931");
	await expect(intake.card(2)).toBeVisible();
	for (const input of await intake.card(2).getByRole("textbox").all()) await expect(input).toHaveValue("");
	await hands.press(intake.folded(highHeels.brand));
	await expect(field).toHaveValue(words);
});

test("what a person writes through an input method stays, before, between and after scans", async ({
	page,
	workstation,
}) => {
	const { scanner, field, echo } = await writing(page, workstation);
	const writer = await inputMethodOf(page);
	await field.focus();
	await field.press("End");
	await writer.spell("xiajie");
	await writer.choose("，下周要");
	await expect(field).toHaveValue(`${words}，下周要`);

	// A word half spelt when a colleague scans: the letters stay, as whenever a field is left.
	await writer.spell("jin");
	await scanner.scanThroughInputMethod("6901234567892", "jin");
	await expect(echo).toContainText("06901234567892");
	await expect(field).toHaveValue(`${words}，下周要jin`);
	// At once, and not a moment later: the first key brings the focus back.
	await writer.spell("ji");
	await writer.choose("急");
	await expect(field).toHaveValue(`${words}，下周要jin急`);
});
