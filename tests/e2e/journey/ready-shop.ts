/**
 * A centre already founded, with people and perhaps a label printer: written through the calls the screens make, for
 * journeys that are about something later. The first morning itself is walked in journey-*.spec.ts.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Envelope, InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { Calls } from "../../../preload/contract/index.ts";
import { usualPrinter } from "../../../preload/contract/printer-fields.ts";
import { enter } from "../../support/browser-client.ts";
import { foundInput, managerPin } from "../../support/door.ts";
import type { Workstation } from "../../support/workstation.ts";
import { clerk, inspector, manager, technician } from "./open-shop.ts";

export type Asking = <K extends keyof Calls & string>(name: K, input: unknown) => Promise<OutputOf<Calls[K]>>;

/** Asks the workstation from outside the browser; a refusal is a mistake of the test. */
export async function askingOf(workstation: Workstation): Promise<Asking> {
	const client = await enter(workstation.url);
	return async (name, input) => {
		const answer: Envelope = await client.call(name, input);
		if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
		return answer.value as never;
	};
}

export type ReadyShop = { ask: Asking; people: Record<string, string> };

/** Afterwards nobody is signed in. `more`: what another centre answers differently. */
export async function readyShop(
	workstation: Workstation,
	printerPort?: number,
	more: Partial<InputOf<Calls["setup.found"]>> = {},
): Promise<ReadyShop> {
	const ask = await askingOf(workstation);
	const sheet = await ask("setup.drawRecovery", { language: "zh-CN", centreName: "沿条", stationNumber: 1 });
	const backups = mkdtempSync(join(tmpdir(), "welt-backups-"));
	const { person } = await ask("setup.found", { ...foundInput(sheet.groups.join(" "), backups), ...more });
	const people: Record<string, string> = { [manager.name]: person };
	for (const [at, { name, roles, pin }] of [clerk, technician, inspector].entries()) {
		people[name] = (await ask("staff.add", { name, roles, pin, number: `1${at}` })).id;
	}
	if (printerPort !== undefined) await ask("printers.save", { printer: printerOf(printerPort), isDefault: true });
	await ask("session.lock", {});
	return { ask, people };
}

export { managerPin };

/** A label printer on this machine, as the form would save it. */
export function printerOf(port: number) {
	const transport = { kind: "tcp", host: "127.0.0.1", port };
	return { ...usualPrinter, name: "前台标签机", transport };
}
