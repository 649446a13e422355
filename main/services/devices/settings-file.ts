/**
 * The settings file itself: what is written, and what is taken for one. A check sum tells a file that was cut off or
 * edited by hand; the strict shape keeps anything else than settings out, in both directions.
 */
import { z } from "zod";
import { sha256 } from "../../../db/log.ts";
import { refuse } from "../../../domain/errors.ts";
import { type DeviceSettings, deviceSettings } from "../../../preload/contract/devices.ts";

const format = "welt-devices";
const newest = 1;

export type SettingsFile = {
	/** ISO, UTC. */
	madeAt: string;
	/** The PC it was made on, as people call it. */
	from: string;
	settings: DeviceSettings;
};

const envelope = z.object({ format: z.literal(format), version: z.int().min(1) });
const whole = z.strictObject({
	format: z.literal(format),
	version: z.literal(newest),
	madeAt: z.iso.datetime(),
	from: z.string().max(80),
	settings: z.unknown(),
	sha256: z.string(),
});

const sumOf = ({ madeAt, from, settings }: { madeAt: string; from: string; settings: unknown }) =>
	sha256(JSON.stringify([format, newest, madeAt, from, settings]));

/** For people too: two spaces of indent, one setting a line. */
export function writeSettingsFile({ madeAt, from, settings }: SettingsFile): string {
	const clean = deviceSettings.parse(settings);
	const content = { format, version: newest, madeAt, from, settings: clean };
	return `${JSON.stringify({ ...content, sha256: sumOf(content) }, null, "  ")}\n`;
}

/** Refuses what is none, is damaged, or was made by a later version. */
export function readSettingsFile(text: string): SettingsFile {
	const raw = parseJson(text.replace(/^\uFEFF/, ""));
	if (raw === undefined) refuse("storage-damaged", looksOurs(text) ? "devices.file-damaged" : "devices.file-foreign");
	const kind = envelope.safeParse(raw);
	if (!kind.success) refuse("storage-damaged", "devices.file-foreign");
	if (kind.data.version > newest) refuse("version-too-old", "devices.file-newer");
	const file = whole.safeParse(raw);
	if (!file.success || sumOf(file.data) !== file.data.sha256) refuse("storage-damaged", "devices.file-damaged");
	const settings = deviceSettings.safeParse(file.data.settings);
	if (!settings.success) refuse("storage-damaged", "devices.file-damaged");
	return { madeAt: file.data.madeAt, from: file.data.from, settings: settings.data };
}

/** Cut off in the middle, it is no JSON any more and still ours. */
const looksOurs = (text: string) => text.slice(0, 200).includes(`"${format}"`);

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
