/** This workstation and the national archive: how the line is, what waits, and enrolment by a one-time code. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { filled } from "./fields.ts";
import { itemBrief } from "./scan.ts";

export const syncState = z.object({
	/** `off`: enrolled nowhere. `refused`: the archive said no; `reason` has a sentence. */
	line: z.enum(["off", "idle", "working", "unreachable", "refused"]),
	reason: z.string().nullable(),
	/** ISO UTC; null before the first answer of all. */
	lastContactAt: z.string().nullable(),
	/** Events the archive doesn't have yet. */
	waiting: z.number().int(),
	/** When the oldest of them was written, ISO UTC. */
	oldestWaitingAt: z.string().nullable(),
	archive: z.object({ address: z.string(), storeCode: z.string(), brands: z.array(z.string()) }).nullable(),
	/**
	 * How long customers' data may still be opened here without an answer from the archive. `ending`: the last 15 days.
	 * `over`: it is locked until the next one. `silentDays`: whole days since all was last in step.
	 */
	lease: z
		.object({
			phase: z.enum(["stands", "ending", "over"]),
			daysLeft: z.number().int(),
			silentDays: z.number().int(),
		})
		.nullable(),
});

const things = ["order", "job", "item", "customer", "staff", "centre", "other"] as const;
/** What an entry is about; `number` of its order where it has one. */
const about = z.object({
	kind: z.enum(things),
	id: z.string(),
	number: z.string().nullable(),
	ordinal: z.number().int().nullable(),
});
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const syncStatus = z.object({
	state: syncState,
	/** Events the archive doesn't have yet, by what they are about. */
	queue: z.array(z.object({ kind: z.enum(things), count: z.number().int() })),
	/** Still to be sent, and asked for from the archive. */
	pictures: z.object({ up: z.number().int(), down: z.number().int() }),
	/** This PC's own log. `forked`: it and the archive's copy differ. `revoked`: the head office shut this PC out. */
	chain: z.object({
		dev: z.string(),
		epoch: z.number().int(),
		written: z.number().int(),
		acked: z.number().int(),
		forked: z.boolean(),
		revoked: z.boolean(),
	}),
	/** Kept of the archive's signatures: receipts for chains, and daily roots. */
	proofs: z.object({ receipts: z.number().int(), roots: z.number().int() }),
	/** Entries here whose earlier part has not come yet; they count by themselves once it has. */
	waiting: z.array(z.object({ about, missing: z.number().int() })),
	/** Two decisions on one base: a person chooses on the job's page. */
	conflicts: z.array(
		z.object({
			jobId: z.string(),
			number: z.string(),
			ordinal: z.number().int(),
			item: itemBrief,
			fields: z.array(z.string()),
		}),
	),
	/** From elsewhere, could not be taken in. `reason`: shape, hash, gap, fork, own, branch. */
	held: z.array(
		z.object({
			hash,
			from: z.enum(["sibling", "other"]),
			reason: z.string(),
			at: z.string(),
			type: z.string(),
			/** The end of its PC's id, as it stands in the settings. */
			station: z.string(),
			seq: z.number().int().nullable(),
		}),
	),
	/** Our own entries the archive keeps but doesn't count. `reason`: shape, brand, revoked, too-large. */
	setAside: z.array(z.object({ hash, reason: z.string(), at: z.string(), about, type: z.string() })),
});

export const syncCalls = defineCalls("sync", {
	state: query({ access: "signed-in", input: z.strictObject({}), output: syncState }),
	/** Everything that waits, conflicts or was set aside. */
	status: query({ access: "signed-in", input: z.strictObject({}), output: syncStatus }),
	/** One held or set aside entry as a file for support; its personal part is sealed. */
	export: query({
		access: "signed-in",
		fails: ["not-found"],
		input: z.strictObject({ hash }),
		output: z.object({ handle: z.string(), fileName: z.string() }),
	}),
	/** Those as a file: the head office holds it against its archive. */
	proofs: query({
		access: ["manager"],
		fails: ["rule-broken"],
		input: z.strictObject({}),
		output: z.object({ handle: z.string(), fileName: z.string() }),
	}),
	/** Tries once more to take a held entry in. */
	retry: command({
		access: "signed-in",
		fails: ["not-found", "rule-broken"],
		input: z.strictObject({ hash }),
		output: z.object({}),
	}),
	/** Events from elsewhere that could not be taken in: kept whole until somebody has looked. */
	held: query({
		access: ["manager"],
		input: z.strictObject({}),
		output: z.object({
			events: z.array(z.object({ hash: z.string(), from: z.string(), reason: z.string(), heldAt: z.string() })),
		}),
	}),
	enrol: command({
		access: ["manager"],
		input: z.strictObject({
			address: z.url({ protocol: /^https?$/ }).max(300),
			/** `XXXX-XXXX-XXXX`, from the head office, good for ten minutes. */
			code: z.string().regex(/^\s*[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}\s*$/),
			/** What the head office will call this PC. */
			name: filled(60),
		}),
		output: syncState,
		fails: ["archive-unreachable", "archive-refused", "version-too-old", "rule-broken"],
	}),
	/** One round now instead of in half a minute. Answers at once; the state tells how it went. */
	now: command({ access: "signed-in", input: z.strictObject({}), output: z.object({}) }),
});
