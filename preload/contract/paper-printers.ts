/** The printers for paper this workstation knows, how they are, and an order's papers sent straight to them. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { line, uuid } from "./fields.ts";
import { paperKinds, paperPrinterFields } from "./paper-fields.ts";
import { printerCondition } from "./printers.ts";

const id = z.string().min(1).max(64);

export const paperPrinterView = paperPrinterFields.extend({
	id,
	/** Papers waiting, or asking for a person. */
	waiting: z.number().int(),
	asking: z.number().int(),
	/** How it is as far as known; unknown before the first answer. */
	state: z.enum(["ready", "reachable", "attention", "unknown"]),
	/** Why it does not print, or null. */
	trouble: z.string().nullable(),
	/** It prints, but somebody should see to it soon. */
	warning: z.string().nullable(),
	/** When it last answered or was last found silent; null before the first time. */
	seenAt: z.string().nullable(),
});
export type PaperPrinterView = z.infer<typeof paperPrinterView>;

export const paperPrintersCalls = defineCalls("paperPrinters", {
	list: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({ printers: z.array(paperPrinterView) }),
	}),
	save: command({
		access: ["manager"],
		/** Without `id` a new one. A paper taken here is taken from the printer that had it. */
		input: z.strictObject({ id: id.optional(), printer: paperPrinterFields }),
		output: z.object({ id }),
		fails: ["not-found", "rule-broken"],
	}),
	remove: command({
		access: ["manager"],
		input: z.strictObject({ id }),
		output: z.object({}),
		fails: ["not-found", "rule-broken"],
	}),
	/** Asks the printer how it is, without printing. */
	status: command({
		access: "signed-in",
		input: z.strictObject({ id }),
		output: printerCondition,
		fails: ["not-found"],
	}),
	/** Print queues of this PC, to choose from; one that is not listed may be typed. */
	places: query({
		access: ["manager"],
		input: z.strictObject({}),
		output: z.object({ queues: z.array(z.string()) }),
	}),
	/** Prints an A5 test page. */
	test: command({
		access: "signed-in",
		input: z.strictObject({ id }),
		output: z.object({ printId: z.string() }),
		fails: ["not-found"],
	}),
});

/** Belongs to `print.*`; stands here because only printers for paper answer it. */
export const sendPaperCalls = defineCalls("print", {
	/** One of an order's papers, straight to the printer that takes it; no dialog. The order remembers that it was printed. */
	sendPaper: command({
		access: "signed-in",
		input: z.strictObject({
			orderId: uuid,
			paper: z.enum(paperKinds),
			/** The quote's job. */
			jobId: uuid.optional(),
			/** Version of the quote; left out: the newest. */
			version: z.int().min(1).max(999).optional(),
			handoverId: uuid.optional(),
			language: z.enum(["zh-CN", "en"]).optional(),
			largePrint: z.boolean().optional(),
			/** Left out: the one that takes this paper. */
			printerId: line(64).optional(),
			/** Left out: as the printer is set up. */
			copies: z.int().min(1).max(9).optional(),
		}),
		output: z.object({ printId: z.string(), printer: z.string() }),
		fails: ["not-found", "rule-broken", "device-missing"],
	}),
});
