/** The day's end: what came in, went out and was paid, and orders as a CSV file. */
import { z } from "zod";
import { paymentMethods } from "../../domain/order/order.ts";
import { defineCalls, query } from "./define.ts";
import { day } from "./fields.ts";

const sums = z.object({ count: z.number().int(), amountFen: z.number().int() });

export const dayCalls = defineCalls("day", {
	totals: query({
		access: ["clerk", "manager"],
		input: z.strictObject({ on: day }),
		output: z.object({
			on: z.string(),
			orders: z.number().int(),
			received: z.number().int(),
			handedOver: z.number().int(),
			inHand: z.number().int(),
			overdue: z.number().int(),
			/** In and out of the till by method; brand-billed apart. */
			methods: z.array(z.object({ method: z.enum(paymentMethods), paid: sums, refunded: sums })),
			tillFen: z.number().int(),
			brandFen: z.number().int(),
			payments: z.array(
				z.object({
					at: z.string(),
					number: z.string(),
					orderId: z.string(),
					kind: z.string(),
					method: z.enum(paymentMethods),
					amountFen: z.number().int(),
					by: z.string(),
				}),
			),
		}),
	}),
	/** Orders opened on these days as CSV (UTF-8 with mark, opens in a spreadsheet). Customers are masked. */
	ordersCsv: query({
		access: ["manager"],
		input: z.strictObject({ from: day, to: day, language: z.enum(["zh-CN", "en"]) }),
		output: z.object({ handle: z.string(), rows: z.number().int(), fileName: z.string() }),
		fails: ["rule-broken"],
	}),
});
