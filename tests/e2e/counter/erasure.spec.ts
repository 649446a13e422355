/** A customer asks to be erased: what the manager is told, what is refused, and what every screen says afterwards. */
import { expect, test } from "../../support/e2e.ts";
import { demoShop, goTo } from "../journey/demo-shop.ts";

test.use({ demo: true });

test("the manager erases a customer at their order; while something is here the order is named", async ({
	page,
	workstation,
}) => {
	const ask = await demoShop(workstation, page, "manager", "/");
	const { closedOrderId, readyOrderId } = await ask("demo.tour", {});
	const choose = async () => {
		await page.getByRole("button", { name: "更多操作", exact: true }).click();
		await page.getByRole("menuitem", { name: "删除顾客资料" }).click();
		const dialog = page.getByRole("dialog", { name: "删除顾客资料" });
		await expect(dialog.getByText("维修、收款和保修记录依法保留")).toBeVisible();
		await expect(dialog.getByRole("button", { name: "永久删除" })).toBeDisabled();
		await dialog.getByRole("radio", { name: "顾客要求删除" }).check();
		await dialog.getByRole("button", { name: "永久删除" }).click();
		return dialog;
	};

	await goTo(page, `/order/${readyOrderId}`);
	const refused = await choose();
	await expect(refused.getByText(/还有物品没有取走，顾客资料现在不能删除/)).toBeVisible();
	await refused.getByRole("button", { name: "取消" }).click();

	await goTo(page, `/order/${closedOrderId}`);
	const signed = page.getByText("送修签字");
	await expect(signed).toBeVisible();
	const done = await choose();
	await expect(done).toBeHidden();
	await expect(
		page.getByRole("banner").getByText("顾客资料已删除").or(page.locator("header").getByText("顾客资料已删除")),
	).toBeVisible();
	await expect(
		page.getByRole("listitem").filter({ hasText: "顾客资料已删除" }).getByText("顾客要求删除"),
	).toBeVisible();
	await expect(signed).toBeHidden();
	await page.getByRole("button", { name: "更多操作", exact: true }).click();
	await expect(page.getByRole("menuitem", { name: "整单作废" })).toBeVisible();
	await expect(page.getByRole("menuitem", { name: "删除顾客资料" })).toHaveCount(0);
});
