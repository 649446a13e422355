/** The customer's page in a telephone's browser with scripts switched off: read, decided on, read again. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startArchive, type TestArchive } from "../support/archive.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { quote, takeIn, takePhoto } from "../support/quoted.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";

let database: Database;
let archive: TestArchive;
let shop: Workshop;
let browser: Browser;
let base: string;

const debian = "/usr/bin/chromium";
const pictures = process.env.PAGE_PICTURES;

beforeAll(async () => {
	database = await startPostgres();
	// An answer for nothing waits on a timer: here it is over at once.
	const timers = {
		after(ms: number, run: () => void) {
			if (ms === 250) queueMicrotask(run);
			return () => undefined;
		},
	};
	archive = await startArchive(database.url, { timers });
	base = await archive.app.listen({ port: 0, host: "127.0.0.1" });
	shop = await openWorkshop(archive, "徐汇店");
	archive.clock.at = shop.clock.now;
	browser = await chromium.launch({
		...(existsSync(debian) ? { executablePath: debian } : {}),
		args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-background-networking"],
	});
});
afterAll(async () => {
	await browser?.close();
	await shop?.dispose();
	await archive.stop();
	await database.stop();
});

/** A photograph as a camera gives it: drawn by the browser itself. */
async function photo(colour: string): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
	await page.setContent(`<body style="background:linear-gradient(${colour},#222)">`);
	const bytes = await page.screenshot({ type: "jpeg", quality: 60 });
	await page.close();
	return bytes;
}

async function phone(locale: string, dark = false): Promise<Page> {
	const context = await browser.newContext({
		...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
		...{ javaScriptEnabled: false, locale, colorScheme: dark ? "dark" : "light" },
	});
	return context.newPage();
}

async function look(page: Page, name: string): Promise<void> {
	if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

async function sync() {
	await shop.sync();
	await shop.sync();
	archive.clock.at = shop.clock.now;
}

test("a customer reads and accepts a quote on a phone, in Chinese and in English, without any script", async () => {
	const order = await takeIn(shop, await photo("#a52"));
	quote(shop, order.jobId);
	await sync();
	const page = await phone("zh-CN");
	const asked: string[] = [];
	const complaints: string[] = [];
	page.on("request", (request) => asked.push(new URL(request.url()).origin));
	page.on("console", (message) => complaints.push(message.text()));
	await page.goto(base + order.path);
	await page.getByRole("heading", { name: "维修进度" }).waitFor();
	expect(await page.getByText("报价已出，等您确认").isVisible()).toBe(true);
	const image = page.getByRole("img", { name: "维修前照片 1" });
	await image.scrollIntoViewIfNeeded();
	const [wide] = await Promise.all([image.boundingBox(), look(page, "quote-zh")]);
	expect(wide?.width).toBeGreaterThan(100);
	const width = await page.locator("body").boundingBox();
	expect(width?.width).toBeLessThanOrEqual(390);
	expect(
		await page
			.locator("main")
			.boundingBox()
			.then((box) => (box?.x ?? 0) + (box?.width ?? 0)),
	).toBeLessThanOrEqual(390);
	const button = await page.getByRole("button", { name: "同意报价，开始维修" }).boundingBox();
	expect(button?.height).toBeGreaterThanOrEqual(44);
	await page.getByRole("link", { name: "English" }).tap();
	await page.getByText("Your quote is ready: please decide").waitFor();
	await page.getByText("Don't repair, or I disagree").tap();
	await page.getByRole("button", { name: "Decline" }).waitFor();
	await look(page, "quote-en");
	await page.getByLabel("Give me the replaced parts back").check();
	await page.getByRole("button", { name: "Accept and start the repair" }).tap();
	await page.getByText(/You accepted this quote on/).waitFor();
	await sync();
	expect(shop.app.states.get("job", order.jobId).state).toMatchObject({ stage: "repair", returnOldParts: true });
	takePhoto(shop, order, "after", await photo("#2a6"));
	await sync();
	await page.reload();
	await page.getByText("Being repaired").waitFor();
	expect(await page.getByRole("heading", { name: "After" }).isVisible()).toBe(true);
	await look(page, "repair-en");
	expect(new Set(asked)).toEqual(new Set([base]));
	expect(complaints).toEqual([]);
	const dark = await phone("zh-CN", true);
	await dark.goto(base + order.path);
	await look(dark, "repair-zh-dark");
	await page.context().close();
	await dark.context().close();
});

test("a link that leads nowhere says so in a sentence", async () => {
	const page = await phone("zh-CN");
	const answer = await page.goto(`${base}/s/none`);
	expect(answer?.status()).toBe(404);
	expect(await page.getByText("链接无效").isVisible()).toBe(true);
	await look(page, "unknown-zh");
	await page.context().close();
});
