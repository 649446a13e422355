/**
 * The first start: founding the centre, the demo workshop, or coming back from a backup. Open to anyone, because nobody
 * can be signed in yet; every call refuses `setup.already-done` once the centre is founded.
 */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { archiveAddress, code5, folderPath, oneTimeCode, recoveryText, stationNumber } from "./door-fields.ts";
import { filled, line, pin } from "./fields.ts";
import { calendar } from "./store.ts";

const language = z.enum(["zh-CN", "en"]);

/** What is known of a backup folder before its key is opened. */
export const backupFacts = z.object({
	folder: z.string(),
	centreName: z.string(),
	code: z.string(),
	madeAt: z.string(),
	events: z.int(),
	photos: z.int(),
	bytes: z.int(),
	/** Station numbers this log has used; a restored PC takes another. */
	usedStations: z.array(z.int()),
	nextStation: z.int(),
});

export const folderFacts = z.object({
	/** Absolute, as the system writes it. */
	folder: z.string(),
	/** True: the data lie on this very disk, and would be lost with it. */
	sameDisk: z.boolean(),
	freeBytes: z.number().nullable(),
});

export const setupCalls = defineCalls("setup", {
	/** Sensible first values for every screen of the set-up. */
	defaults: query({
		access: "anyone",
		input: z.strictObject({}),
		output: z.object({
			code: z.string(),
			stationNumber: z.int(),
			backupFolder: z.string(),
			dataFolder: z.string(),
			calendar,
		}),
		fails: ["rule-broken"],
	}),
	/** Can backups go there? Makes the folder for a moment if it must; leaves nothing behind. */
	checkFolder: command({
		access: "anyone",
		input: z.strictObject({ folder: folderPath }),
		output: folderFacts,
		fails: ["rule-broken", "storage-damaged"],
	}),
	/** Draws a new recovery secret (kept in memory until the founding) and its sheet as PDF. */
	drawRecovery: command({
		access: "anyone",
		input: z.strictObject({ language, centreName: filled(60), stationNumber }),
		output: z.object({
			groups: z.array(z.string()),
			/** The PDF; readable without sign-in until the set-up is done. */
			paper: z.string(),
			/** Which group (1–8) must be read back from the sheet. */
			ask: z.int(),
		}),
		fails: ["rule-broken"],
	}),
	/** True when the text is the asked group, or the whole code as the sheet's QR gives it. */
	checkRecovery: query({
		access: "anyone",
		input: z.strictObject({ text: recoveryText }),
		output: z.object({ holds: z.boolean() }),
		fails: ["rule-broken"],
	}),
	/** Founds the centre and signs its first manager in. */
	found: command({
		access: "anyone",
		input: z.strictObject({
			language,
			brandName: filled(60),
			centreName: filled(60),
			code: code5,
			stationNumber,
			stationLabel: line(60),
			address: filled(200),
			phone: filled(30),
			province: line(20),
			calendar,
			manager: z.strictObject({ name: filled(40), pin }),
			/** null: chosen later in the settings; every screen reminds of it. */
			backupFolder: folderPath.nullable(),
			/** What was read back from the recovery sheet. */
			recovery: recoveryText,
		}),
		output: z.object({ person: z.string() }),
		fails: ["rule-broken", "storage-damaged", "storage-full"],
	}),
	/**
	 * Makes this PC a further one of a store that is at the archive: its records come, then `openStation`. Starts again;
	 * `joining` tells how far it is.
	 */
	joinStore: command({
		access: "anyone",
		input: z.strictObject({ address: archiveAddress, code: oneTimeCode, name: filled(60) }),
		output: z.object({}),
		fails: ["archive-unreachable", "archive-refused", "version-too-old", "rule-broken"],
	}),
	joining: query({
		access: "anyone",
		input: z.strictObject({}),
		output: z.object({
			joining: z.boolean(),
			/** What this PC was called when it joined. */
			label: z.string(),
			/** The first reading: events here, of how many; null while none is under way. */
			reading: z.object({ pos: z.int(), of: z.int() }).nullable(),
			line: z.enum(["off", "idle", "working", "unreachable", "refused"]),
			/** Why the archive refuses. */
			reason: z.string().nullable(),
			/** The archive has nothing of the store yet: its first PC must send first. */
			firstMissing: z.boolean(),
			/** All is here. */
			ready: z
				.object({
					centreName: z.string(),
					code: z.string(),
					stationNumber: z.int(),
					usedStations: z.array(z.int()),
					managers: z.array(z.object({ id: z.string(), name: z.string(), number: z.string() })),
				})
				.nullable(),
		}),
	}),
	/** The last step of joining: number, a manager's PIN on this PC, recovery sheet; signs that manager in. */
	openStation: command({
		access: "anyone",
		input: z.strictObject({
			stationNumber,
			stationLabel: line(60),
			/** Who sets the first PIN here: an id out of `joining`. */
			manager: z.string().max(60),
			pin,
			backupFolder: folderPath.nullable(),
			recovery: recoveryText,
		}),
		output: z.object({ person: z.string() }),
		fails: ["rule-broken", "forbidden", "invalid-input", "storage-damaged", "storage-full"],
	}),
	/** Founds the demo workshop instead, with staff, customers, items and past repairs. */
	demo: command({
		access: "anyone",
		input: z.strictObject({ language }),
		output: z.object({}),
		fails: ["rule-broken", "storage-full"],
	}),
	/** The backups in a folder (or the one it is), newest first. */
	findBackups: query({
		access: "anyone",
		input: z.strictObject({ folder: folderPath }),
		output: z.object({ backups: z.array(backupFacts) }),
		fails: ["rule-broken", "not-found"],
	}),
	/** Brings a backup into this empty workstation and starts again with it. */
	restore: command({
		access: "anyone",
		input: z.strictObject({ folder: folderPath, code: recoveryText, stationNumber }),
		output: z.object({ events: z.int(), photos: z.int() }),
		fails: ["rule-broken", "not-found", "forbidden", "storage-damaged", "storage-full", "version-too-old"],
	}),
});
