/** Before the work: the set-up's questions, coming back from a backup, signing in. */

/** The button that goes on: the last of the form's foot. */
const goOn = (page) => page.locator("form footer button").last().click();

/** From the welcome to a step of the founding, with plain answers. */
async function upTo(page, step) {
	await page.locator("button[data-main]").click();
	const answers = [
		["沿条养护", "沿条维修中心（徐汇店）"],
		["01234", undefined, "前台"],
		["上海市徐汇区天平路88号", "021-64370000"],
		[],
	];
	for (const texts of answers.slice(0, step)) {
		const fields = page.locator("form input:not([type=hidden]):not([role=combobox]):visible");
		for (const [at, text] of texts.entries()) if (text !== undefined) await fields.nth(at).fill(text);
		await goOn(page);
	}
	if (step <= 4) return;
	await page.locator("form input").first().fill("王店长");
	await page.keyboard.press("Enter");
	for (const _ of [1, 2]) {
		await page.keyboard.type("7391", { delay: 90 });
		await page.keyboard.press("Enter");
		await page.waitForTimeout(300);
	}
	await goOn(page);
	if (step === 6) {
		await page.locator("form .mantine-Button-root[data-variant=subtle]").click();
		await goOn(page);
	}
}

const founding = ["names", "numbers", "contact", "hours", "manager", "backup", "sheet"].map((name, step) => ({
	name: `set-up-${step + 1}-${name}`,
	on: "empty",
	act: ({ page }) => upTo(page, step),
}));

const pickPerson = (page, at) => page.locator("[class*=_tile_]").nth(at).click();

export const doors = [
	...founding,
	{ name: "set-up-restore", on: "empty", act: ({ page }) => page.locator("[class*=_door_]").nth(2).click() },
	{
		name: "set-up-restore-refused",
		on: "empty",
		act: async ({ page }) => {
			await page.locator("[class*=_door_]").nth(2).click();
			await page.locator("input").first().fill("/nowhere/at/all");
			await page.keyboard.press("Enter");
		},
	},
	{ name: "sign-in-chosen", act: ({ page }) => pickPerson(page, 1) },
	{
		name: "sign-in-wrong-pin",
		act: async ({ page }) => {
			await pickPerson(page, 2);
			await page.keyboard.type("0000", { delay: 90 });
			await page.keyboard.press("Enter");
		},
	},
	{ name: "sign-in-forgot", act: ({ page }) => page.locator("[class*=_forgot_]").click() },
	{
		name: "locked",
		who: "02",
		to: "/counter",
		act: async ({ page, call }) => {
			await call("session.lock");
			await page.reload();
		},
	},
];
