/** The devices' settings on their way to the next PC: out as a file, seen before they are taken over, taken over. */
import { localDay } from "../../../domain/clock/zone.ts";
import { refuse } from "../../../domain/errors.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { DeviceSettings, devicesCalls, ScreenSettings } from "../../../preload/contract/devices.ts";
import type { App } from "../../app.ts";
import { paperProfileSchema } from "../../devices/paper/paper-profile.ts";
import { printerProfileSchema } from "../../devices/printer/profile.ts";
import { mergeSettings } from "./merge.ts";
import { readSettingsFile, writeSettingsFile } from "./settings-file.ts";

type Calls = typeof devicesCalls;

const mostSerial = 16;
const mostPapers = 16;

/** As they are here now. Printers made of software live in the demo workshop only and stay there. */
function settingsHere(app: App, screen: ScreenSettings): DeviceSettings {
	const { printers, papers } = app.print;
	return {
		printers: printers
			.list()
			.filter(({ virtual }) => !virtual)
			.map(({ profile: { kind: _, id, ...printer } }) => ({ id, printer })),
		defaultPrinterId: printers.defaultId(),
		paperPrinters: papers.list().map(({ kind: _, id, ...printer }) => ({ id, printer })),
		scanners: app.scanners.settings(),
		screen,
	};
}

export function exportDevices(
	app: App,
	{ screen }: ParsedOf<Calls["devices.export"]>,
): OutputOf<Calls["devices.export"]> {
	const { state: store } = app.store();
	const now = app.ports.clock.now();
	const label = app.states.find("station", app.log.identity.dev)?.state.label ?? "";
	const text = writeSettingsFile({
		madeAt: new Date(now).toISOString(),
		from: label || store.centreName,
		settings: settingsHere(app, screen),
	});
	const fileName = `welt-devices-${store.code}-${localDay(now, store.calendar.zone)}.json`;
	const handle = app.media.offer({ mime: "application/json", bytes: Buffer.from(text, "utf8"), fileName });
	return { handle, fileName };
}

export function previewDevices(
	app: App,
	{ text, screen }: ParsedOf<Calls["devices.preview"]>,
): OutputOf<Calls["devices.preview"]> {
	const { madeAt, from, settings } = readSettingsFile(text);
	return { madeAt, from, changes: mergeSettings(settingsHere(app, screen), settings).changes };
}

export async function importDevices(
	app: App,
	{ text }: ParsedOf<Calls["devices.import"]>,
): Promise<OutputOf<Calls["devices.import"]>> {
	const { settings } = readSettingsFile(text);
	const merged = mergeSettings(settingsHere(app, settings.screen), settings);
	const { printers, papers, journal, watch } = app.print;
	if (merged.scanners.serial.length > mostSerial) refuse("rule-broken", "scanner.too-many");
	const known = new Set(papers.list().map(({ id }) => id));
	const added = merged.paperPrinters.filter(({ id }) => !known.has(id)).length;
	if (known.size + added > mostPapers) refuse("rule-broken", "print.too-many-paper-printers");
	const profiles = merged.printers.map(({ id, printer, isDefault }) => {
		const checked = printerProfileSchema.safeParse({ ...printer, id });
		if (!checked.success) refuse("storage-damaged", "devices.file-damaged");
		return { profile: checked.data, isDefault };
	});
	app.log.transact(() => {
		for (const { profile, isDefault } of profiles) printers.save(profile, isDefault);
		for (const { id, printer } of merged.paperPrinters) papers.save(paperProfileSchema.parse({ ...printer, id }));
	});
	await app.scanners.replace(merged.scanners);
	for (const { id } of [...merged.printers, ...merged.paperPrinters]) {
		watch.forget(id);
		journal.wake(id);
	}
	app.push({ type: "devices" });
	return { screen: merged.screen };
}
