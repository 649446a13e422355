/** At pick-up the customer finds it not right: the whole item, or one piece of it, stays and goes back to the bench. */
import type { Page } from "@playwright/test";
import type { HandoverView } from "../../../preload/contract/handover.ts";
import { benchTexts } from "../../../renderer/i18n/texts/bench.ts";
import { componentTexts } from "../../../renderer/i18n/texts/components.ts";
import { handoverTexts } from "../../../renderer/i18n/texts/handover.ts";
import { expect, test } from "../../support/e2e.ts";
import { mouseHands } from "../hands/mouse.ts";
import { demoShop, goTo, signInAs } from "../journey/demo-shop.ts";
import type { Asking } from "../journey/ready-shop.ts";
import { handOverScreen } from "../pages/counter/hand-over.ts";
import { wordsOf } from "../pages/words.ts";

const t = wordsOf(handoverTexts, "zh-CN");
const bench = wordsOf(benchTexts, "zh-CN");
const { "reason-note": noteLabel } = componentTexts["zh-CN"];
const said = "鞋头的线又松了一针";

test.use({ demo: true, viewport: { width: 1366, height: 768 } });

/** A single repaired item of at least so many pieces that waits for its owner. */
async function readyOrder(ask: Asking, pieces: number): Promise<HandoverView> {
	for (const { orderId } of (await ask("handover.ready", {})).orders) {
		const view = await ask("handover.open", { orderId });
		const [job] = view.jobs;
		const here = job?.pieces.filter(({ gone }) => !gone).length ?? 0;
		if (view.jobs.length === 1 && job?.ready && !job.goingBack && job.work.length > 0 && here >= pieces) return view;
	}
	throw new Error("the demo workshop has no such order");
}

/** What is not right, out of the list, with the customer's words. */
async function sayWhy(page: Page): Promise<void> {
	const dialog = page.getByRole("dialog");
	const why = dialog.getByRole("group", { name: t("keep-why") });
	await why.getByRole("radio", { name: /^缝线不良/ }).check();
	await why.getByLabel(noteLabel).fill(said);
}

/** The bench has it again, with its round and the customer's words. */
async function onTheBench(page: Page, ask: Asking, jobId: string): Promise<void> {
	await signInAs(ask, "technician");
	const { rows } = await ask("bench.queue", {});
	expect(rows.find(({ card }) => card.jobId === jobId)?.card.reworks).toBe(1);
	await page.reload();
	await goTo(page, `/bench/${jobId}`);
	const main = page.getByRole("main");
	await expect(main.getByText(bench("rework", { round: 1 })).first()).toBeVisible();
	await expect(main.getByText(bench("customer-said"))).toBeVisible();
	await expect(main.getByText("缝线不良").first()).toBeVisible();
	await expect(main.getByText(`“${said}”`)).toBeVisible();
}

test("not right at all: the item stays with its reason and is at the bench again", async ({ workstation, page }) => {
	const ask = await demoShop(workstation, page, "clerk", "/hand-over");
	const { orderId, jobs } = await readyOrder(ask, 1);
	await goTo(page, `/hand-over/${orderId}`);
	await page.getByRole("button", { name: t("keep") }).click();
	const save = page.getByRole("dialog").getByRole("button", { name: t("keep-save") });
	await expect(save).toBeDisabled();
	await sayWhy(page);
	await save.click();
	await expect(page.getByText(t("nothing-ready"))).toBeVisible();
	expect((await ask("handover.ready", {})).orders.map((order) => order.orderId)).not.toContain(orderId);
	await onTheBench(page, ask, jobs[0]?.jobId ?? "");
});

test("one piece not right: the others leave, it stays for rework", async ({ workstation, page }) => {
	const ask = await demoShop(workstation, page, "clerk", "/hand-over");
	const { orderId, jobs } = await readyOrder(ask, 2);
	await goTo(page, `/hand-over/${orderId}`);
	const screen = handOverScreen(mouseHands(page));
	await screen.markAll();
	await page
		.getByRole("button", { name: t("name-missing") })
		.first()
		.click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("radio", { name: /^留店返修/ }).check();
	const save = dialog.getByRole("button", { name: t("missing-save") });
	await expect(save).toBeDisabled();
	await sayWhy(page);
	await save.click();
	await expect(dialog).toBeHidden();
	// Its work is paid for when it is right.
	await expect(screen.money).toContainText(t("nothing-to-pay"));
	await screen.slipShown();
	await screen.signOnPaper();
	await page
		.getByRole("main")
		.getByRole("button", { name: t("complete") })
		.click();
	await expect(page.getByRole("main").getByText(t("done-partial"))).toBeVisible();
	const [job] = (await ask("handover.open", { orderId })).jobs;
	const before = jobs[0]?.pieces.filter(({ gone }) => !gone).length ?? 0;
	expect(job?.pieces.filter(({ gone }) => !gone)).toHaveLength(1);
	expect(before).toBeGreaterThan(1);
	await onTheBench(page, ask, jobs[0]?.jobId ?? "");
});
