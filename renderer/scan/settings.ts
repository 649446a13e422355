/**
 * How this screen listens to a keyboard-wedge scanner. Kept on this workstation, edited on the devices screen,
 * read by the capture. Values outside the allowed range fall back to the default.
 */
import { z } from "zod";

export const wedgeSettingsSchema = z.object({
	/** Longest pause between two keys of one scan, ms. 45 suits cable scanners, up to 100 slow Bluetooth ones. */
	gapMs: z.number().int().min(20).max(100).catch(45),
	/** Fewest characters of a scan that ends with Enter or Tab. */
	minChars: z.number().int().min(2).max(20).catch(4),
	/** Fewest characters of a scan from a scanner without an end key: higher, because a fist on the keys is fast too. */
	minCharsWithoutEnd: z.number().int().min(4).max(40).catch(6),
	/** Silence after which a scan without an end key is complete, ms. */
	flushMs: z.number().int().min(100).max(1000).catch(200),
	/** Characters the scanner sends first; then even its first key never reaches a field and its speed doesn't matter. */
	prefix: z.string().max(4).catch(""),
	/** Characters the scanner sends last, before Enter or instead of it; they are no part of the code. */
	suffix: z.string().max(4).catch(""),
	/** The scanner sends two end keys (CR and LF): the second one is waited for as long as its pace asks. */
	endTwice: z.boolean().catch(false),
	/** `us`: the scanner types as a US keyboard (nearly all do; safe with any input method). `key`: trust the system's layout. */
	layout: z.enum(["us", "key"]).catch("us"),
	/** A visible character the scanner sends instead of GS (0x1D), e.g. "|"; empty: none. */
	gsSubstitute: z.string().max(1).catch(""),
	/** A key the scanner sends instead of GS, e.g. "F8" or "ArrowDown"; empty: none. Ctrl+] always counts. */
	gsKey: z.string().max(20).catch(""),
	/** What Alt+numpad numbers above 255 mean. */
	altCodes: z.enum(["auto", "unicode", "gb18030"]).catch("auto"),
});

export type WedgeSettings = z.infer<typeof wedgeSettingsSchema>;

export const defaultWedgeSettings: WedgeSettings = wedgeSettingsSchema.parse({});

const storageKey = "welt.wedge";
const listeners = new Set<(settings: WedgeSettings) => void>();

/** The settings kept on this workstation. */
export function wedgeSettings(): WedgeSettings {
	try {
		return wedgeSettingsSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? "{}"));
	} catch {
		return defaultWedgeSettings;
	}
}

/** Keeps new settings and tells the running capture. */
export function saveWedgeSettings(settings: WedgeSettings): void {
	localStorage.setItem(storageKey, JSON.stringify(settings));
	for (const listener of listeners) listener(settings);
}

/** Calls `listener` at every change; answers the function that stops it. */
export function onWedgeSettings(listener: (settings: WedgeSettings) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
