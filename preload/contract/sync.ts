/** This workstation and the national archive: how the line is, what waits, and enrolment by a one-time code. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { filled } from "./fields.ts";

export const syncState = z.object({
	/** `off`: enrolled nowhere. `refused`: the archive said no; `reason` has a sentence. */
	line: z.enum(["off", "idle", "working", "unreachable", "refused"]),
	reason: z.string().nullable(),
	/** ISO UTC; null before the first answer since the start. */
	lastContactAt: z.string().nullable(),
	/** Events the archive doesn't have yet. */
	waiting: z.number().int(),
	/** When the oldest of them was written, ISO UTC. */
	oldestWaitingAt: z.string().nullable(),
	archive: z.object({ address: z.string(), storeCode: z.string(), brands: z.array(z.string()) }).nullable(),
});

export const syncCalls = defineCalls("sync", {
	state: query({ access: "signed-in", input: z.strictObject({}), output: syncState }),
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
