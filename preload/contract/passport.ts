/**
 * Passports: what other workshops know of an item, asked beside the counter's work. The answer is an update to what the
 * screen shows already; it never stands between a customer and an intake.
 */
import { z } from "zod";
import { command, defineCalls, query } from "./define.ts";
import { uuid, version } from "./fields.ts";
import { itemCodeInput } from "./item.ts";
import { itemBrief } from "./scan.ts";

const asked = z.union([
	/** Scanned or typed, as the device gave it. */
	z.strictObject({ text: z.string().min(1).max(4096) }),
	z.strictObject({ itemId: uuid }),
	/** What a card at the counter carries. */
	z.strictObject({ codes: z.array(itemCodeInput).min(1).max(10) }),
]);

/**
 * `fresh` the archive answered just now · `stored` it could not be asked, this is what was kept · `none` it answered and
 * knows no such item · `unreachable` it could not be asked and nothing is kept · `off` this PC belongs to no archive
 */
export const passportStates = ["fresh", "stored", "none", "unreachable", "off"] as const;

export const passportAnswer = z.object({
	state: z.enum(passportStates),
	/** When the archive last answered for this item, ISO UTC. */
	answeredAt: z.string().nullable(),
	item: itemBrief
		.extend({
			/** This workshop has it on its own books. */
			here: z.boolean(),
			boughtOn: z.string().nullable(),
			covered: z.boolean(),
			untilOn: z.string().nullable(),
			/** Repairs at other workshops. */
			repairs: z.number().int(),
			last: z
				.object({ workshop: z.string(), at: z.string(), handed: z.boolean(), faults: z.array(z.string()) })
				.optional(),
			/** A repair done elsewhere is still under warranty. */
			warranted: z.boolean(),
		})
		.nullable(),
});

export const passportCalls = defineCalls("passport", {
	/** Asks the archive, six seconds at most, then answers from what is stored. */
	ask: query({ access: "signed-in", input: asked, output: passportAnswer }),
	/** Takes an item known elsewhere onto this workshop's books, under the id it has. */
	adopt: command({
		access: ["clerk", "technician", "inspector"],
		fails: ["not-found"],
		input: z.strictObject({ itemId: uuid }),
		output: z.object({ itemId: z.string() }),
	}),
	/** This item and the archive's under one of its codes are the same thing: ours is read as theirs from now on. */
	merge: command({
		access: ["clerk", "inspector"],
		fails: ["not-found", "conflict"],
		input: z.strictObject({ itemId: uuid, version, into: uuid }),
		output: z.object({ itemId: z.string() }),
	}),
});
