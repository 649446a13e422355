/** The first morning, through the screens: centre, recovery sheet, people, label printer. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { pdfPicture, readCodes, readPdf } from "../../print/read-back.ts";
import type { Hands } from "../hands/hands.ts";
import { setUpScreen } from "../pages/door/set-up.ts";
import { signInScreen } from "../pages/door/sign-in.ts";
import { type NewPerson, staffScreen } from "../pages/door/staff.ts";
import { printingScreen } from "../pages/office/printing.ts";

export const manager = { name: "王店长", pin: "7391" };
export const clerk: NewPerson = { name: "周敏", roles: ["clerk"], pin: "2468" };
export const technician: NewPerson = { name: "李师傅", roles: ["technician"], pin: "1357" };
export const inspector: NewPerson = { name: "陈静", roles: ["inspector"], pin: "8642" };

/** Founds the centre on an empty folder. The manager is signed in afterwards. */
export async function foundCentre(hands: Hands): Promise<void> {
	const setUp = setUpScreen(hands);
	await expect(setUp.title).toBeVisible();
	await setUp.start();
	await setUp.answer({
		brand: "沿条养护",
		name: "沿条维修中心（徐汇店）",
		code: "01234",
		place: "前台",
		address: "上海市徐汇区天平路88号",
		phone: "021-64370000",
		manager: manager.name,
		pin: manager.pin,
		backups: mkdtempSync(join(tmpdir(), "welt-backups-")),
	});
	await expect(setUp.heading("sheet")).toBeVisible();
	const sheet = await setUp.sheet();
	const [secret] = (await readCodes(await pdfPicture(sheet, 1, 200))).filter(({ format }) => format.startsWith("QR"));
	expect(secret?.text).toMatch(/^WR-[0-9A-Z]{40}$/);
	const groups = secret?.text.slice(3).match(/.{5}/g) ?? [];
	// What a machine reads in the code, a person reads on the paper.
	const words = (await readPdf(sheet)).map((page) => page.text).join("");
	for (const group of groups) expect(words).toContain(group);
	const asked = await setUp.putAway();
	await setUp.readBack(asked, groups[asked % 8] ?? "");
	await expect(setUp.wrong(asked)).toBeVisible();
	await setUp.readBack(asked, groups[asked - 1] ?? "");
	await expect(setUp.right).toBeVisible();
	await setUp.finish();
	await expect(signInScreen(hands).here(manager.name)).toBeVisible();
}

/** Counter, bench and inspection get their people. */
export async function hireStaff(hands: Hands): Promise<void> {
	const staff = staffScreen(hands);
	await staff.open();
	for (const person of [clerk, technician, inspector]) {
		await staff.add(person);
		await expect(staff.row(person.name)).toBeVisible();
	}
}

/** The label printer on the counter, tried once. */
export async function plugInPrinter(hands: Hands, port: number): Promise<void> {
	const printing = printingScreen(hands);
	await printing.open();
	await printing.addPrinter({ name: "前台标签机", port });
	await printing.test("前台标签机");
	await expect(printing.inState("confirmed")).toHaveCount(1);
}
