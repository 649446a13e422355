/** Everything that hangs on this PC in one list, the test of all of it, and its settings as a file for the next PC. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { instant, line } from "./fields.ts";
import { paperPrinterFields } from "./paper-fields.ts";
import { printerFields } from "./printer-fields.ts";
import { scannerSettings } from "./scanners.ts";

/** What the workstation process itself sees; camera, sounds and typing scanners are the screen's own. */
const deviceRow = z.object({
	id: z.string(),
	kind: z.enum(["scanner-hid", "scanner-serial", "label-printer", "paper-printer"]),
	name: z.string(),
	/** gone: not there, or can't be reached; unknown: not looked at yet. */
	light: z.enum(["ready", "attention", "gone", "unknown"]),
	/** Why it is not well: a printer trouble (`out-of-paper`) or a scanner's reason (`scanner.busy`). */
	trouble: z.string().nullable(),
	/** When it last read or printed something. */
	lastAt: instant.nullable(),
	/** What it last printed: an order number or the name of a test. */
	last: z.string().nullable(),
	/** The last thing that went wrong and is in the journal; stays when it is well again. */
	lastError: z.object({ trouble: z.string(), at: instant }).nullable(),
	waiting: z.int(),
	asking: z.int(),
});
export type DeviceRow = z.infer<typeof deviceRow>;

/** One thing tried in a test of everything. */
const testResult = {
	device: z.enum(["label-printer", "scan", "camera", "paper-printer", "sounds"]),
	outcome: z.enum(["pass", "fail", "skipped"]),
	/** Why it failed or was skipped; a code with a sentence on the screen. */
	reason: z
		.string()
		.regex(/^[a-z][a-z-]{0,39}$/)
		.nullable(),
};
const keptTest = z.object({
	at: instant,
	/** Who stood at the devices. */
	by: z.string(),
	/** Where it stands in this PC's log, whose chain of hashes nobody can change unseen. */
	entry: z.int(),
	results: z.array(z.object({ ...testResult, name: z.string() })),
});
export type KeptTest = z.infer<typeof keptTest>;

/** What a screen keeps for itself: how typing scanners are told from people, sounds, which camera. */
export const screenSettings = z.strictObject({
	wedge: z.strictObject({
		gapMs: z.int().min(20).max(100),
		minChars: z.int().min(2).max(20),
		minCharsWithoutEnd: z.int().min(4).max(40),
		flushMs: z.int().min(100).max(1000),
		prefix: z.string().max(4),
		suffix: z.string().max(4),
		endTwice: z.boolean(),
		layout: z.enum(["us", "key"]),
		gsSubstitute: z.string().max(1),
		gsKey: z.string().max(20),
		altCodes: z.enum(["auto", "unicode", "gb18030"]),
	}),
	sounds: z.strictObject({ on: z.boolean(), volume: z.number().min(0).max(1) }),
	camera: z.strictObject({
		deviceId: z.string().max(300).optional(),
		label: z.string().max(300).optional(),
		ghost: z.int().min(0).max(100),
		/** The camera as a scanner stays open after a code. Older files don't say. */
		keepOpen: z.boolean().default(false),
	}),
});
export type ScreenSettings = z.infer<typeof screenSettings>;

const id = z.string().min(1).max(64);
/** All a settings file may hold: no keys, no PINs, nobody's data. */
export const deviceSettings = z.strictObject({
	printers: z.array(z.strictObject({ id, printer: printerFields })).max(64),
	defaultPrinterId: id.nullable(),
	paperPrinters: z.array(z.strictObject({ id, printer: paperPrinterFields })).max(64),
	scanners: scannerSettings,
	screen: screenSettings,
});
export type DeviceSettings = z.infer<typeof deviceSettings>;

/** A settings file is a few kilobytes. */
const fileText = z.string().min(1).max(400_000);

const change = z.object({
	what: z.enum(["label-printer", "paper-printer", "scanner", "default-printer", "repeat", "wedge", "sounds", "camera"]),
	name: z.string(),
	change: z.enum(["new", "changed", "same"]),
});

export const devicesCalls = defineCalls("devices", {
	list: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			devices: z.array(deviceRow),
			/** Why a whole kind of scanner can't be read on this PC, or null. */
			scannerTrouble: z.string().nullable(),
			lastTest: keptTest.nullable(),
		}),
	}),
	/** Signs what came out of a test of everything: a fact in the log, with its person and time. */
	keepTest: command({
		access: "signed-in",
		input: z.strictObject({
			results: z
				.array(z.strictObject({ ...testResult, name: line(80) }))
				.min(1)
				.max(80),
		}),
		output: keptTest,
	}),
	/** The settings of this PC's devices as a file to save. */
	export: command({
		access: ["manager"],
		input: z.strictObject({ screen: screenSettings }),
		output: z.object({ handle: z.string(), fileName: z.string() }),
	}),
	/** What a file would change here; changes nothing. `screen`: as this screen is now. */
	preview: query({
		access: ["manager"],
		input: z.strictObject({ text: fileText, screen: screenSettings }),
		output: z.object({ madeAt: instant, from: z.string(), changes: z.array(change) }),
		fails: ["storage-damaged", "version-too-old"],
	}),
	/** Takes it over. What is here and not in the file stays. Answers what the screen must keep for itself. */
	import: command({
		access: ["manager"],
		input: z.strictObject({ text: fileText }),
		output: z.object({ screen: screenSettings }),
		fails: ["storage-damaged", "version-too-old", "rule-broken"],
	}),
});
