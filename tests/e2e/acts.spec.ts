/**
 * How many acts a drop-off takes from the idle counter to the printed slip. An act is a scan, a tap or a confirmed field;
 * photos and the signature are apart.
 */
import type { Page } from "@playwright/test";
import { startVirtualPrinter, type VirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { expect, test } from "../support/e2e.ts";
import type { Workstation } from "../support/workstation.ts";
import type { Hands } from "./hands/hands.ts";
import { keyboardHands } from "./hands/keyboard.ts";
import { mouseHands } from "./hands/mouse.ts";
import { type Scanner, scannerOf } from "./hands/scanner.ts";
import { broughtBefore, knownCode } from "./journey/brought-before.ts";
import { dressShoes } from "./journey/drop-off.ts";
import { clerk } from "./journey/open-shop.ts";
import { readyShop } from "./journey/ready-shop.ts";
import { counterScreen } from "./pages/counter/home.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { signInScreen } from "./pages/door/sign-in.ts";

const mostForKnown = 8;
const mostForUnknown = 16;

const ways = [
	{ way: "by touch", handsOf: mouseHands },
	{ way: "by keys", handsOf: keyboardHands },
] as const;

type Counter = {
	hands: Hands;
	scanner: Scanner;
	printer: VirtualPrinter;
	/** The system's print dialog: Enter. */
	confirmDialog: () => Promise<void>;
	acts: () => number;
};

/** The idle counter with a clerk at it, a label printer, and a customer who was here before. */
async function atCounter(page: Page, workstation: Workstation, handsOf: (page: Page) => Hands): Promise<Counter> {
	const printer = await startVirtualPrinter();
	await broughtBefore(await readyShop(workstation, printer.port));
	// The system's own dialog opens before paper comes; confirming it is an act too.
	await page.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute("data-dialog", "");
	});
	await page.reload();
	const hands = handsOf(page);
	const scanner = await scannerOf(page);
	await signInScreen(mouseHands(page)).withPin(clerk.name, clerk.pin);
	await counterScreen(mouseHands(page)).open();
	await expect(counterScreen(hands).title).toBeVisible();
	hands.startCounting();
	let others = 0;
	return {
		hands,
		printer,
		scanner: {
			...scanner,
			scan: (text) => {
				others += 1;
				return scanner.scan(text);
			},
		},
		confirmDialog: async () => {
			await expect(page.locator("html[data-dialog]")).toBeAttached();
			others += 1;
		},
		acts: () => hands.acts + others,
	};
}

/** From "everything is filled in" to paper: finish, print, confirm; two labels came out by themselves. */
async function toPaper({ hands, printer, confirmDialog, acts }: Counter): Promise<void> {
	const intake = intakeScreen(hands);
	await intake.finish();
	await intake.printSlip();
	await confirmDialog();
	await printer.printed(2);
	expect(printer.jobs).toHaveLength(2);
	await printer.close();
	test.info().annotations.push({ type: "acts", description: String(acts()) });
}

for (const { way, handsOf } of ways) {
	test(`a known customer with a known item, ${way}: at most ${mostForKnown} acts`, async ({ page, workstation }) => {
		const counter = await atCounter(page, workstation, handsOf);
		const { hands, scanner } = counter;
		const intake = intakeScreen(hands);
		await scanner.scan(knownCode);
		await intake.receiveKnown();
		await intake.words(1, "鞋跟又响了");
		await intake.samePerson();
		await toPaper(counter);
		expect(counter.acts()).toBeLessThanOrEqual(mostForKnown);
	});

	test(`an unknown item of an unknown customer, ${way}: at most ${mostForUnknown} acts`, async ({
		page,
		workstation,
	}) => {
		const counter = await atCounter(page, workstation, handsOf);
		const { hands, scanner } = counter;
		const intake = intakeScreen(hands);
		await scanner.scan("6901234567892");
		await expect(intake.card(1)).toBeVisible();
		const { service: _, agreed: __, ...item } = dressShoes;
		await intake.describe(1, { ...item, words: "前掌开胶，走路进水" });
		await intake.customer({ name: "李雷", phone: "139 8765 4321" });
		await intake.notice("spoken");
		await intake.deposit("30", "cash");
		await toPaper(counter);
		expect(counter.acts()).toBeLessThanOrEqual(mostForUnknown);
	});
}
