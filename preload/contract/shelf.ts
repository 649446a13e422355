/** The shelves (货架): where everything lies. Shelves are free codes, 1–8 capitals and digits, as printed on their labels. */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { line, uuid } from "./fields.ts";
import { jobCard } from "./job-views.ts";

export const shelfCode = z
	.string()
	.max(20)
	.transform((s) => s.normalize("NFKC").trim().toUpperCase())
	.pipe(z.string().regex(/^[0-9A-Z]{1,8}$/));

const placed = z.object({
	jobId: z.string(),
	orderNumber: z.string(),
	ordinal: z.number(),
	/** Where it lay before. */
	was: z.string().nullable(),
});

export const shelfCalls = defineCalls("shelf", {
	/**
	 * Puts what a label names on a shelf: an order number (14 digits: everything of it that is here), a piece label
	 * (16 digits: its item), or a job. The last scan is where it is, so no version is asked for.
	 */
	put: command({
		access: "signed-in",
		input: z.strictObject({
			what: z.union([
				z.strictObject({ label: z.string().regex(/^(\d{14}|\d{16})$/) }),
				z.strictObject({ jobIds: z.array(uuid).min(1).max(200) }),
			]),
			shelf: shelfCode,
		}),
		output: z.object({ shelf: z.string(), placed: z.array(placed) }),
		fails: ["not-found", "rule-broken"],
	}),
	takeDown: command({
		access: "signed-in",
		input: z.strictObject({ jobIds: z.array(uuid).min(1).max(200) }),
		output: z.object({ placed: z.array(placed) }),
		fails: ["not-found", "rule-broken"],
	}),
	/** Shelves in use with how much lies on them, and how much of what is here lies nowhere. */
	list: query({
		access: "signed-in",
		input: z.strictObject({}),
		output: z.object({
			shelves: z.array(z.object({ shelf: z.string(), jobs: z.number(), ready: z.number() })),
			nowhere: z.number(),
		}),
	}),
	/** What lies on one shelf; `""` = what lies nowhere. */
	on: query({
		access: "signed-in",
		input: z.strictObject({ shelf: z.union([z.literal(""), shelfCode]) }),
		output: z.object({ cards: z.array(jobCard), more: z.boolean() }),
	}),
	/** Where is it: order number or its last digits, shelf, brand or style, customer's name or phone's last digits. */
	find: query({
		access: "signed-in",
		input: z.strictObject({ text: line(60) }),
		output: z.object({ cards: z.array(jobCard.extend({ customer: z.string() })), more: z.boolean() }),
	}),
});
