/** A PC that has heard nothing of its archive for too long: what the chip and its page say, and what every screen hides. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { databaseName } from "../../../db/backup/manifest.ts";
import { openWriter } from "../../../db/open.ts";
import { createLocalRows } from "../../../db/queries/local.ts";
import { expect, test } from "../../support/e2e.ts";
import { demoShop, goTo } from "../journey/demo-shop.ts";

const dayMs = 86_400_000;
const key = "A".repeat(43);

/** As if it had been enrolled with an archive that is out of reach since. */
function fallSilent(dir: string, days: number): void {
	const db = openWriter(join(dir, databaseName));
	const local = createLocalRows(db);
	const brand = randomUUID();
	local.setSetting("archive", {
		...{ arch: randomUUID(), store: local.setting<{ store: string }>("identity")?.store, archiveKey: key },
		...{ archiveDev: randomUUID(), brands: [{ id: brand, name: "沿条养护" }], boxKeys: { [brand]: key } },
		...{ storeCode: "01234", page: "http://127.0.0.1:9/s", address: "http://127.0.0.1:9" },
	});
	local.setSetting("lease", { silentMs: days * dayMs, behindMs: 0, wall: Date.now() });
	db.close();
}

for (const lang of ["zh-CN", "en"] as const) {
	test.describe(lang, () => {
		test.use({ demo: true, lang });
		const zh = lang === "zh-CN";

		test("warns from the 75th day, locks at the 90th, and says what to do", async ({ page, workstation, restart }) => {
			const tour = await (await demoShop(workstation, page, "manager", "/"))("demo.tour", {});
			await workstation.stop();
			fallSilent(workstation.dir, 76);
			const warned = await restart();
			await page.goto(warned.url);
			await demoShop(warned, page, "manager", "/sync");
			const chip = page.getByRole("link", {
				name: zh ? "再过 14 天锁住顾客资料" : "Days until customers' data locks: 14",
			});
			await expect(chip).toBeVisible();
			await expect(
				page.getByRole("alert").getByText(zh ? /已经 76 天没有联系上/ : /has not answered for 76 days/),
			).toBeVisible();
			await goTo(page, `/order/${tour.readyOrderId}`);
			// Exactly: a masked number has stars of its own.
			await expect(page.getByText("***", { exact: true })).toHaveCount(0);
			await warned.stop();

			fallSilent(workstation.dir, 90);
			const locked = await restart();
			await page.goto(locked.url);
			await demoShop(locked, page, "manager", `/order/${tour.readyOrderId}`);
			await expect(page.getByText("***", { exact: true }).first()).toBeVisible();
			await page.getByRole("link", { name: zh ? "顾客资料已锁" : "Customers' data locked" }).click();
			const alert = page.getByRole("alert");
			await expect(alert.getByText(zh ? /接通网络/ : /Connect the line/)).toBeVisible();
			await expect(alert.getByText(zh ? /收件、维修、交付照常/ : /hand-over go on/)).toBeVisible();
			await alert.getByRole("button", { name: zh ? "用 U 盘读入" : "Read in a stick" }).click();
			await expect(page).toHaveURL(/settings\/lan/);
		});
	});
}
