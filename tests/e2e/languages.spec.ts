/** Every screen in both languages: in its own words, within its width, without a complaint from the browser. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Language } from "../../renderer/i18n/define.ts";
import { stateTexts } from "../../renderer/i18n/texts/states.ts";
import { expect, test } from "../support/e2e.ts";
import { keyboardHands } from "./hands/keyboard.ts";
import { mouseHands } from "./hands/mouse.ts";
import { askingOf } from "./journey/ready-shop.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { setUpScreen } from "./pages/door/set-up.ts";
import { signInScreen } from "./pages/door/sign-in.ts";
import { wordsOf } from "./pages/words.ts";
import { everyPath, filled } from "./screens/addresses.ts";
import { placesOf } from "./screens/demo-places.ts";
import { wrongWords } from "./screens/proper-words.ts";
import { complaintsOf, readScreen, stillnessOf } from "./screens/reading.ts";

// A picture of the page at every step would take longer than the steps.
test.use({ trace: { mode: "retain-on-failure", snapshots: false, sources: false } });

/** Opened by Root itself, not by their address. */
const ofTheDoor = ["/set-up", "/sign-in"];

/** Looks at what is on the screen now, once it stands still. Everything wrong is told, not only the first. */
type Look = (where: string) => Promise<void>;

async function lookerOf(page: Page, language: Language, own: () => readonly string[] = () => []): Promise<Look> {
	const complaints = await complaintsOf(page);
	const still = stillnessOf(page);
	return async (where) => {
		await still();
		const { words, tooWide, ...said } = await readScreen(page);
		expect.soft(said, where).toEqual({ language, title: "Welt 沿条" });
		expect.soft(words.length, `${where}: something to read`).toBeGreaterThan(3);
		expect.soft(wrongWords(words, language, own()), `${where}: words`).toEqual([]);
		expect.soft(tooWide, `${where}: wider than the window, px`).toBeLessThanOrEqual(0);
		expect.soft(complaints.splice(0), `${where}: complaints`).toEqual([]);
	};
}

const nowhere = "/nowhere";

/** Goes there as a link would, by way of nowhere: so that what is read is sure to be the new screen. */
async function goTo(page: Page, address: string, language: Language): Promise<void> {
	const assign = (to: string) => page.evaluate((hash) => location.assign(hash), `#${to}`);
	const missing = page.getByText(wordsOf(stateTexts, language)("missing-what"), { exact: true });
	await assign(nowhere);
	await missing.waitFor();
	if (address === nowhere) return;
	await assign(address);
	await missing.waitFor({ state: "hidden" });
}

/** Addresses inside the page that lead to its own parts. */
function partsOf(page: Page): Promise<string[]> {
	const links = page.getByRole("main").getByRole("navigation").getByRole("link");
	return links.evaluateAll((all) => all.map((link) => link.getAttribute("href")?.replace(/^#/, "") ?? ""));
}

for (const lang of ["zh-CN", "en"] as const) {
	test.describe(lang, () => {
		test.use({ lang, locale: lang });

		test("the first start", async ({ page }) => {
			const look = await lookerOf(page, lang);
			const setUp = setUpScreen(mouseHands(page), lang);
			await expect(setUp.title).toBeVisible();
			await look("welcome");
			await setUp.start();
			const backups = mkdtempSync(join(tmpdir(), "welt-backups-"));
			const centre = {
				brand: "Welt",
				name: "Xuhui",
				code: "01234",
				place: "C1",
				address: "88 Tianping",
				phone: "021-64370000",
			};
			await setUp.answer({ ...centre, manager: "Wang", pin: "7391", backups }, look);
			await expect(setUp.heading("sheet")).toBeVisible();
			await look("recovery sheet");
		});

		test.describe("with work in hand", () => {
			test.use({ demo: true });

			test("every screen", async ({ page, workstation }) => {
				let own: readonly string[] = [];
				const look = await lookerOf(page, lang, () => own);
				const ask = await askingOf(workstation);
				const door = signInScreen(mouseHands(page), lang);
				await expect(door.title).toBeVisible();
				await look("sign-in");

				const { people } = await ask("session.people", {});
				const manager = people.find(({ number }) => number === "01");
				await ask("session.signIn", { person: manager?.id, pin: manager?.demoPin });
				const places = await placesOf(ask, lang);
				own = places.own;
				await expect(door.here(manager?.name ?? "")).toBeVisible();

				const paths = everyPath().filter((path) => !ofTheDoor.includes(path));
				const addresses = new Set([...paths.map((path) => filled(path, places.examples)), ...places.more, nowhere]);
				// What a page has of its own parts is added while going through.
				for (const address of addresses) {
					await test.step(address, async () => {
						await goTo(page, address, lang);
						await look(address);
						for (const part of await partsOf(page)) addresses.add(part);
						const tabs = page.getByRole("tab");
						for (let at = 1; at < (await tabs.count()); at++) {
							await tabs.nth(at).click();
							await look(`${address}, tab ${at + 1}`);
						}
					});
				}

				await test.step("received", async () => {
					const intake = intakeScreen(keyboardHands(page), lang);
					await goTo(page, places.draft, lang);
					await expect(intake.card(1)).toBeVisible();
					await intake.finish();
					await look("received");
				});
				await test.step("keys, person, lock", async () => {
					await page.keyboard.press("?");
					await expect(page.getByRole("dialog")).toBeVisible();
					await look("keys");
					await page.keyboard.press("Escape");
					await door.here(manager?.name ?? "").click();
					await expect(page.getByRole("menu")).toBeVisible();
					await look("person");
					await ask("session.lock", {});
					await door.tile(manager?.name ?? "").click();
					await look("PIN");
				});
			});
		});
	});
}
