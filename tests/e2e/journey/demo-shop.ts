/** The demo workshop with one of its people signed in, at one address, and perhaps a label printer of the test's own. */
import type { Page } from "@playwright/test";
import { startVirtualPrinter, type VirtualPrinter } from "../../../main/devices/virtual/virtual-printer.ts";
import type { Workstation } from "../../support/workstation.ts";
import { type Asking, askingOf, printerOf } from "./ready-shop.ts";

/** Staff numbers of the demo. */
export const demoStaff = { manager: "01", clerk: "02", technician: "03" } as const;
type Who = keyof typeof demoStaff;

/** Signed in at the screen, without touching it. */
export async function signInAs(ask: Asking, who: Who): Promise<void> {
	const { people } = await ask("session.people", {});
	const person = people.find((one) => one.number === demoStaff[who]);
	await ask("session.signIn", { person: person?.id, pin: person?.demoPin });
}

export const goTo = (page: Page, to: string) =>
	page.evaluate((hash) => {
		location.hash = hash;
	}, `#${to}`);

/** `who` at the screen `to`. */
export async function demoShop(workstation: Workstation, page: Page, who: Who, to: string): Promise<Asking> {
	const ask = await askingOf(workstation);
	await signInAs(ask, who);
	await page.reload();
	await goTo(page, to);
	return ask;
}

/** The manager at the screen `to`, with a printer of the test's own as the usual one. */
export async function withPrinter(
	workstation: Workstation,
	page: Page,
	to: string,
): Promise<{ ask: Asking; printer: VirtualPrinter; printerId: string }> {
	const ask = await demoShop(workstation, page, "manager", "/");
	const printer = await startVirtualPrinter({});
	const { id: printerId } = await ask("printers.save", { printer: printerOf(printer.port), isDefault: true });
	await page.reload();
	await goTo(page, to.replace(":printerId", printerId));
	return { ask, printer, printerId };
}
