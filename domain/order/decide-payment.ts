/**
 * Money at the counter: a deposit, the balance, what is billed to the brand, what is given back. Nothing is ever
 * changed or taken away: a wrong payment is refunded and taken again. Called by the payment and hand-over services.
 */
import { refuse } from "../errors.ts";
import type { NewEvent } from "../event/event.ts";
import { openStages } from "../job/stage.ts";
import type { JobState } from "../job/state.ts";
import type { Approver } from "../person/person.ts";
import { balanceOf } from "./balance.ts";
import { brandBilledFen, type OrderState, paidFen } from "./fold.ts";
import { noteEvent } from "./note.ts";
import { orderEvents, type PaymentMethod } from "./order.ts";

export type Given = {
	id: string;
	method: PaymentMethod;
	/** More than 0. */
	amountFen: number;
	/** Voucher or terminal number; never a card number. */
	reference: string;
};

/** Why money goes back; screens hold the words. `other` needs a note. */
export const refundReasons = [
	"paid-too-much",
	"job-cancelled",
	"price-reduced",
	"wrong-entry",
	"complaint",
	"other",
] as const;
export type RefundReason = (typeof refundReasons)[number];

/** @throws Refusal `order.voided` */
export function needValid(order: Pick<OrderState, "voided">): void {
	if (order.voided) refuse("rule-broken", "order.voided");
}

function checkGiven({ amountFen, reference }: Pick<Given, "amountFen" | "reference">): void {
	if (amountFen <= 0) refuse("invalid-input", "payment.no-amount");
	if (looksLikeCard(reference)) refuse("invalid-input", "payment.card-number");
}

/** A number as it stands on a bank card: 13 to 19 digits whose check digit holds and whose first digit is a card's. */
export function looksLikeCard(text: string): boolean {
	const digits = text.replace(/[\s-]/g, "");
	if (!/^[3-6]\d{12,18}$/.test(digits)) return false;
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const figure = Number(digits[digits.length - 1 - i]);
		const counted = i % 2 === 0 ? figure : figure * 2;
		sum += counted > 9 ? counted - 9 : counted;
	}
	return sum % 10 === 0;
}

function paidEvent(orderId: string, kind: "deposit" | "balance" | "brand", given: Given): NewEvent {
	const { id, method, amountFen, reference } = given;
	const body = { id, kind, method, amountFen, ...(reference ? { reference } : {}) };
	return orderEvents["order.paid"].make(`order:${orderId}`, body);
}

/**
 * Money on account while work is still to be done; its sum may be more than is owed today.
 * @throws Refusal `order.voided`, `payment.no-amount`, `payment.card-number`, `order.deposit-method`, `payment.deposit-too-late`
 */
export function decideDeposit(order: OrderState, jobs: readonly JobState[], given: Given): NewEvent {
	needValid(order);
	checkGiven(given);
	if (given.method === "brand") refuse("rule-broken", "order.deposit-method");
	if (!jobs.some((job) => openStages.includes(job.stage))) refuse("rule-broken", "payment.deposit-too-late");
	return paidEvent(order.id, "deposit", given);
}

/**
 * Pays what is owed, in one or several ways; together never more than is due.
 * @throws Refusal `order.voided`, `payment.no-amount`, `payment.card-number`, `payment.more-than-due` (dueFen)
 */
export function decidePay(order: OrderState, jobs: readonly JobState[], given: readonly Given[]): NewEvent[] {
	needValid(order);
	for (const each of given) checkGiven(each);
	const { dueFen } = balanceOf(order, jobs);
	const sum = given.reduce((total, each) => total + each.amountFen, 0);
	if (sum > dueFen) refuse("rule-broken", "payment.more-than-due", { dueYuan: (dueFen / 100).toFixed(2) });
	return given.map((each) => paidEvent(order.id, each.method === "brand" ? "brand" : "balance", each));
}

export type Refund = {
	id: string;
	/** The payment it gives back, or null for the order as a whole. */
	of: string | null;
	method: PaymentMethod;
	amountFen: number;
	reason: RefundReason;
	/** Needed for `other`; personal. */
	note: string;
	approver: Approver;
};

/**
 * Gives money back, never more than was paid.
 * @throws Refusal `payment.no-amount`, `payment.unknown`, `payment.refund-more-than-paid` (leftYuan), `payment.note-needed`
 */
export function decideRefund(order: OrderState, refund: Refund): NewEvent[] {
	const { id, of, method, amountFen, reason, note, approver } = refund;
	checkGiven({ amountFen, reference: "" });
	if (reason === "other" && note === "") refuse("invalid-input", "payment.note-needed");
	const left = Math.min(
		method === "brand" ? brandBilledFen(order) : paidFen(order),
		of === null ? Number.POSITIVE_INFINITY : leftOf(order, of, method),
	);
	if (amountFen > left) {
		refuse("rule-broken", "payment.refund-more-than-paid", { leftYuan: (Math.max(0, left) / 100).toFixed(2) });
	}
	const body = { id, method, amountFen, reason, approver, ...(of === null ? {} : { payment: of }) };
	const agg = `order:${order.id}` as const;
	const events: NewEvent[] = [orderEvents["order.refunded"].make(agg, body)];
	if (note !== "") events.push(noteEvent(order, "refund", note));
	return events;
}

/** What of one payment has not been given back yet, fen. */
function leftOf(order: OrderState, id: string, method: PaymentMethod): number {
	const payment = order.payments.find((p) => p.id === id && p.kind !== "refund");
	if (!payment || (payment.method === "brand") !== (method === "brand")) refuse("not-found", "payment.unknown");
	const back = order.payments.filter((p) => p.kind === "refund" && p.of === id);
	return payment.amountFen - back.reduce((sum, p) => sum + p.amountFen, 0);
}
