/** Labels as a workshop wants them, many at once, and putting away by scanning one after another. */
import { makePieceLabel } from "../../domain/code/order-number.ts";
import { makeShelfCode } from "../../domain/code/own.ts";
import type { VirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { type Bitmap, bitmapToPng, dotAt } from "../../main/print/label/bitmap.ts";
import { boardTexts } from "../../renderer/i18n/texts/board.ts";
import { bulkTexts } from "../../renderer/i18n/texts/bulk.ts";
import { componentTexts } from "../../renderer/i18n/texts/components.ts";
import { labelsTexts } from "../../renderer/i18n/texts/labels.ts";
import { readCodes } from "../print/read-back.ts";
import { expect, test } from "../support/e2e.ts";
import { scannerOf } from "./hands/scanner.ts";
import { withPrinter } from "./journey/demo-shop.ts";
import { wordsOf } from "./pages/words.ts";

const words = { labels: labelsTexts["zh-CN"], bulk: bulkTexts["zh-CN"], board: boardTexts["zh-CN"] };

test.use({ demo: true, viewport: { width: 1366, height: 768 } });
test.slow();

function inkIn(bitmap: Bitmap, fromX: number, fromY: number, toX: number, toY: number): number {
	let dark = 0;
	for (let y = fromY; y < toY; y++) for (let x = fromX; x < toX; x++) if (dotAt(bitmap, x, y)) dark++;
	return dark;
}

test("a layout is changed on the label, saved, printed so and scanned", async ({ workstation, page }) => {
	const { ask, printer } = await withPrinter(workstation, page, "/labels");
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
	const { printer } = await withPrinter(workstation, page, "/labels");
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

/** What the code of a label that came out says. */
async function codeOn(printer: VirtualPrinter, at: number): Promise<string> {
	const sent = printer.jobs[at]?.bitmap;
	if (!sent) throw new Error("nothing came out");
	const [code] = await readCodes(bitmapToPng(sent));
	return code?.text ?? "";
}

test("a printer is measured by its own labels: heat scanned, ruler read, the check label scanned back", async ({
	workstation,
	page,
}) => {
	const { ask, printer, printerId } = await withPrinter(workstation, page, "/calibrate/:printerId");
	const t = wordsOf(labelsTexts, "zh-CN");
	const scanner = await scannerOf(page);
	const step = (name: "cal-heat" | "cal-place" | "cal-confirm") => page.getByRole("region", { name: t(name) });
	const press = (name: Parameters<typeof step>[0], button: "go" | "use") =>
		step(name)
			.getByRole("button", { name: t(`${name}-${button}` as "cal-heat-go") })
			.click();
	const kept = async () => (await ask("printers.list", {})).printers.find(({ id }) => id === printerId);
	try {
		await press("cal-heat", "go");
		await printer.printed(5);
		const heats = step("cal-heat").getByRole("listitem");
		await expect(heats).toHaveCount(5);
		await expect(step("cal-heat").getByRole("button", { name: t("cal-heat-use") })).toBeDisabled();
		// The two darkest and the one before scan; the pale ones don't.
		for (const at of [2, 3, 4]) {
			await scanner.scan(await codeOn(printer, at));
			await expect(heats.nth(at)).toContainText(t("cal-read"));
		}
		await expect(heats.first()).toContainText(t("cal-unread"));
		await press("cal-heat", "use");
		await expect(step("cal-heat")).toContainText(t("cal-heat-set", { darkness: 10 }));

		await press("cal-place", "go");
		await printer.printed(6);
		await step("cal-place").getByLabel(t("cal-left")).fill("1.5");
		await step("cal-place").getByLabel(t("cal-bottom")).fill("39");
		await press("cal-place", "use");
		await expect(step("cal-place")).toContainText(t("cal-place-set", { x: 1.5, y: -1 }));
		expect(await kept()).toMatchObject({ darkness: 10, offset: { xMm: 1.5, yMm: -1 } });

		await press("cal-confirm", "go");
		await printer.printed(7);
		await expect(step("cal-confirm")).toContainText(t("cal-wait"));
		// A label of an earlier step is none of this one.
		await scanner.scan(await codeOn(printer, 5));
		await expect(page.getByText(t("cal-other"))).toBeVisible();
		await expect(step("cal-confirm")).toContainText(t("cal-wait"));
		await scanner.scan(await codeOn(printer, 6));
		await expect(step("cal-confirm")).toContainText(t("cal-confirm-done"));
	} finally {
		await printer.close();
	}
});

test("labels of three jobs chosen on the board come out in one go", async ({ workstation, page }) => {
	const { printer } = await withPrinter(workstation, page, "/board");
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
	const { ask, printer } = await withPrinter(workstation, page, "/bulk");
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
