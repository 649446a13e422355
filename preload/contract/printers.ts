/** The label printers this workstation knows, and how they are. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { printerFields } from "./printer-fields.ts";

const id = z.string().min(1).max(64);

export const printerView = printerFields.extend({
	id,
	/** Labels go to this one unless another is named. */
	isDefault: z.boolean(),
	/** Entries waiting or asking for a person. */
	waiting: z.number().int(),
	asking: z.number().int(),
	/** How it is as far as known: from printing, or from asking it every little while; unknown before the first answer. */
	state: z.enum(["ready", "reachable", "attention", "unknown"]),
	/** Why it does not print, or null. */
	trouble: z.string().nullable(),
	/** It prints, but somebody should see to it soon. */
	warning: z.string().nullable(),
	/** When it last answered or was last found silent; null before the first time. */
	seenAt: z.string().nullable(),
	/** A virtual printer of the demo workshop: what would have come out is shown on the screen. */
	virtual: z.boolean(),
});

/** How a printer of any kind says it is when asked. */
export const printerCondition = z.object({
	state: z.enum(["ready", "reachable", "attention"]),
	trouble: z.string().nullable(),
	warning: z.string().nullable(),
});

export const printersCalls = defineCalls("printers", {
	list: query({ access: "signed-in", input: z.strictObject({}), output: z.object({ printers: z.array(printerView) }) }),
	save: command({
		access: ["manager"],
		/** Without `id` a new one. */
		input: z.strictObject({ id: id.optional(), printer: printerFields, isDefault: z.boolean() }),
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
	/** Serial ports and print queues of this PC, to choose from. */
	places: query({
		access: ["manager"],
		input: z.strictObject({}),
		output: z.object({
			ports: z.array(z.object({ path: z.string(), name: z.string() })),
			queues: z.array(z.string()),
		}),
	}),
	/** Prints a test label. `code`: what scanning it gives, no other label's. */
	test: command({
		access: "signed-in",
		input: z.strictObject({ id }),
		output: z.object({ printId: z.string(), code: z.string() }),
		fails: ["not-found"],
	}),
	/** What a virtual printer put out, newest first: pictures of labels. */
	output: query({
		access: "signed-in",
		input: z.strictObject({ id, limit: z.int().min(1).max(50).default(12) }),
		output: z.object({ labels: z.array(z.object({ handle: z.string(), no: z.int() })) }),
		fails: ["not-found"],
	}),
});
