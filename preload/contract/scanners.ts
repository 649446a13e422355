/** The scanners this PC reads itself, and how they are. HID POS scanners find themselves; serial ones are set up here. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { filled, instant } from "./fields.ts";

const id = z.string().min(1).max(120);
/** What can be opened as a port: `COM3`, `/dev/ttyACM0`. */
const portPath = z.string().regex(/^(?:COM\d{1,3}|\/[!-~]{1,250})$/);

export const serialScannerFields = z.strictObject({
	name: filled(40),
	path: portPath,
	/** USB scanners (CDC) don't care. */
	baud: z.int().min(300).max(3_000_000),
	/** What the scanner sends after a code; `pause`: nothing. */
	end: z.enum(["line", "tab", "etx", "pause"]),
	/** With `pause`: silence that ends a scan, ms. */
	pauseMs: z.int().min(30).max(1000),
});
export type SerialScannerFields = z.infer<typeof serialScannerFields>;

/** Same code, same scanner, within this long: one scan, ms. */
const repeatMs = z.int().min(0).max(2000);

/** What is kept of scanners on this PC; travels with the device settings. */
export const scannerSettings = z.strictObject({
	serial: z.array(serialScannerFields.extend({ id })).max(16),
	repeatMs,
});
export type ScannerSettings = z.infer<typeof scannerSettings>;

export const scannerView = z.object({
	id,
	kind: z.enum(["hid", "serial"]),
	name: z.string(),
	/** `searching`: not there since the start. `gone`: was there. Both are looked for all the time. */
	state: z.enum(["ready", "searching", "gone", "busy", "denied", "failed"]),
	/** What went wrong last, as a reason with a sentence; null since the last good scan. */
	trouble: z.string().nullable(),
	lastScanAt: instant.nullable(),
	/** Readings that came twice and were taken once, since the start. */
	repeats: z.int(),
	/** Null for a scanner that found itself. */
	setup: serialScannerFields.nullable(),
});
export type ScannerView = z.infer<typeof scannerView>;

export const scannersCalls = defineCalls("scanners", {
	list: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			scanners: z.array(scannerView),
			/** Why a whole kind of scanner can't be read on this PC, or null. */
			trouble: z.string().nullable(),
			repeatMs,
		}),
	}),
	/** Serial ports to choose from; one that is not listed may be typed. */
	ports: query({
		access: ["manager"],
		input: z.strictObject({}),
		output: z.object({
			ports: z.array(z.object({ path: z.string(), name: z.string(), usedBy: z.string().nullable() })),
		}),
		fails: ["device-failed"],
	}),
	save: command({
		access: ["manager"],
		/** Without `id` a new one. */
		input: z.strictObject({ id: id.optional(), scanner: serialScannerFields }),
		output: z.object({ id }),
		fails: ["not-found", "rule-broken"],
	}),
	remove: command({
		access: ["manager"],
		input: z.strictObject({ id }),
		output: z.object({}),
		fails: ["not-found"],
	}),
	/** How soon the same code counts again. */
	repeat: command({ access: ["manager"], input: z.strictObject({ repeatMs }), output: z.object({}) }),
});
