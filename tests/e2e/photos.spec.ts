/** Photos from the shutter to the encrypted file and back: cameras that work, fail and vanish, and what people do to a photo. */

import { createCanvas } from "@napi-rs/canvas";
import { chromium, type Page } from "@playwright/test";
import { test as base, expect } from "../support/e2e.ts";
import { type CameraKind, withCamera } from "../support/fake-camera.ts";
import { keyboardHands } from "./hands/keyboard.ts";
import { highHeels } from "./journey/drop-off.ts";
import { clerk } from "./journey/open-shop.ts";
import { askingOf, readyShop } from "./journey/ready-shop.ts";
import { counterScreen } from "./pages/counter/home.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { signInScreen } from "./pages/door/sign-in.ts";
import { photoParts } from "./pages/photo.ts";

const mostBytes = 400 * 1024;

/** A browser with a camera of its own; `denied`: its person does not let us use it. */
const test = base.extend<{ at: (camera: CameraKind, denied?: boolean) => Promise<Page> }>({
	at: async ({ workstation }, use) => {
		const opened: { close(): Promise<void> }[] = [];
		await use(async (camera, denied = false) => {
			const browser = await chromium.launch(await withCamera(camera, denied));
			opened.push(browser);
			const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
			const page = await context.newPage();
			await page.goto(workstation.url);
			return page;
		});
		for (const browser of opened) await browser.close();
	},
});

/** A drop-off with one item, its camera open; keys only. */
async function photographing(page: Page) {
	const hands = keyboardHands(page);
	const intake = intakeScreen(hands);
	await signInScreen(hands).withPin(clerk.name, clerk.pin);
	const counter = counterScreen(hands);
	await expect(counter.title).toBeVisible();
	await counter.start();
	await intake.addItem();
	await intake.describe(1, { ...highHeels, words: "跟面掉了" });
	await hands.key("F6");
	return { hands, intake, photo: photoParts(page) };
}

test("by keys alone: taken, taken again, turned, cut and marked; the photo as taken stays", async ({
	workstation,
	at,
}) => {
	await readyShop(workstation);
	const page = await at("sharp");
	const { hands, intake, photo } = await photographing(page);
	await expect(photo.shutter).toBeEnabled();
	await hands.key("F6");
	await expect(intake.pictured(1, 1)).toBeVisible();
	const first = await photo.handle(0);
	await hands.key("Shift+F6");
	await expect.poll(() => photo.handle(0)).not.toBe(first);
	await expect(intake.pictured(1, 1)).toBeVisible();
	const taken = await photo.stored(0);
	expect(taken).toMatchObject({ width: 1920, height: 1080, mime: "image/jpeg", metadata: false });
	expect(taken.bytes).toBeLessThanOrEqual(mostBytes);
	const second = await photo.handle(0);

	await hands.key("Control+F6");
	await expect(photo.stage).toBeFocused();
	// A ring where the aim stands, with the fault's name.
	await hands.choose(photo.faultName, "磨损");
	await hands.focus(photo.stage);
	await hands.key("Enter");
	await hands.key("Enter");
	await expect(photo.marks("fault")).toHaveText("磨损");
	await hands.key("2");
	await hands.key("Enter");
	for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await hands.key(key);
	await hands.key("Enter");
	await expect(photo.marks("arrow")).toHaveCount(1);
	// Laid down half-way: Escape takes the line away and leaves the dialog open.
	await hands.key("4");
	await hands.key("Enter");
	await hands.key("ArrowUp");
	await expect(photo.marks("pen")).toHaveCount(1);
	await hands.key("Escape");
	await expect(photo.marks("pen")).toHaveCount(0);
	await hands.key("5");
	for (let step = 0; step < 8; step++) await hands.key("ArrowLeft");
	for (let step = 0; step < 8; step++) await hands.key("ArrowUp");
	await hands.key("Enter");
	for (let step = 0; step < 14; step++) await hands.key("ArrowRight");
	for (let step = 0; step < 14; step++) await hands.key("ArrowDown");
	await hands.key("Enter");
	await expect(photo.cut).toBeVisible();
	await hands.key("r");
	await hands.key("3");
	await hands.key("Enter");
	await hands.key("Enter");
	await expect(photo.marks("ring")).toHaveCount(1);
	await hands.key("z");
	await expect(photo.marks("ring")).toHaveCount(0);
	await hands.key("Control+Enter");
	await expect(photo.editor).toBeHidden();

	await expect.poll(() => photo.handle(0)).not.toBe(second);
	await expect(intake.pictured(1, 1)).toBeVisible();
	const edited = await photo.stored(0);
	// About a third of each side, turned.
	expect(edited.height).toBeGreaterThan(edited.width);
	expect(edited.height).toBeLessThan(1920);
	expect(edited.red).toBeGreaterThan(taken.red + 300);
	expect(edited.bytes).toBeLessThanOrEqual(mostBytes);
	expect(await photo.readBack(second)).toEqual(taken);
	await hands.press(photo.photos.first());
	await hands.key("o");
	await expect(photo.shown).toHaveAttribute("src", new RegExp(second));
	await hands.key("Escape");
	await expect(photo.shown).toBeHidden();
});

test("a picture full of detail still fits; a blurred or dark one is told and never refused", async ({
	workstation,
	at,
}) => {
	await readyShop(workstation);
	for (const [camera, flaw] of [
		["grainy", undefined],
		["blurred", "blurred"],
		["dark", "dark"],
	] as const) {
		const page = await at(camera);
		const { hands, intake, photo } = await photographing(page);
		await expect(photo.shutter).toBeEnabled();
		await hands.key("F6");
		await expect(intake.pictured(1, 1)).toBeVisible();
		const stored = await photo.stored(0);
		expect(stored.bytes).toBeLessThanOrEqual(mostBytes);
		expect(stored.width).toBe(1920);
		if (flaw) {
			await expect(photo.warning(flaw)).toBeVisible();
			await hands.key("Shift+F6");
			await expect(intake.pictured(1, 1)).toBeVisible();
			await hands.key("F6");
			await expect(intake.pictured(1, 2)).toBeVisible();
		} else await expect(photo.lastShot.getByRole("alert")).toHaveCount(0);
		await page.close();
		await askingOf(workstation).then((ask) => ask("session.lock", {}));
	}
});

/** A JPEG as a phone writes it: held upright (orientation 6) and saying where it was taken. */
function fromPhone(): Buffer {
	const canvas = createCanvas(800, 600);
	const context = canvas.getContext("2d");
	context.fillStyle = "#c9b49a";
	context.fillRect(0, 0, 800, 600);
	context.fillStyle = "#40301f";
	for (let x = 0; x < 800; x += 20) context.fillRect(x, 100, 10, 300);
	const jpeg = canvas.encodeSync("jpeg", 90);
	const tiff = Buffer.from("4d4d002a00000008000101120003000000010006000000000000", "hex");
	const body = Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from("GPS 31.2304N 121.4737E")]);
	const head = Buffer.from([0xff, 0xe1, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

test("chosen files: turned upright without what the phone wrote; what can't be opened is named", async ({
	workstation,
	at,
}) => {
	await readyShop(workstation);
	const { intake, photo } = await photographing(await at("sharp"));
	await photo.upload({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: fromPhone() });
	await expect(intake.pictured(1, 1)).toBeVisible();
	expect(await photo.stored(0)).toMatchObject({ width: 600, height: 800, mime: "image/jpeg", metadata: false });
	const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);
	await photo.upload({ name: "IMG_0002.HEIC", mimeType: "image/heic", buffer: heic });
	await expect(photo.said("heic")).toBeVisible();
	await photo.upload({ name: "cut.jpg", mimeType: "image/jpeg", buffer: fromPhone().subarray(0, 90) });
	await expect(photo.said("unreadable")).toBeVisible();
	await photo.upload({ name: "slip.jpg", mimeType: "image/jpeg", buffer: Buffer.from("%PDF-1.7 not a picture") });
	await expect(photo.said("not-a-picture")).toBeVisible();
	await expect(intake.pictured(1, 1)).toBeVisible();
});

test("a camera that vanishes, comes back, is another one, or is taken by a program", async ({ workstation, at }) => {
	await readyShop(workstation);
	const page = await at("sharp");
	const { hands, intake, photo } = await photographing(page);
	await expect(photo.shutter).toBeEnabled();
	await hands.key("F6");
	await expect(intake.pictured(1, 1)).toBeVisible();
	await page.locator("video").evaluate((video: HTMLVideoElement) => {
		const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
		track?.stop();
		track?.dispatchEvent(new Event("ended"));
	});
	await expect(photo.trouble("lost")).toBeVisible();
	await expect(photo.shutter).toBeDisabled();
	await photo.upload({ name: "phone.jpg", mimeType: "image/jpeg", buffer: fromPhone() });
	await expect(intake.pictured(1, 2)).toBeVisible();
	await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event("devicechange")));
	await expect(photo.shutter).toBeEnabled();

	// The one chosen on this PC is not plugged in: nobody is filmed by another without being asked.
	const name = "罗技 C920";
	await page.evaluate((label) => {
		localStorage.setItem("welt.camera", JSON.stringify({ deviceId: "not-here", label, ghost: 35 }));
	}, name);
	await page.reload();
	if (!(await photo.camera.isVisible())) await intake.photoPanel(1);
	await expect(photo.missing(name)).toBeVisible();
	await hands.press(photo.useOther);
	await expect(photo.shutter).toBeEnabled();
	const chosen = await page.evaluate(() => JSON.parse(localStorage.getItem("welt.camera") ?? "{}").deviceId);
	expect(chosen).not.toBe("not-here");

	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = async () => {
			throw new DOMException("in use", "NotReadableError");
		};
	});
	await page.reload();
	if (!(await photo.camera.isVisible())) await intake.photoPanel(1);
	await expect(photo.trouble("busy")).toBeVisible();
});

test("a camera nobody allowed: the screen says where to allow it, and files still work", async ({
	workstation,
	at,
}) => {
	await readyShop(workstation);
	const { intake, photo } = await photographing(await at("sharp", true));
	await expect(photo.trouble("denied")).toBeVisible();
	await photo.upload({ name: "phone.jpg", mimeType: "image/jpeg", buffer: fromPhone() });
	await expect(intake.pictured(1, 1)).toBeVisible();
});

test.describe("in the demo workshop", () => {
	test.use({ demo: true });
	test("after the work the photo from before lies over the live one, as strong as one likes", async ({
		workstation,
		at,
	}) => {
		const ask = await askingOf(workstation);
		const { people } = await ask("session.people", {});
		const inspector = people.find(({ roles }) => roles.includes("inspector"));
		await ask("session.signIn", { person: inspector?.id, pin: inspector?.demoPin });
		const { rows } = await ask("qc.queue", {});
		const page = await at("sharp");
		await page.goto(new URL(`/#/qc/${rows[0]?.card.jobId}`, page.url()).href);
		const hands = keyboardHands(page);
		const photo = photoParts(page);
		await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
		await hands.key("F6");
		await expect(photo.shutter).toBeEnabled();
		await hands.focus(photo.ghost);
		const before = Number(await photo.ghost.getAttribute("aria-valuenow"));
		await hands.key("ArrowRight");
		await expect(photo.ghost).toHaveAttribute("aria-valuenow", String(before + 5));
		const ghost = photo.camera.locator("video + img");
		expect(Number(await ghost.evaluate((img) => getComputedStyle(img).opacity))).toBeCloseTo((before + 5) / 100);
		const strip = page.getByRole("dialog").getByRole("list");
		const known = await strip.getByRole("listitem").count();
		await hands.key("F6");
		await expect(strip.getByRole("listitem")).toHaveCount(known + 1);
		await hands.key("Shift+F6");
		await expect(photo.lastShot).toBeVisible();
		await expect(strip.getByRole("listitem")).toHaveCount(known + 1);
		expect((await photo.stored(known)).metadata).toBe(false);
	});
});
