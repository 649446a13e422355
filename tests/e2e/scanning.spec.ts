/** Scanners and what stands in for them: connecting one, reading with the camera, sounds that stay as chosen. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { type PairingCodeId, pairingCodes } from "../../domain/code/pairing-codes.ts";
import config from "../../playwright.config.ts";
import { writeFilm } from "../support/camera/film.ts";
import { expect, test } from "../support/e2e.ts";
import type { Workstation } from "../support/workstation.ts";
import { type AnyScanner, scanAs } from "./hands/any-scanner.ts";
import { mouseHands } from "./hands/mouse.ts";
import { scannerOf } from "./hands/scanner.ts";
import { clerk, manager } from "./journey/open-shop.ts";
import { readyShop } from "./journey/ready-shop.ts";
import { counterScreen } from "./pages/counter/home.ts";
import { signInScreen } from "./pages/door/sign-in.ts";
import { frameOf } from "./pages/frame.ts";
import { scannersScreen } from "./pages/office/scanners.ts";

/** On the scanners' screen, as the manager or as somebody else. */
async function atScanners(page: Page, workstation: Workstation, who: "manager" | "clerk" = "manager") {
	await readyShop(workstation);
	const hands = mouseHands(page);
	const { name, pin } = who === "clerk" ? clerk : manager;
	await signInScreen(hands).withPin(name, pin);
	await frameOf(page).main.waitFor();
	const screen = scannersScreen(hands);
	await screen.open();
	return { hands, screen };
}

/** Reads a code and waits until the screen shows that it came. */
async function read(page: Page, screen: ReturnType<typeof scannersScreen>, how: AnyScanner, id: PairingCodeId) {
	await scanAs(page, how, pairingCodes[id].text);
	await expect(screen.row(id)).not.toContainText(screen.waiting);
}

test("a quick scanner is taken, with an input method on too, and scans at once", async ({ page, workstation }) => {
	const { screen } = await atScanners(page, workstation);
	await screen.connect();
	for (const inputMethod of [false, true]) {
		await read(page, screen, { gapMs: 6, inputMethod }, "gs1");
		await read(page, screen, { gapMs: 6, inputMethod }, "plain");
		await expect(screen.row("plain")).toContainText(screen.whole);
		await expect(screen.row("gs1")).toContainText(screen.whole);
		await screen.cannotRead("chinese");
		await expect(screen.fit("good")).toBeVisible();
		if (!inputMethod) await screen.again();
	}
	await screen.save();
	await expect(screen.saved).toBeVisible();
	await screen.done();
	const scanner = await scannerOf(page);
	await scanner.scan("SN000123456");
	await expect(page).toHaveURL(/intake/);
});

test("a slow radio scanner is refused, and taken behind a prefix nobody types", async ({ page, workstation }) => {
	const { screen } = await atScanners(page, workstation);
	await screen.connect();
	const slow = { gapMs: 60, plainOnly: true };
	for (const id of ["plain", "gs1"] as const) await read(page, screen, slow, id);
	await screen.cannotRead("chinese");
	await expect(screen.fit("refused")).toBeVisible();
	await expect(screen.says("p-too-slow")).toBeVisible();
	await expect(screen.says("p-gs-lost")).toBeVisible();
	await screen.again();
	await expect(screen.row("plain")).toContainText(screen.waiting);

	const prefixed = { gapMs: 60, prefix: "~]" };
	await read(page, screen, prefixed, "plain");
	await read(page, screen, prefixed, "gs1");
	await screen.undo();
	await expect(screen.row("gs1")).toContainText(screen.waiting);
	await read(page, screen, prefixed, "gs1");
	await screen.cannotRead("chinese");
	await expect(screen.fact("prefix")).toHaveText("~]");
	await screen.save();
	await screen.done();
	await expect(screen.now("~]")).toBeVisible();
	await page.reload();
	await expect(screen.now("~]")).toBeVisible();

	// What was found is what scanning goes by from now on.
	await scanAs(page, prefixed, "6901234567892");
	await expect(page).toHaveURL(/intake/);
});

test("anybody may try, a manager saves; the sheet is there to scan from", async ({ page, workstation }) => {
	const { screen } = await atScanners(page, workstation, "clerk");
	await screen.connect();
	await screen.showSheet();
	await expect(screen.sheet).toBeVisible();
	await read(page, screen, { gapMs: 10 }, "plain");
	await read(page, screen, { gapMs: 10 }, "gs1");
	await screen.cannotRead("chinese");
	await expect(screen.managerOnly).toBeVisible();
});

test("sounds stay as chosen", async ({ page, workstation }) => {
	const { hands, screen } = await atScanners(page, workstation);
	await screen.sound.volume.focus();
	await hands.key("End");
	await expect(screen.sound.volume).toHaveAttribute("aria-valuenow", "100");
	await page.reload();
	await expect(screen.sound.volume).toHaveAttribute("aria-valuenow", "100");
	await hands.tick(screen.sound.on, false);
	await expect(screen.sound.off).toBeVisible();
	await page.reload();
	await expect(screen.sound.off).toBeVisible();
});

test("the camera reads a code and its screen opens, wherever one is", async ({ workstation }) => {
	await readyShop(workstation);
	const film = join(mkdtempSync(join(tmpdir(), "welt-film-")), "qr.mjpeg");
	await writeFilm(film, [{ bcid: "qrcode", text: "SN-CAMERA-0001", look: "rotated" }], 20);
	const { args = [], ...options } = config.use?.launchOptions ?? {};
	const browser = await chromium.launch({ ...options, args: [...args, `--use-file-for-fake-video-capture=${film}`] });
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
		await page.goto(workstation.url);
		const hands = mouseHands(page);
		await signInScreen(hands).withPin(clerk.name, clerk.pin);
		await expect(counterScreen(hands).title).toBeVisible();
		const { camera } = scannersScreen(hands);
		await hands.key("Alt+c");
		// It closes by itself with the first code, and the drop-off for this unknown item opens.
		await expect(page).toHaveURL(/intake/);
		await expect(camera.dialog).toBeHidden();
		await expect(page.getByText("SN-CAMERA-0001").first()).toBeVisible();
	} finally {
		await browser.close();
	}
});
