/** Many at once: labels for everything chosen on the board, and one act for each label scanned. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { line, uuid } from "./fields.ts";
import { shelfCode } from "./shelf.ts";

const prints = z.array(uuid).max(2000);

export const bulkAct = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("shelf"), shelf: shelfCode }),
	z.strictObject({ kind: z.literal("take-down") }),
	/** null: to nobody. */
	z.strictObject({ kind: z.literal("assign"), person: uuid.nullable() }),
]);

export const bulkCalls = defineCalls("bulk", {
	/** One label per piece of every job, in the order given; all are written down or none. */
	labels: command({
		access: "signed-in",
		input: z.strictObject({ jobIds: z.array(uuid).min(1).max(200), printerId: line(64).optional() }),
		output: z.object({ prints: z.array(z.string()), printer: z.string() }),
		fails: ["not-found", "device-missing"],
	}),
	/** How far they are; `asking` waits for a person. */
	progress: query({
		access: "signed-in",
		input: z.strictObject({ prints }),
		output: z.object({
			out: z.number().int(),
			waiting: z.number().int(),
			asking: z.number().int(),
			cancelled: z.number().int(),
		}),
	}),
	/** What is still waiting is not printed; what is on its way or out stays. */
	cancel: command({
		access: "signed-in",
		input: z.strictObject({ prints }),
		output: z.object({ cancelled: z.number().int() }),
	}),
	/** One scan of many. Answers what it was before, so that it can be taken back by naming the jobs. */
	apply: command({
		access: "signed-in",
		input: z.strictObject({
			act: bulkAct,
			what: z.union([
				z.strictObject({ text: z.string().min(1).max(200) }),
				z.strictObject({ jobIds: z.array(uuid).min(1).max(40) }),
			]),
		}),
		output: z.object({
			done: z.array(
				z.object({
					jobId: z.string(),
					number: z.string(),
					ordinal: z.number().int(),
					wasShelf: z.string().nullable(),
					wasPerson: z.string().nullable(),
				}),
			),
		}),
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
});
