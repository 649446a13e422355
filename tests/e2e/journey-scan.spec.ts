import { type Command, makeCommandCode, makePartCode, makeShelfCode } from "../../domain/code/own.ts";
import { startVirtualPrinter, type VirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { expect, test } from "../support/e2e.ts";
import type { Hands } from "./hands/hands.ts";
import { keyboardHands } from "./hands/keyboard.ts";
import { type Scanner, scannerOf } from "./hands/scanner.ts";
import { customer, dressShoes, handbag, highHeels, money, pieceCount } from "./journey/drop-off.ts";
import { expectOnSlip, expectTold } from "./journey/expectations.ts";
import { clerk, foundCentre, hireStaff, inspector, plugInPrinter, technician } from "./journey/open-shop.ts";
import { codesOf, orderNumberOf, readPaper } from "./journey/read-back.ts";
import { followUpScreen } from "./pages/counter/follow-up.ts";
import { handOverScreen } from "./pages/counter/hand-over.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { orderScreen } from "./pages/counter/order.ts";
import { signInScreen } from "./pages/door/sign-in.ts";
import { staffScreen } from "./pages/door/staff.ts";
import { frameOf } from "./pages/frame.ts";
import { boardScreen, dayScreen, searchScreen } from "./pages/office/board.ts";
import { benchScreen } from "./pages/shop/bench.ts";
import { jobScreen } from "./pages/shop/job.ts";
import { qcScreen } from "./pages/shop/qc.ts";
import { shelfScreen } from "./pages/shop/shelf.ts";

// A picture of the page at every one of its thousand keys would take longer than the keys.
test.use({ trace: { mode: "retain-on-failure", snapshots: false, sources: false } });

/** EAN codes on the boxes of three things nobody here has seen. */
const boxes = ["6901234567892", "4006381333931", "9780201379624"] as const;

type Shop = {
	hands: Hands;
	scanner: Scanner;
	printer: VirtualPrinter;
	/** Codes of badges and command cards, read from their sheets. */
	badges: Record<string, string>;
	cards: readonly string[];
	/** Codes of the piece labels and of the slip, read from what was printed. */
	labels: readonly string[];
	slip: string;
};

test("the same drop-off by scans and keys, without touching a mouse", async ({ page }) => {
	const hands = keyboardHands(page);
	const shop: Shop = {
		hands,
		scanner: await scannerOf(page),
		printer: await startVirtualPrinter(),
		badges: {},
		cards: [],
		labels: [],
		slip: "",
	};
	await test.step("first morning, badges and command cards", () => openShop(shop));
	await test.step("drop-off by three scans", () => takeIn(shop));
	await test.step("inspection, quotes, answers", () => judge(shop));
	await test.step("bench by command cards", () => repair(shop));
	await test.step("quality control with one rework", () => inspect(shop));
	await test.step("shelf and hand-over", () => handOver(shop));
	await test.step("follow-up, board, search, day's end, history", () => look(shop));
	await shop.printer.close();
});

/** A badge held under the scanner: whoever it is stands here now, on the same screen. */
async function badge({ hands, scanner, badges }: Shop, { name }: { name: string }): Promise<void> {
	await scanner.scan(badges[name] ?? "");
	await expect(signInScreen(hands).here(name)).toBeVisible();
}

async function card({ scanner, cards }: Shop, command: Command): Promise<void> {
	const code = makeCommandCode(command);
	expect(cards).toContain(code);
	await scanner.scan(code);
}

async function openShop(shop: Shop): Promise<void> {
	const { hands, printer } = shop;
	await foundCentre(hands);
	await hireStaff(hands);
	const staff = staffScreen(hands);
	for (const { name } of [clerk, technician, inspector]) {
		const { qr, text } = await readPaper(await staff.badge(name));
		expect(text).toContain(name);
		expect(qr).toHaveLength(1);
		shop.badges[name] = qr[0] ?? "";
	}
	shop.cards = (await readPaper(await staff.commandCards())).bars;
	expect(shop.cards).toHaveLength(9);
	await plugInPrinter(hands, printer.port);
	await printer.printed(1);
}

async function takeIn(shop: Shop): Promise<void> {
	const { hands, scanner, printer } = shop;
	await badge(shop, clerk);
	const intake = intakeScreen(hands);
	for (const [at, item] of [dressShoes, highHeels, handbag].entries()) {
		await scanner.scan(boxes[at] ?? "");
		await expect(intake.card(at + 1)).toBeVisible();
		await intake.describe(at + 1, item);
		if (at < 2) await intake.photograph(at + 1, 1);
	}
	await intake.customer(customer);
	await intake.notice("spoken");
	await intake.deposit(money.deposit, "wechat");
	await intake.signOnPaper();
	await intake.finish();
	await expect(intake.labelsSent(pieceCount)).toBeVisible();

	const slip = await readPaper(await intake.slip());
	expectOnSlip(slip);
	const number = orderNumberOf(slip);
	shop.slip = slip.qr[0] ?? "";
	await printer.printed(1 + pieceCount);
	shop.labels = await codesOf(printer, 1);
	expect(shop.labels).toEqual(["01", "02", "03", "04", "05"].map((piece) => number + piece));
}

async function judge(shop: Shop): Promise<void> {
	const { hands, scanner, labels } = shop;
	await badge(shop, inspector);
	const job = jobScreen(hands);
	await scanner.scan(labels[2] ?? "");
	await expect(job.title(highHeels.brand)).toBeVisible();
	await job.addFinding("FW07", ["符合正常磨损特征"]);
	await job.photograph();
	await job.confirm("FW07");
	await job.repair();
	await job.issue();
	await job.acceptByPhone("可以，修吧，多少钱都行");
	await expect(job.stage("repair")).toBeVisible();

	await scanner.scan(labels[4] ?? "");
	await expect(job.title(handbag.brand)).toBeVisible();
	await job.addFinding("BG07", ["符合正常磨损特征"]);
	await job.confirm("BG07");
	await job.repair();
	await job.issue();
	await job.declineByPhone("价格高", "太贵了，不修了");
	await expect(job.stage("hand-over")).toBeVisible();
}

async function repair(shop: Shop): Promise<void> {
	const { hands, scanner, labels } = shop;
	await badge(shop, technician);
	const bench = benchScreen(hands);
	await bench.open();
	await scanner.scan(labels[0] ?? "");
	await expect(bench.step(1, 1)).toBeVisible();
	await card(shop, "start");
	await expect(bench.running).toBeVisible();
	await card(shop, "finish");
	await expect(bench.done).toBeVisible();

	await scanner.scan(labels[3] ?? "");
	await expect(bench.step(1, 5)).toBeVisible();
	await card(shop, "start");
	await expect(bench.running).toBeVisible();
	await scanner.scan(makePartCode("HE01"));
	await bench.partsTab();
	await expect(bench.giveBack).toBeVisible();
	await card(shop, "pause");
	await expect(bench.pausing).toBeVisible();
	// The same card again: some other reason.
	await card(shop, "pause");
	await expect(bench.pausing).toBeHidden();
	await card(shop, "start");
	await expect(bench.running).toBeVisible();
	for (const step of [2, 3, 4, 5]) {
		await card(shop, "next");
		await expect(bench.step(step, 5)).toBeVisible();
		await expect(bench.running).toBeVisible();
	}
	await card(shop, "finish");
	await expect(bench.done).toBeVisible();
}

async function inspect(shop: Shop): Promise<void> {
	const { hands, scanner, labels } = shop;
	await badge(shop, inspector);
	const qc = qcScreen(hands);
	const bench = benchScreen(hands);
	await qc.open();
	await scanner.scan(labels[2] ?? "");
	await expect(qc.points).toBeVisible();
	await qc.photographAfter(["左脚", "右脚"]);
	await card(shop, "fail");
	await qc.fillFailure("左右不一致", "右脚跟面高了一点");

	await badge(shop, technician);
	await bench.open();
	await scanner.scan(labels[2] ?? "");
	await expect(bench.step(6, 10)).toBeVisible();
	await expect(bench.rework).toBeVisible();
	await card(shop, "start");
	for (const step of [7, 8, 9, 10]) {
		await expect(bench.running).toBeVisible();
		await card(shop, "next");
		await expect(bench.step(step, 10)).toBeVisible();
	}
	await card(shop, "finish");
	await expect(bench.done).toBeVisible();

	await badge(shop, inspector);
	await qc.open();
	for (const label of [labels[2], labels[0]]) {
		await scanner.scan(label ?? "");
		await expect(qc.points).toBeVisible();
		await qc.photographAfter(["左脚", "右脚"]);
		await card(shop, "pass");
		await expect(qc.passed).toBeVisible();
	}
}

async function handOver(shop: Shop): Promise<void> {
	const { hands, scanner, labels, slip } = shop;
	await badge(shop, clerk);
	const shelf = shelfScreen(hands);
	await scanner.scan(makeShelfCode("A12"));
	for (const label of [labels[0], labels[2], labels[4]]) {
		await scanner.scan(label ?? "");
		// The piece's own number: the echo of the one before names the shelf too.
		await expect(frameOf(hands.page).echo).toContainText(new RegExp(`-${label?.slice(-2)} .*A12`));
	}
	await shelf.open();
	await shelf.show("A12");
	for (const { brand } of [dressShoes, highHeels, handbag]) await expect(shelf.row(brand)).toBeVisible();

	// The customer comes while the clerk is still putting things away.
	const handing = handOverScreen(hands);
	await handing.open();
	await expect(handing.ready).toBeVisible();
	await scanner.scan(slip);
	await expect(handing.progress(0, pieceCount)).toBeVisible();
	await expect(handing.slipIsShown).toBeChecked();
	for (const [at, label] of labels.entries()) {
		await scanner.scan(label);
		await expect(handing.progress(at + 1, pieceCount)).toBeVisible();
	}
	await expect(handing.money).toContainText(money.due);
	await handing.pay("cash");
	await handing.tendered(money.tendered);
	await expect(handing.money).toContainText(money.change);
	await handing.signOnPaper();
	await handing.complete();
	await expect(handing.followUp).toBeVisible();
	const receipt = await readPaper(await handing.receipt());
	for (const word of [dressShoes.brand, highHeels.brand, handbag.brand, money.total])
		expect(receipt.text).toContain(word);
}

async function look(shop: Shop): Promise<void> {
	const { hands, scanner } = shop;
	const calls = followUpScreen(hands);
	await calls.open();
	await calls.showLater();
	await expect(calls.rows).toHaveCount(2);
	for (const left of [1, 0]) {
		await calls.satisfied("修得很好");
		await expect(calls.rows).toHaveCount(left);
	}
	const board = boardScreen(hands);
	await board.open();
	await expect(board.empty).toBeVisible();
	const search = searchScreen(hands);
	await search.open();
	await search.type("张");
	await expect(search.jobs.filter({ hasText: "百丽" })).toHaveCount(1);
	const day = dayScreen(hands);
	await day.open();
	await expect(day.figure("received")).toHaveText("3");
	await expect(day.figure("handed-over")).toHaveText("3");
	await scanner.scan(shop.slip);
	await expectTold(orderScreen(hands).history);
}
