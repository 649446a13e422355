/**
 * The PCs of one workshop over their own network, line or no line: who belongs together, how each stands, pairing by a
 * code, and the record on a stick. Off until a manager pairs two PCs.
 */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { folderPath } from "./door-fields.ts";
import { filled, line } from "./fields.ts";

const dev = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** `XXXX-XXXX-XXXX` as people type it. */
export const pairingCode = z.string().regex(/^[\sA-Za-z0-9-]{12,20}$/);
/** `192.168.1.20`, with `:port` when it is another than the usual one. */
export const pcAddress = filled(120);
export const unpairReasons = ["replaced", "lost", "stolen", "moved", "other"] as const;

export const lanState = z.object({
	/** This PC may be reached by its siblings, and reaches them. */
	on: z.boolean(),
	address: z.string().nullable(),
	/** The one it listens on; null while it doesn't. */
	port: z.int().nullable(),
	wantedPort: z.int(),
	/** It should listen but can't: the address is gone, or the port taken. */
	trouble: z.boolean(),
	/** This PC's addresses to choose from. */
	addresses: z.array(z.object({ address: z.string(), name: z.string() })),
	self: z.object({ dev, name: z.string() }),
	/** The code shown now; `until` ISO UTC. */
	pairing: z.object({ code: z.string(), until: z.string(), left: z.int() }).nullable(),
	siblings: z.array(
		z.object({
			dev,
			name: z.string(),
			station: z.int(),
			online: z.boolean(),
			address: z.string().nullable(),
			/** ISO UTC */
			lastContactAt: z.string().nullable(),
			/** Entries here that it lacks, as far as it said. */
			lacks: z.int(),
			/** Entries it has and this PC lacks; null while it can't be asked. */
			ahead: z.int().nullable(),
			left: z.object({ at: z.string(), reason: z.enum(unpairReasons), note: z.string() }).nullable(),
		}),
	),
});

export const lanCalls = defineCalls("lan", {
	state: query({ access: ["manager"], input: z.strictObject({}), output: lanState }),
	/** Shows a code for ten minutes or five tries, and listens on this address. */
	showCode: command({
		access: ["manager"],
		fails: ["rule-broken", "device-failed"],
		input: z.strictObject({ address: filled(60) }),
		output: lanState,
	}),
	hideCode: command({ access: ["manager"], input: z.strictObject({}), output: lanState }),
	/** Types the code another PC of the same workshop shows. */
	pair: command({
		access: ["manager"],
		fails: ["invalid-input", "device-missing", "forbidden", "rule-broken"],
		input: z.strictObject({ address: pcAddress, code: pairingCode }),
		output: lanState,
	}),
	unpair: command({
		access: ["manager"],
		fails: ["not-found"],
		input: z.strictObject({ dev, reason: z.enum(unpairReasons), note: line(200) }),
		output: lanState,
	}),
	/** Where this PC listens, or that it neither listens nor reaches out. */
	setPlace: command({
		access: ["manager"],
		fails: ["rule-broken", "device-failed"],
		input: z.strictObject({ on: z.boolean(), address: filled(60), port: z.int().min(1024).max(65_535) }),
		output: lanState,
	}),
	/** Where a sibling is met when it isn't found by itself. */
	setAddress: command({
		access: ["manager"],
		fails: ["not-found", "invalid-input"],
		input: z.strictObject({ dev, address: pcAddress }),
		output: lanState,
	}),
	/** Writes the record to a stick or folder. `for`: only what that sibling lacks; null: everything. */
	writeStick: command({
		access: ["manager"],
		fails: ["not-found", "rule-broken", "storage-full", "storage-damaged"],
		input: z.strictObject({ folder: folderPath, for: dev.nullable() }),
		output: z.object({ path: z.string(), events: z.int() }),
	}),
	/** Takes in a file, or every file of ours in a folder. */
	readStick: command({
		access: ["manager"],
		fails: ["not-found", "invalid-input", "forbidden", "storage-damaged"],
		input: z.strictObject({ path: folderPath }),
		output: z.object({ files: z.int(), events: z.int(), stored: z.int(), refused: z.int() }),
	}),
});

/** A PC that belongs to no workshop yet becomes one of an existing one. */
export const joinCalls = defineCalls("setup", {
	join: command({
		access: "anyone",
		fails: ["invalid-input", "device-missing", "forbidden", "rule-broken"],
		input: z.strictObject({ address: pcAddress, code: pairingCode, label: line(60) }),
		output: z.object({ centreName: z.string() }),
	}),
});
