/** Money at the counter: deposit, balance, billed to the brand, refund. Nothing is changed afterwards; a wrong entry is refunded. */
import { z } from "zod";
import { refundReasons } from "../../domain/order/decide-payment.ts";
import { paymentMethods } from "../../domain/order/order.ts";
import { command, defineCalls } from "./define.ts";
import { approval, fen, line, uuid, version, words } from "./fields.ts";
import { balance } from "./order.ts";

const method = z.enum(paymentMethods);
const settled = z.object({ version: z.number(), paymentId: z.string(), money: balance });

/** One payment as it is taken. */
export const payment = z.strictObject({
	method,
	amountFen: fen,
	/** Voucher or terminal number; a card's own number is refused. */
	reference: line(40),
});

export const paymentCalls = defineCalls("payment", {
	/** `deposit`: on account while work is open; `balance`: never more than is due. Method `brand` bills the brand. */
	take: command({
		access: ["clerk"],
		input: payment.extend({ orderId: uuid, version, kind: z.enum(["deposit", "balance"]) }),
		output: settled,
		fails: ["not-found", "conflict", "rule-broken"],
	}),
	/** Never more than was paid; a manager stands behind it. `of`: the payment it gives back. */
	refund: command({
		access: ["clerk"],
		input: z.strictObject({
			orderId: uuid,
			version,
			of: uuid.nullable(),
			method,
			amountFen: fen,
			reason: z.enum(refundReasons),
			note: words(500),
			approval,
		}),
		output: settled,
		fails: ["not-found", "conflict", "rule-broken", "forbidden"],
	}),
});
