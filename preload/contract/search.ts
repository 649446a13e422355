/** One box over orders, items, customers, faults and parts, Chinese and Latin, as you type. */
import { z } from "zod";
import { jobRow } from "./board.ts";
import { defineCalls, query } from "./define.ts";
import { line } from "./fields.ts";

export const searchCalls = defineCalls("search", {
	/** Words are all wanted; each may be part of a number, a serial, a brand, a name, a fault, a phone's last digits. */
	find: query({
		access: "signed-in",
		input: z.strictObject({ text: line(80), limit: z.int().min(1).max(50).default(20) }),
		output: z.object({
			customers: z.array(z.object({ id: z.string(), name: z.string(), phone: z.string(), jobs: z.number().int() })),
			jobs: z.array(jobRow),
			items: z.array(jobRow.shape.item),
		}),
	}),
});
