/**
 * Opens the order of a drop-off: number, token, promise, deposit, signature. Called by the intake, in the transaction
 * that receives its jobs. Decides nothing about the jobs themselves.
 */
import { refuse } from "../errors.ts";
import type { BlobRef, NewEvent } from "../event/event.ts";
import { orderEvents, type PaymentMethod } from "./order.ts";

export type OpenInput = {
	orderId: string;
	/** 14 digits. */
	number: string;
	/** 26 random characters. */
	token: string;
	subjectId: string;
	jobIds: readonly string[];
	promisedAt: number;
	/** Versions relied on. */
	standard: string;
	prices: string;
	notice: string;
	deposit: { id: string; method: PaymentMethod; amountFen: number; reference: string } | null;
	/** Null = not signed at the counter: the slip has a line for it. */
	signature: { how: "screen"; picture: BlobRef } | { how: "paper" } | null;
	/** ms UTC; the promise must lie after it. */
	nowAt: number;
};

/** Labels count pieces with two digits. */
export const mostPieces = 99;

/**
 * @throws Refusal `order.no-items`, `order.promise-past`, `order.deposit-method`
 */
export function decideOpen(input: OpenInput): NewEvent[] {
	const { orderId, number, token, subjectId, jobIds, promisedAt, standard, prices, notice } = input;
	if (jobIds.length === 0) refuse("invalid-input", "order.no-items");
	if (promisedAt <= input.nowAt) refuse("rule-broken", "order.promise-past");
	const agg = `order:${orderId}` as const;
	const refs = [`subject:${subjectId}` as const, ...jobIds.map((id) => `job:${id}` as const)];
	const body = { number, token, subject: subjectId, jobs: [...jobIds], promisedAt, standard, prices, notice };
	const events: NewEvent[] = [orderEvents["order.opened"].make(agg, body, { refs })];
	if (input.deposit && input.deposit.amountFen > 0) {
		const { id, method, amountFen, reference } = input.deposit;
		// Billed to the brand means nothing is in the till: that is not a deposit.
		if (method === "brand") refuse("rule-broken", "order.deposit-method");
		const paid = { id, kind: "deposit" as const, method, amountFen, ...(reference && { reference }) };
		events.push(orderEvents["order.paid"].make(agg, paid));
	}
	if (input.signature) {
		const blobs = input.signature.how === "screen" ? [input.signature.picture] : [];
		events.push(orderEvents["order.signed"].make(agg, { what: "intake", how: input.signature.how }, { blobs }));
	}
	return events;
}

/**
 * Moves a promise, with its reason; the promise made before stays in the history.
 * @throws Refusal `order.promise-past`, `order.promise-same`
 */
export function decideRepromise(
	order: { id: string; promisedAt: number },
	wanted: { promisedAt: number; reason: string; nowAt: number },
): NewEvent {
	if (wanted.promisedAt <= wanted.nowAt) refuse("rule-broken", "order.promise-past");
	if (wanted.promisedAt === order.promisedAt) refuse("rule-broken", "order.promise-same");
	const changes = { promisedAt: { was: order.promisedAt, now: wanted.promisedAt } };
	return orderEvents["order.set"].make(`order:${order.id}`, { changes, reason: wanted.reason });
}
