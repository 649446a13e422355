/** Folds an order's events into its state. Sums of money come from here; jobs' prices from domain/job. */
import { applyChanges } from "../event/change.ts";
import type { FoldSpec } from "../event/fold.ts";
import { type OrderEvent, orderEvents, type PaymentMethod } from "./order.ts";

export type Payment = {
	id: string;
	at: number;
	by: string;
	kind: "deposit" | "balance" | "brand" | "refund";
	method: PaymentMethod;
	/** Positive; refunds are subtracted by `paidFen`. */
	amountFen: number;
	/** Voucher or terminal number. */
	reference: string | null;
	/** Why it was given back, and which payment it gives back. */
	reason: string | null;
	of: string | null;
	/** The workshop whose till it went through. */
	store: string;
};

export type OrderState = {
	id: string;
	/** The workshop that took it in. */
	store: string;
	number: string;
	token: string;
	subject: string;
	jobs: string[];
	openedAt: number;
	openedBy: string;
	promisedAt: number;
	standard: string;
	prices: string;
	notice: string;
	payments: Payment[];
	papers: { paper: string; at: number; by: string; job: string | null; reprint: boolean }[];
	signatures: { what: string; how: string; at: number; job: string | null; blob: string | null }[];
	handovers: {
		id: string;
		at: number;
		by: string;
		jobs: string[];
		to: string;
		slip: string;
		proof: string;
		partial: boolean;
		openFen: number;
		event: string;
	}[];
	/** Events whose envelope holds remarks. */
	notes: { event: string; about: string; at: number; by: string }[];
	voided: { at: number; by: string; reason: string } | null;
};

/** Settled with the brand, not with the customer. */
function isBrands(p: Pick<Payment, "kind" | "method">): boolean {
	return p.kind === "brand" || p.method === "brand";
}

/** Deposit and balance received minus refunds; money billed to the brand is not in the till. */
export function paidFen(order: Pick<OrderState, "payments">): number {
	let sum = 0;
	for (const p of order.payments) {
		if (isBrands(p)) continue;
		sum += p.kind === "refund" ? -p.amountFen : p.amountFen;
	}
	return sum;
}

/** Billed to the brand, less what was taken back from it. */
export function brandBilledFen(order: Pick<OrderState, "payments">): number {
	let sum = 0;
	for (const p of order.payments) if (isBrands(p)) sum += p.kind === "refund" ? -p.amountFen : p.amountFen;
	return sum;
}

function opened(event: OrderEvent & { type: "order.opened" }): OrderState {
	const { number, token, subject, jobs, promisedAt, standard, prices, notice } = event.body;
	return {
		id: event.agg.slice(6),
		store: event.store,
		number,
		token,
		subject,
		jobs,
		openedAt: event.wall,
		openedBy: event.actor,
		promisedAt,
		standard,
		prices,
		notice,
		payments: [],
		papers: [],
		signatures: [],
		handovers: [],
		notes: [],
		voided: null,
	};
}

export const orderFold: FoldSpec<OrderState> = {
	kind: "order",
	events: orderEvents,
	fold(state, raw) {
		const event = raw as OrderEvent;
		if (event.type === "order.opened") return opened(event);
		if (!state) return state;
		const at = event.wall;
		const by = event.actor;
		switch (event.type) {
			case "order.paper_printed": {
				const { paper, reprint, job } = event.body;
				return { ...state, papers: [...state.papers, { paper, at, by, job: job ?? null, reprint }] };
			}
			case "order.signed": {
				const { what, how, job } = event.body;
				const blob = event.blobs[0]?.sha ?? null;
				return { ...state, signatures: [...state.signatures, { what, how, at, job: job ?? null, blob }] };
			}
			case "order.paid": {
				const { id, kind, method, amountFen, reference = null } = event.body;
				const payment = { id, at, by, kind, method, amountFen, reference, reason: null, of: null, store: event.store };
				return { ...state, payments: [...state.payments, payment] };
			}
			case "order.refunded": {
				const { id, method, amountFen, reason, payment: of = null } = event.body;
				const refund = {
					id,
					at,
					by,
					kind: "refund" as const,
					method,
					amountFen,
					reference: null,
					reason,
					of,
					store: event.store,
				};
				return { ...state, payments: [...state.payments, refund] };
			}
			case "order.set":
				return applyChanges(state, event.body.changes);
			case "order.renumbered":
				return { ...state, number: event.body.number };
			case "order.handed_over": {
				const { id, jobs, to, slip, proof, partial, openFen = 0 } = event.body;
				const handover = { id, at, by, jobs, to, slip, proof, partial, openFen, event: event.id };
				return { ...state, handovers: [...state.handovers, handover] };
			}
			case "order.noted":
				return { ...state, notes: [...state.notes, { event: event.id, about: event.body.about, at, by }] };
			case "order.voided":
				return { ...state, voided: { at, by, reason: event.body.reason } };
		}
	},
};
