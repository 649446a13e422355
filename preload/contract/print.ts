/** Paper and labels: made on demand, journaled, never printed twice by themselves. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { code, line, uuid } from "./fields.ts";

const language = z.enum(["zh-CN", "en"]);
const paperMade = z.object({
	/** Media handle of the PDF, good for half an hour. */
	handle: z.string(),
	fileName: z.string(),
	/** True when this paper was made before; it says so on it. */
	reprint: z.boolean(),
});

/** One label or paper and how it ended. */
export const printEntry = z.object({
	id: z.string(),
	printer: z.string(),
	kind: z.string(),
	title: z.string(),
	orderId: z.string().nullable(),
	/** sent = handed over, no more is known; confirmed = the printer, or a person, said that it came out. */
	state: z.enum(["queued", "sending", "sent", "confirmed", "unknown", "failed", "cancelled", "produced"]),
	/** Why it waits, is unknown or failed: a printer trouble, e.g. `out-of-paper`. */
	reason: z.string().nullable(),
	tries: z.number().int(),
	/** Can be printed once more from here. */
	again: z.boolean(),
	askedAt: z.string(),
	changedAt: z.string(),
	reprint: z.boolean(),
});

const labels = z.object({ queued: z.number().int(), printer: z.string() });

export const printCalls = defineCalls("print", {
	/** A PDF of one of an order's papers; the order remembers that it was made. */
	paper: command({
		access: "signed-in",
		input: z.strictObject({
			orderId: uuid,
			paper: z.enum(["slip", "bench-slip", "quote", "receipt"]),
			/** The quote's job. */
			jobId: uuid.optional(),
			/** Version of the quote; left out: the newest. */
			version: z.int().min(1).max(999).optional(),
			handoverId: uuid.optional(),
			language: language.optional(),
			largePrint: z.boolean().optional(),
		}),
		output: paperMade,
		fails: ["not-found", "rule-broken"],
	}),
	/** One label per piece, straight to the printer; no dialog. */
	labels: command({
		access: "signed-in",
		input: z.strictObject({
			orderId: uuid,
			jobIds: z.array(uuid).max(40).optional(),
			pieceNos: z.array(z.int().min(1).max(99)).max(99).optional(),
			printerId: line(64).optional(),
		}),
		output: labels,
		fails: ["not-found", "device-missing"],
	}),
	itemLabel: command({
		access: "signed-in",
		input: z.strictObject({ itemId: uuid, printerId: line(64).optional() }),
		output: labels,
		fails: ["not-found", "device-missing", "rule-broken"],
	}),
	partLabel: command({
		access: "signed-in",
		input: z.strictObject({
			part: code,
			lot: line(40).optional(),
			copies: z.int().min(1).max(50).default(1),
			printerId: line(64).optional(),
		}),
		output: labels,
		fails: ["not-found", "device-missing"],
	}),
	shelfSheet: command({
		access: "signed-in",
		input: z.strictObject({
			shelves: z
				.array(line(12).pipe(z.string().min(1)))
				.min(1)
				.max(200),
			language: language.optional(),
		}),
		output: paperMade,
	}),
	/** Pictures of the labels as they will come out, to the dot. */
	previewLabels: query({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid, printerId: line(64).optional() }),
		output: z.object({ handles: z.array(z.string()) }),
		fails: ["not-found"],
	}),
	/** Newest first; what needs a person (unknown, failed) always comes before the rest. */
	journal: query({
		access: "signed-in",
		input: z.strictObject({ orderId: uuid.optional(), limit: z.int().min(1).max(500).default(100) }),
		output: z.object({ entries: z.array(printEntry) }),
	}),
	/** "Did it come out?": yes settles it, no queues it once more. */
	settle: command({
		access: "signed-in",
		input: z.strictObject({ printId: uuid, cameOut: z.boolean() }),
		output: printEntry,
		fails: ["not-found", "rule-broken"],
	}),
	/**
	 * A label that came out once more, marked as printed again; on its own printer, or the usual one when that is gone.
	 * Papers are made again from their order.
	 */
	again: command({
		access: "signed-in",
		input: z.strictObject({ printId: uuid, printerId: line(64).optional() }),
		output: printEntry,
		fails: ["not-found", "rule-broken", "device-missing"],
	}),
	/** A failed entry once more. */
	retry: command({
		access: "signed-in",
		input: z.strictObject({ printId: uuid }),
		output: printEntry,
		fails: ["not-found", "rule-broken"],
	}),
	cancel: command({
		access: "signed-in",
		input: z.strictObject({ printId: uuid }),
		output: printEntry,
		fails: ["not-found", "rule-broken"],
	}),
});
