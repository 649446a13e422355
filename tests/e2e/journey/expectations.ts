/** What the paper and the history must say after the journey, whichever hands walked it. */
import { expect, type Locator } from "@playwright/test";
import { customer, dressShoes, handbag, highHeels } from "./drop-off.ts";
import type { ReadPaper } from "./read-back.ts";

/** Everything a slip must carry, the customer masked, a QR to ask how it stands. */
export function expectOnSlip(slip: ReadPaper): void {
	const words = [
		dressShoes.brand,
		dressShoes.kind,
		dressShoes.service,
		highHeels.brand,
		highHeels.words,
		handbag.brand,
	];
	for (const word of [...words, handbag.words, customer.masked, "沿条维修中心（徐汇店）", "021-64370000"]) {
		expect.soft(slip.text, word).toContain(word);
	}
	expect(slip.text).not.toContain("13812345678");
	expect(slip.text).not.toContain(customer.name);
	expect(slip.qr.length).toBeGreaterThan(0);
}

/** The whole story, from the drop-off to the call, in the order's own history. */
export async function expectTold(history: Locator): Promise<void> {
	const told = [
		...["登记顾客", "告知", "物品建档", "收件", "开单", "定金", "维修单"],
		...["检出", "定责", "报价第 1 版", "顾客同意", "顾客不同意"],
		...["开工", "用料", "暂停", "完工", "送质检", "质检不合格", "质检合格"],
		...["货架", "余款", "取件", "交付", "回访"],
	];
	await expect(history.first()).toBeVisible();
	const all = (await history.allTextContents()).join("\n");
	for (const word of told) expect.soft(all, word).toContain(word);
}
