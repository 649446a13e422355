/** The devices of a workstation: all in one list, tested as a whole with the label scanned back, their settings moved to the next PC. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { ippOperation } from "../../main/devices/paper/ipp-state.ts";
import { startVirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { bitmapToPng } from "../../main/print/label/bitmap.ts";
import { deviceTestTexts } from "../../renderer/i18n/texts/device-test.ts";
import { deviceTexts } from "../../renderer/i18n/texts/devices.ts";
import { orderTexts } from "../../renderer/i18n/texts/order.ts";
import { printingTexts } from "../../renderer/i18n/texts/printing.ts";
import { rollTexts } from "../../renderer/i18n/texts/slip-roll.ts";
import { readCodes } from "../print/read-back.ts";
import { expect, test } from "../support/e2e.ts";
import { shoesDraft } from "../support/intake/drop-off.ts";
import { type Said, startFakeIpp } from "../support/printing/fake-ipp.ts";
import { startWorkstation, type Workstation } from "../support/workstation.ts";
import { mouseHands } from "./hands/mouse.ts";
import { scannerOf } from "./hands/scanner.ts";
import { broughtBefore, knownCode } from "./journey/brought-before.ts";
import { clerk, manager } from "./journey/open-shop.ts";
import { managerPin, readyShop } from "./journey/ready-shop.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { signInScreen } from "./pages/door/sign-in.ts";
import { frameOf } from "./pages/frame.ts";
import { wordsOf } from "./pages/words.ts";

const t = wordsOf(deviceTexts, "zh-CN");
const steps = wordsOf(deviceTestTexts, "zh-CN");
const order = wordsOf(orderTexts, "zh-CN");
const printing = wordsOf(printingTexts, "zh-CN");
const roll = wordsOf(rollTexts, "zh-CN");
const labelPrinter = "前台标签机";
const paperPrinter = "前台打印机";

/** Prints whatever comes, or says what it lacks. */
const officePrinter = (reasons: () => string[] = () => ["none"]) =>
	startFakeIpp((operation): Said => {
		if (operation === ippOperation.printJob) return { job: { "job-id": [7] } };
		if (operation === ippOperation.getJob) return { job: { "job-state": [9], "job-impressions-completed": [1] } };
		return { printer: { "printer-state": [3], "printer-state-reasons": reasons() } };
	});

const paperFields = (port: number) => ({
	...{ name: paperPrinter, papers: ["slip", "receipt"], tray: null, copies: 1 },
	transport: { kind: "ipp", url: `ipp://127.0.0.1:${port}/ipp/print` },
});

/** A shop with a label printer and a printer for paper; the manager stands at the devices. */
async function atDevices(page: Page, workstation: Workstation, printers: { label?: number; paper?: number }) {
	const { ask, people } = await readyShop(workstation, printers.label);
	if (printers.paper !== undefined) {
		await ask("session.signIn", { person: people[manager.name], pin: managerPin });
		await ask("paperPrinters.save", { printer: paperFields(printers.paper) });
		await ask("session.lock", {});
	}
	await signInScreen(mouseHands(page)).withPin(manager.name, manager.pin);
	await frameOf(page).main.waitFor();
	await open(page);
	return ask;
}

async function open(page: Page): Promise<void> {
	await page.evaluate(() => {
		location.hash = "#/devices";
	});
	await page.getByRole("heading", { name: t("title") }).waitFor();
}

const row = (page: Page, name: string) => page.getByRole("main").getByRole("listitem", { name, exact: true });

test("every device has its row, its light and a proof that it works", async ({ page, workstation }) => {
	const label = await startVirtualPrinter();
	let reasons = ["none"];
	const paper = await officePrinter(() => reasons);
	await atDevices(page, workstation, { label: label.port, paper: paper.port });
	const scanner = await scannerOf(page);

	await row(page, labelPrinter)
		.getByRole("button", { name: t("try-label-of", { name: labelPrinter }) })
		.click();
	await label.printed(1);
	await expect(row(page, labelPrinter)).toHaveAttribute("data-light", "ready");
	await expect(row(page, labelPrinter)).toContainText("测试标签");

	reasons = ["media-empty-error"];
	await row(page, paperPrinter)
		.getByRole("button", { name: t("try-page-of", { name: paperPrinter }) })
		.click();
	await expect(row(page, paperPrinter)).toHaveAttribute("data-light", "attention");
	await expect(row(page, paperPrinter)).toContainText("缺纸");

	await row(page, t("wedge"))
		.getByRole("button", { name: t("try-scan-of", { name: t("wedge") }) })
		.click();
	await scanner.scan("6901234567892");
	await expect(row(page, t("wedge"))).toContainText(t("scan-came", { text: "6901234567892" }));
	await expect(row(page, t("wedge"))).toHaveAttribute("data-light", "ready");

	await row(page, t("camera"))
		.getByRole("button", { name: t("try-camera") })
		.click();
	await expect(page.getByRole("img", { name: t("picture-of") })).toBeVisible();
	await row(page, t("sounds"))
		.getByRole("button", { name: t("try-sounds") })
		.click();
	await label.close();
	await paper.close();
});

test("everything is tested in turn, the label scanned back; the result is signed and stays", async ({
	page,
	workstation,
}) => {
	const label = await startVirtualPrinter();
	const paper = await officePrinter();
	const ask = await atDevices(page, workstation, { label: label.port, paper: paper.port });
	const scanner = await scannerOf(page);
	await page.getByRole("button", { name: t("test-all") }).click();
	const dialog = page.getByRole("dialog", { name: steps("title") });
	const step = (device: Parameters<typeof steps>[0], name = "") =>
		dialog.getByRole("region", { name: `${steps(device as "device_scan")} ${name}`.trim() });

	await expect(step("device_scan", labelPrinter)).toBeVisible();
	await label.printed(1);
	await scanner.scan("6901234567892");
	await expect(dialog.getByRole("alert")).toContainText("6901234567892");
	const sent = label.jobs[0]?.bitmap;
	if (!sent) throw new Error("nothing came out");
	const [code] = await readCodes(bitmapToPng(sent));
	await scanner.scan(code?.text ?? "");
	await dialog.getByRole("button", { name: steps("camera-good"), exact: true }).click();
	await expect(step("device_sounds")).toBeVisible();
	await dialog.getByRole("button", { name: steps("sounds-good"), exact: true }).click();

	await expect(dialog.getByText(steps("done-pass"))).toBeVisible();
	await expect(dialog.getByRole("status")).toContainText(manager.name);
	await dialog.getByRole("button", { name: steps("close"), exact: true }).click();
	const last = page.getByRole("region", { name: t("last-test") });
	await expect(last).toContainText(t("count-pass", { count: 5 }));
	await expect(last).toContainText(manager.name);
	const { lastTest } = await ask("devices.list", {});
	expect(lastTest?.results.map(({ device, outcome }) => [device, outcome])).toEqual([
		["label-printer", "pass"],
		["scan", "pass"],
		["camera", "pass"],
		["paper-printer", "pass"],
		["sounds", "pass"],
	]);
	await label.close();
	await paper.close();
});

test("an order's slip goes straight to its printer; what keeps it from coming out stands on the order", async ({
	page,
	workstation,
}) => {
	let reasons = ["toner-empty-error"];
	const paper = await officePrinter(() => reasons);
	const ask = await atDevices(page, workstation, { paper: paper.port });
	const { orderId, draft } = await ask("intake.draft.start", {});
	const who = { ...draft.customer, name: "张晓雯", phone: "13812345678", notice: "screen" };
	await ask("intake.receive", { orderId, draft: { ...draft, items: [shoesDraft()], customer: who } });
	await page.evaluate((id) => {
		location.hash = `#/order/${id}`;
	}, orderId);
	const papers = page.getByRole("region", { name: order("papers") });
	await papers
		.getByRole("button", { name: order("print-slip"), exact: false })
		.first()
		.click();
	const trail = papers.getByRole("list", { name: printing("journal") });
	await expect(trail).toContainText("没有墨或碳粉了");
	await expect(trail).toContainText(paperPrinter);
	reasons = ["none"];
	const { printers } = await ask("paperPrinters.list", {});
	await ask("paperPrinters.status", { id: printers[0]?.id });
	await expect(trail).toContainText(printing("state_confirmed"));
	await papers
		.getByRole("button", { name: new RegExp(order("show-paper")) })
		.first()
		.click();
	await expect(page.getByRole("dialog")).toBeVisible();
	await paper.close();
});

test("a drop-off's slip comes out by itself where a printer takes slips", async ({ page, workstation }) => {
	const paper = await officePrinter();
	const shop = await readyShop(workstation);
	await broughtBefore(shop);
	await shop.ask("session.signIn", { person: shop.people[manager.name], pin: managerPin });
	await shop.ask("paperPrinters.save", { printer: paperFields(paper.port) });
	await shop.ask("session.lock", {});
	const hands = mouseHands(page);
	const scanner = await scannerOf(page);
	await signInScreen(hands).withPin(clerk.name, clerk.pin);
	await frameOf(page).main.waitFor();
	const intake = intakeScreen(hands);
	await scanner.scan(knownCode);
	await intake.receiveKnown();
	await intake.words(1, "鞋跟又响了");
	await intake.samePerson();
	await intake.finish();
	const slip = page.getByRole("region", { name: roll("done-slip") });
	await expect(slip).toContainText(roll("done-sent", { printer: paperPrinter }));
	await expect(slip.getByRole("list", { name: printing("journal") })).toContainText(printing("state_confirmed"));
	await slip.getByRole("button", { name: roll("done-show") }).click();
	await expect(slip.getByRole("img", { name: new RegExp(roll("done-slip")) }).first()).toBeVisible();
	await paper.close();
});

test("without printers the test says what it skipped and why", async ({ page, workstation }) => {
	await atDevices(page, workstation, {});
	const scanner = await scannerOf(page);
	await page.getByRole("button", { name: t("test-all") }).click();
	const dialog = page.getByRole("dialog", { name: steps("title") });
	await expect(dialog.getByText(steps("scan-any"))).toBeVisible();
	await scanner.scan("6901234567892");
	await dialog.getByRole("button", { name: steps("camera-bad") }).click();
	await dialog.getByRole("button", { name: steps("skip") }).click();
	await expect(dialog.getByText(steps("done-mixed"))).toBeVisible();
	const results = dialog.getByRole("list", { name: steps("title") });
	await expect(results.getByText(steps("reason_no-device"))).toHaveCount(2);
	await expect(results.getByText(steps("reason_not-clear"))).toBeVisible();
	await expect(results.getByText(steps("reason_by-person"))).toBeVisible();
});

test("settings travel as a file to an empty workstation, seen before they are taken over", async ({
	page,
	workstation,
	browser,
}) => {
	await atDevices(page, workstation, { label: 9, paper: 9 });
	await page.evaluate(() => localStorage.setItem("welt.sounds", JSON.stringify({ on: true, volume: 0.2 })));
	const download = page.waitForEvent("download");
	await page.getByRole("button", { name: t("export") }).click();
	const file = await (await download).path();
	expect(readFileSync(file, "utf8")).toContain(labelPrinter);

	const next = await startWorkstation({ built: true });
	const other = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
	await other.goto(next.url);
	const ask = await atDevices(other, next, {});
	await other.getByRole("button", { name: t("import") }).click();
	const dialog = other.getByRole("dialog", { name: t("import-title") });
	const choose = async (name: string, text: string) => {
		const chooser = other.waitForEvent("filechooser");
		await dialog.getByRole("button", { name: t("import-choose") }).click();
		await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
	};
	await choose("damaged.json", readFileSync(file, "utf8").replace(labelPrinter, "别的机器"));
	await expect(dialog.getByRole("alert")).toContainText("设置文件不完整");
	await choose("welt-devices.json", readFileSync(file, "utf8"));
	const changes = dialog.getByRole("list", { name: t("import-title") });
	await expect(changes.getByRole("listitem").filter({ hasText: labelPrinter }).first()).toContainText(t("change_new"));
	expect((await ask("printers.list", {})).printers).toEqual([]);
	await dialog.getByRole("button", { name: t("import-do") }).click();
	await expect(dialog).toBeHidden();
	await expect(row(other, labelPrinter)).toBeVisible();
	await expect(row(other, paperPrinter)).toBeVisible();
	await expect(row(other, t("sounds"))).toContainText("20%");
	await other.close();
	await next.stop();
});
