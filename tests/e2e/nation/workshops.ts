/**
 * Three whole workstations and the archive's own command, each a process with a folder of its own, each workstation open in
 * its own browser: workshop A with a counter and a bench, workshop B with a counter. Enrolled and paired at the screens.
 */
import { rmSync } from "node:fs";
import { type Browser, expect, type Page } from "@playwright/test";
import { freePort } from "../../../archive/server/command/embedded.ts";
import { type National, startNational } from "../../support/archive-command.ts";
import { startWorkstation, type Workstation } from "../../support/workstation.ts";
import type { Hands } from "../hands/hands.ts";
import { mouseHands } from "../hands/mouse.ts";
import { manager } from "../journey/open-shop.ts";
import { type Asking, askingOf, readyShop } from "../journey/ready-shop.ts";
import { joinScreens } from "../pages/door/join.ts";
import { signInScreen } from "../pages/door/sign-in.ts";
import { lineScreen } from "../pages/office/line.ts";

export type Station = { page: Page; hands: Hands; ask: Asking; workstation: Workstation };
export type Nation = { archive: National; counter: Station; bench: Station; other: Station; close(): Promise<void> };

export const workshopA = { name: "沿条维修中心（徐汇店）", code: "01234" };
export const workshopB = { name: "沿条维修中心（浦东店）", code: "01235" };

async function openStation(browser: Browser): Promise<Station> {
	const workstation = await startWorkstation({ built: true });
	const page = await (await browser.newContext()).newPage();
	await page.goto(workstation.url);
	return { page, hands: mouseHands(page), ask: await askingOf(workstation), workstation };
}

/** By PIN, at the screen. */
export async function signIn({ hands }: Station, { name, pin }: { name: string; pin: string }): Promise<void> {
	const door = signInScreen(hands);
	await door.withPin(name, pin);
	await expect(door.here(name)).toBeVisible();
}

/** Turns the code in at the screen; the manager stands there. */
async function enrol(archive: National, station: Station, workshop: typeof workshopA, name: string): Promise<void> {
	const line = lineScreen(station.hands);
	await line.enrol({ address: archive.url, code: await archive.code(workshop.code, workshop.name), name });
	await expect(line.inStep).toBeVisible();
}

/** Where a PC is met is this machine, at a port nobody else's test has. */
const settle = async ({ ask }: Station) =>
	ask("lan.setPlace", { on: true, address: "127.0.0.1", port: await freePort() });

async function pair(counter: Station, bench: Station): Promise<void> {
	await settle(counter);
	const there = joinScreens(counter.hands);
	await there.open();
	await joinScreens(bench.hands).type(await there.show(), "维修工位");
	await signIn(bench, manager);
	await settle(bench);
	await expect(there.linked("维修工位")).toBeVisible();
}

/** Everybody has signed out again. `printerPort`: of the label printer at A's counter. */
export async function openNation(browser: Browser, printerPort: number): Promise<Nation> {
	const opened: Station[] = [];
	const archive = await startNational();
	const open = async () => {
		const station = await openStation(browser);
		opened.push(station);
		return station;
	};
	/** The processes end whatever becomes of the browsers. */
	const close = async () => {
		for (const { workstation } of opened) {
			await workstation.stop();
			rmSync(workstation.dir, { recursive: true, force: true });
		}
		await archive.stop();
		for (const { page } of opened) await page.context().close();
	};
	try {
		const [counter, bench, other] = [await open(), await open(), await open()];
		await readyShop(counter.workstation, printerPort, { centreName: workshopA.name, code: workshopA.code });
		await readyShop(other.workstation, undefined, { centreName: workshopB.name, code: workshopB.code });
		await signIn(counter, manager);
		await enrol(archive, counter, workshopA, "前台");
		await pair(counter, bench);
		await enrol(archive, bench, workshopA, "维修工位");
		await signIn(other, manager);
		await enrol(archive, other, workshopB, "浦东前台");
		for (const { hands } of opened) await signInScreen(hands).lock();
		return { archive, counter, bench, other, close };
	} catch (cause) {
		await close();
		throw cause;
	}
}
