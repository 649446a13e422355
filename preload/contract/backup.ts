/** Backups of this workstation: where they go, how the last one went, making one now, and the recovery sheet. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { folderPath, recoveryText } from "./door-fields.ts";
import { folderFacts } from "./setup.ts";

const manager = ["manager"] as const;

export const backupCalls = defineCalls("backup", {
	state: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			folder: z.string().nullable(),
			/** Set when the data lie on the same disk as the folder. */
			sameDisk: z.boolean(),
			hasSheet: z.boolean(),
			sheetMadeAt: z.string().nullable(),
			last: z
				.object({
					at: z.string(),
					folder: z.string(),
					events: z.int(),
					photos: z.int(),
					bytes: z.int(),
					tookMs: z.int(),
				})
				.nullable(),
			/** Why the latest try failed; null when it did not. */
			trouble: z.object({ at: z.string(), reason: z.string() }).nullable(),
			/** The one being made: which part, and how far (0–1; null when it cannot be told). */
			running: z
				.object({ part: z.enum(["copy", "photos", "check"]), share: z.number().nullable(), startedAt: z.string() })
				.nullable(),
			/** The good backups in the folder, newest first. */
			kept: z.array(z.object({ name: z.string(), madeAt: z.string(), bytes: z.int(), events: z.int() })),
		}),
	}),
	checkFolder: command({
		access: manager,
		input: z.strictObject({ folder: folderPath }),
		output: folderFacts,
		fails: ["rule-broken", "storage-damaged"],
	}),
	setFolder: command({
		access: manager,
		input: z.strictObject({ folder: folderPath }),
		output: folderFacts,
		fails: ["rule-broken", "storage-damaged"],
	}),
	/** Starts a backup and answers at once; `backup.state` tells how far it is. */
	start: command({
		access: manager,
		input: z.strictObject({}),
		output: z.object({}),
		fails: ["rule-broken", "device-busy"],
	}),
	cancel: command({ access: manager, input: z.strictObject({}), output: z.object({}) }),
	/** A new recovery sheet; it counts once `confirmSheet` read it back. */
	drawSheet: command({
		access: manager,
		input: z.strictObject({}),
		output: z.object({ groups: z.array(z.string()), paper: z.string(), ask: z.int() }),
	}),
	/** From now on backups open with the new sheet; older backups still need the old one. */
	confirmSheet: command({
		access: manager,
		input: z.strictObject({ text: recoveryText }),
		output: z.object({}),
		fails: ["rule-broken"],
	}),
});
