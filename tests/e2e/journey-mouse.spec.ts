import { startVirtualPrinter, type VirtualPrinter } from "../../main/devices/virtual/virtual-printer.ts";
import { expect, test } from "../support/e2e.ts";
import type { Hands } from "./hands/hands.ts";
import { mouseHands } from "./hands/mouse.ts";
import { customer, dressShoes, handbag, highHeels, money, pieceCount } from "./journey/drop-off.ts";
import { expectOnSlip, expectTold } from "./journey/expectations.ts";
import { clerk, foundCentre, hireStaff, inspector, plugInPrinter, technician } from "./journey/open-shop.ts";
import { codesOf, orderNumberOf, readPaper } from "./journey/read-back.ts";
import { followUpScreen } from "./pages/counter/follow-up.ts";
import { handOverScreen } from "./pages/counter/hand-over.ts";
import { counterScreen } from "./pages/counter/home.ts";
import { intakeScreen } from "./pages/counter/intake.ts";
import { orderScreen } from "./pages/counter/order.ts";
import { type SignIn, signInScreen } from "./pages/door/sign-in.ts";
import { boardScreen, dayScreen, searchScreen } from "./pages/office/board.ts";
import { benchScreen } from "./pages/shop/bench.ts";
import { jobScreen } from "./pages/shop/job.ts";
import { qcScreen } from "./pages/shop/qc.ts";
import { shelfScreen } from "./pages/shop/shelf.ts";

test("a drop-off of three items from the first morning to the follow-up call, by mouse", async ({ page }) => {
	const hands = mouseHands(page);
	const printer = await startVirtualPrinter();
	const door = signInScreen(hands);
	await test.step("first morning", () => openShop(hands, printer));
	await test.step("drop-off", () => takeIn(hands, door, printer));
	await test.step("inspection, quotes, answers", () => judge(hands, door));
	await test.step("bench", () => repair(hands, door));
	await test.step("quality control with one rework", () => inspect(hands, door));
	await test.step("shelf and hand-over", () => handOver(hands, door));
	await test.step("follow-up, board, search, day's end, history", () => look(hands));
	await printer.close();
});

async function switchTo(door: SignIn, { name, pin }: { name: string; pin: string }): Promise<void> {
	await door.lock();
	await door.withPin(name, pin);
	await expect(door.here(name)).toBeVisible();
}

async function openShop(hands: Hands, printer: VirtualPrinter): Promise<void> {
	await foundCentre(hands);
	await hireStaff(hands);
	await plugInPrinter(hands, printer.port);
	await printer.printed(1);
}

async function takeIn(hands: Hands, door: SignIn, printer: VirtualPrinter): Promise<void> {
	await switchTo(door, clerk);
	const counter = counterScreen(hands);
	await counter.open();
	await counter.start();
	const intake = intakeScreen(hands);
	await intake.addItem();
	await intake.describe(1, dressShoes);
	await intake.photograph(1, 2);
	await intake.markCondition(1, "划痕");
	await intake.addItem();
	await intake.describe(2, highHeels);
	await intake.photograph(2, 1);
	await intake.addItem();
	await intake.describe(3, handbag);
	await intake.customer(customer);
	await intake.notice("screen");
	await intake.deposit(money.deposit, "wechat");
	await intake.sign();
	await intake.finish();
	await expect(intake.labelsSent(pieceCount)).toBeVisible();

	const slip = await readPaper(await intake.slip());
	const number = orderNumberOf(slip);
	expectOnSlip(slip);
	await printer.printed(1 + pieceCount);
	expect(await codesOf(printer, 1)).toEqual(["01", "02", "03", "04", "05"].map((piece) => number + piece));
	await intake.openOrder();
	await expect(orderScreen(hands).history.first()).toBeVisible();
}

async function judge(hands: Hands, door: SignIn): Promise<void> {
	await orderScreen(hands).openJob(highHeels.brand);
	const job = jobScreen(hands);
	await expect(job.title(highHeels.brand)).toBeVisible();
	// The screen stays where it was; only the person changes.
	await switchTo(door, inspector);
	await job.addFinding("FW07", ["符合正常磨损特征"]);
	await job.photograph();
	await job.confirm("FW07");
	await job.repair();
	await job.issue();
	await job.acceptWithSignature();
	await expect(job.stage("repair")).toBeVisible();

	await job.nextItem();
	await expect(job.title(handbag.brand)).toBeVisible();
	await job.addFinding("BG07", ["符合正常磨损特征"]);
	await job.confirm("BG07");
	await job.repair();
	await job.issue();
	await job.declineByPhone("价格高", "太贵了，不修了，原样拿回");
	await expect(job.stage("hand-over")).toBeVisible();
}

async function repair(hands: Hands, door: SignIn): Promise<void> {
	await switchTo(door, technician);
	const bench = benchScreen(hands);
	await bench.open();
	// At list price means no quote: it is here since it was received.
	await bench.openJob(dressShoes.brand);
	await bench.start();
	await bench.finish();
	await expect(bench.done).toBeVisible();

	await bench.open();
	await bench.openJob(highHeels.brand);
	await bench.start();
	await bench.photograph();
	await bench.partsTab();
	await bench.usePart("PU跟面");
	await expect(bench.giveBack).toBeVisible();
	await bench.pause("顾客要求暂缓");
	await bench.resume();
	for (const step of [2, 3, 4, 5]) {
		await bench.finishAndNext();
		await expect(bench.step(step, 5)).toBeVisible();
	}
	await bench.finish();
	await expect(bench.done).toBeVisible();
}

async function inspect(hands: Hands, door: SignIn): Promise<void> {
	await switchTo(door, inspector);
	const qc = qcScreen(hands);
	await qc.open();
	await qc.openJob(highHeels.brand);
	await qc.photographAfter(["左脚", "右脚"]);
	await qc.sendBack("左右不一致", "右脚跟面高了一点");

	await switchTo(door, technician);
	const bench = benchScreen(hands);
	await bench.open();
	await bench.openJob(highHeels.brand);
	await expect(bench.rework).toBeVisible();
	await bench.start();
	for (const step of [7, 8, 9, 10]) {
		await bench.finishAndNext();
		await expect(bench.step(step, 10)).toBeVisible();
	}
	await bench.finish();
	await expect(bench.done).toBeVisible();

	await switchTo(door, inspector);
	for (const { brand } of [highHeels, dressShoes]) {
		await qc.open();
		await qc.openJob(brand);
		await qc.photographAfter(["左脚", "右脚"]);
		await qc.allGood();
		await qc.pass();
	}
}

async function handOver(hands: Hands, door: SignIn): Promise<void> {
	await switchTo(door, clerk);
	const shelf = shelfScreen(hands);
	await shelf.open();
	await shelf.nowhere();
	await shelf.moveAll("A12");
	await shelf.show("A12");
	await expect(shelf.row("百丽")).toContainText("A12");

	const handing = handOverScreen(hands);
	await handing.open();
	await handing.openOrder(customer.masked.slice(-4));
	await handing.markAll();
	await expect(handing.progress(5, 5)).toBeVisible();
	await handing.slipShown();
	await expect(handing.money).toContainText(money.due);
	await handing.pay("cash");
	await handing.tendered(money.tendered);
	await expect(handing.money).toContainText(money.change);
	await handing.sign();
	await handing.complete();
	await expect(handing.followUp).toBeVisible();
	const receipt = await readPaper(await handing.receipt());
	for (const word of [dressShoes.brand, highHeels.brand, handbag.brand, money.total])
		expect(receipt.text).toContain(word);
	expect(receipt.text).not.toContain("13812345678");
}

async function look(hands: Hands): Promise<void> {
	const calls = followUpScreen(hands);
	await calls.open();
	await calls.showLater();
	for (let left = await calls.rows.count(); left > 0; left--) {
		await calls.satisfied("修得很好");
		await expect(calls.rows).toHaveCount(left - 1);
	}
	const board = boardScreen(hands);
	await board.open();
	await expect(board.empty).toBeVisible();
	const search = searchScreen(hands);
	await search.open();
	await search.type("5678");
	await expect(search.jobs.filter({ hasText: "百丽" })).toHaveCount(1);
	await search.type("达芙 跟面");
	await expect(search.jobs.filter({ hasText: "达芙妮" })).toHaveCount(1);
	const day = dayScreen(hands);
	await day.open();
	await expect(day.figure("orders")).toHaveText("1");
	await expect(day.figure("received")).toHaveText("3");
	await expect(day.figure("handed-over")).toHaveText("3");
	await search.open();
	await search.type("百丽");
	await hands.press(search.jobs.filter({ hasText: "百丽" }));
	await jobScreen(hands).toOrder();
	await expectTold(orderScreen(hands).history);
}
