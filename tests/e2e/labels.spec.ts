/** Labels as a workshop wants them, many at once, and putting away by scanning one after another. */
import type { Page } from "@playwright/test";
import { makePieceLabel } from "../../domain/code/order-number.ts";
import { makeShelfCode } from "../../domain/code/own.ts";
import { startVirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { type Bitmap, bitmapToPng, dotAt } from "../../main/print/label/bitmap.ts";
import { boardTexts } from "../../renderer/i18n/texts/board.ts";
import { bulkTexts } from "../../renderer/i18n/texts/bulk.ts";
import { componentTexts } from "../../renderer/i18n/texts/components.ts";
import { labelsTexts } from "../../renderer/i18n/texts/labels.ts";
import { readCodes } from "../print/read-back.ts";
import { expect, test } from "../support/e2e.ts";
import type { Workstation } from "../support/workstation.ts";
import { scannerOf } from "./hands/scanner.ts";
import { type Asking, askingOf, printerOf } from "./journey/ready-shop.ts";

const words = { labels: labelsTexts["zh-CN"], bulk: bulkTexts["zh-CN"], board: boardTexts["zh-CN"] };

test.use({ demo: true, viewport: { width: 1366, height: 768 } });
test.slow();

/** The demo's manager at a screen, with a printer of the test's own as the usual one. */
async function start(workstation: Workstation, page: Page, to: string) {
	const ask = await askingOf(workstation);
	await signInAs(ask, "01");
	const printer = await startVirtualPrinter({});
	await ask("printers.save", { printer: printerOf(printer.port), isDefault: true });
	await page.reload();
	await go(page, to);
	return { ask, printer };
}

async function signInAs(ask: Asking, number: string): Promise<void> {
	const { people } = await ask("session.people", {});
	const person = people.find((one) => one.number === number);
	await ask("session.signIn", { person: person?.id, pin: person?.demoPin });
}

const go = (page: Page, to: string) =>
	page.evaluate((hash) => {
		location.hash = hash;
	}, `#${to}`);

function inkIn(bitmap: Bitmap, fromX: number, fromY: number, toX: number, toY: number): number {
	let dark = 0;
	for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) if (dotAt(bitmap, x, y)) dark++;
	return dark;
}

test("a layout is changed on the label, saved, printed so and scanned", async ({ workstation, page }) => {
	const { ask, printer } = await start(workstation, page, "/labels");
	try {
		const preview = page.getByRole("img", { name: words.labels.preview });
		const before = await preview.getAttribute("src");
		const digits = page.getByRole("button", { name: `1 ${words.labels.f_bigDigits}` }).first();
		await digits.focus();
		await page.keyboard.press("Delete");
		await expect(preview).not.toHaveAttribute("src", before ?? "");
		await expect(page.getByText(words.labels.fine)).toBeVisible();
		await page.keyboard.press("Control+z");
		await expect(digits).toBeVisible();
		await page.keyboard.press("Control+y");
		await page.getByRole("button", { name: words.labels.save, exact: true }).click();
		await expect(page.getByText(words.labels.saved)).toBeVisible();
		const { rows } = await ask("board.read", {});
		const row = rows.find(({ stage }) => stage === "repair");
		const { prints } = await ask("bulk.labels", { jobIds: [row?.jobId] });
		await expect.poll(() => printer.jobs.length).toBe(prints.length);
		const [first] = printer.jobs;
		if (!first?.bitmap) throw new Error("nothing came out");
		expect(inkIn(first.bitmap, 16, 10, 300, 95)).toBe(0);
		const [code] = await readCodes(bitmapToPng(first.bitmap));
		expect(code?.text.slice(0, 14)).toBe(row?.number);
	} finally {
		await printer.close();
	}
});

test("an element dragged onto the code is named and can't be saved", async ({ workstation, page }) => {
	const { printer } = await start(workstation, page, "/labels");
	await printer.close();
	const due = page.getByRole("button", { name: new RegExp(`^\\d+ ${words.labels.f_due}$`) }).first();
	const box = await due.boundingBox();
	if (!box) throw new Error("not there");
	await page.mouse.move(box.x + 20, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x + 20, box.y + box.height * 2.2, { steps: 4 });
	await page.mouse.up();
	await expect(page.getByText(/压住了条码/)).toBeVisible();
	await expect(page.getByRole("button", { name: words.labels.save, exact: true })).toBeDisabled();
});

test("labels of three jobs chosen on the board come out in one go", async ({ workstation, page }) => {
	const { printer } = await start(workstation, page, "/board");
	try {
		await page.getByText(words.board.table, { exact: true }).click();
		const boxes = page.getByRole("checkbox", { name: componentTexts["zh-CN"]["select-row"] });
		for (const at of [0, 1, 2]) await boxes.nth(at).check();
		await page.keyboard.press("F4");
		const done = page.getByRole("status").filter({ hasText: "张标签已打印" });
		await expect(done).toBeVisible();
		expect(printer.jobs.length).toBeGreaterThanOrEqual(3);
		const orders = new Set<string>();
		for (const job of printer.jobs) {
			if (!job.bitmap) throw new Error("nothing came out");
			for (const { text } of await readCodes(bitmapToPng(job.bitmap))) orders.add(text);
		}
		expect(orders.size).toBe(printer.jobs.length);
	} finally {
		await printer.close();
	}
});

test("a shelf, then label after label; one is refused, one is taken back", async ({ workstation, page }) => {
	const { ask, printer } = await start(workstation, page, "/bulk");
	await printer.close();
	await expect(page.getByRole("heading", { name: words.bulk.title })).toBeVisible();
	const scanner = await scannerOf(page);
	const { rows } = await ask("board.read", {});
	const [one, two] = rows.filter(({ stage }) => stage === "repair");
	const list = page.getByRole("list", { name: words.bulk.list }).getByRole("listitem");
	await scanner.scan(makeShelfCode("Z9"));
	await expect(page.getByText("货架 Z9", { exact: true }).first()).toBeVisible();
	await scanner.scan(makePieceLabel(one?.number ?? "", 1));
	await expect(list).toHaveCount(1);
	await scanner.scan("6901234567892");
	await expect(list).toHaveCount(2);
	await expect(list.first()).toContainText("这不是在店物品的标签");
	await scanner.scan(makePieceLabel(two?.number ?? "", 1));
	await expect(list).toHaveCount(3);
	const lying = async () => (await ask("shelf.on", { shelf: "Z9" })).cards.length;
	expect(await lying()).toBe(2);
	await list.first().getByRole("button", { name: words.bulk.undo }).click();
	await expect(list.first()).toContainText(words.bulk.undone);
	expect(await lying()).toBe(1);
});
