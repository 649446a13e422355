/** The customer at the counter: found by phone, always masked; the full value is a call of its own and an event. */
import { z } from "zod";
import { erasureReasons } from "../../domain/customer/decide-erasure.ts";
import { command, defineCalls, query } from "./define.ts";
import { code, line, uuid, version } from "./fields.ts";
import { itemBrief } from "./scan.ts";

/** A customer as every screen shows them: `王*`, `1******5678`. Empty texts were never told. */
export const maskedCustomer = z.object({
	subjectId: z.string(),
	name: z.string(),
	phone: z.string(),
	under14: z.boolean(),
	marketing: z.boolean(),
	/** Version of the privacy notice last given, or null. */
	noticed: z.string().nullable(),
	erased: z.boolean(),
	version: z.number().int(),
});
export type MaskedCustomer = z.infer<typeof maskedCustomer>;

export const customerCalls = defineCalls("customer", {
	/** Everybody with this phone number (families share one), newest first. Spaces, dashes and +86 don't matter. */
	find: query({
		access: "signed-in",
		input: z.strictObject({ phone: line(30) }),
		output: z.object({
			/** False: not a phone number yet. */
			readable: z.boolean(),
			customers: z.array(maskedCustomer.extend({ orders: z.number().int(), lastAt: z.string().nullable() })),
		}),
	}),
	/** One customer with what they brought before. */
	get: query({
		access: "signed-in",
		fails: ["not-found"],
		input: z.strictObject({ subjectId: uuid }),
		output: z.object({
			customer: maskedCustomer,
			orders: z.array(
				z.object({ orderId: z.string(), number: z.string(), openedAt: z.string(), jobs: z.number().int() }),
			),
			/** Their items, the last seen first; `jobId` while one is here. */
			items: z.array(itemBrief.extend({ jobId: z.string().nullable(), lastAt: z.string() })),
		}),
	}),
	/** Shows one value in full. Recorded with the person and the reason. */
	reveal: command({
		access: "signed-in",
		fails: ["not-found", "rule-broken"],
		input: z.strictObject({ subjectId: uuid, field: z.enum(["phone", "name", "address"]), reason: code }),
		output: z.object({ value: z.string() }),
	}),
	/** Corrects what is known; an empty text takes it away. */
	set: command({
		access: ["clerk"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({
			subjectId: uuid,
			version,
			name: line(60).optional(),
			phone: line(30).optional(),
			address: line(200).optional(),
		}),
		output: z.object({ customer: maskedCustomer }),
	}),
	/**
	 * Destroys what tells who they are, here, in the workshop's other PCs and at the archive; orders, payments and
	 * warranties stay and name nobody. Can't be undone.
	 */
	erase: command({
		access: ["manager"],
		fails: ["not-found", "conflict", "rule-broken"],
		input: z.strictObject({ subjectId: uuid, version, reason: z.enum(erasureReasons) }),
		output: z.object({ customer: maskedCustomer }),
	}),
	/** Gives or withdraws consent to advertising, apart from everything else. */
	consent: command({
		access: ["clerk"],
		fails: ["not-found", "conflict"],
		input: z.strictObject({ subjectId: uuid, version, marketing: z.boolean() }),
		output: z.object({ customer: maskedCustomer }),
	}),
});
