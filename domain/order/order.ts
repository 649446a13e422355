/**
 * The order (维修单): one drop-off. One number, one customer, one slip, one balance, its signatures.
 * Holds its jobs' ids; each job has its own stage (domain/job). Nothing in its past is editable: corrections are events.
 */
import { z } from "zod";
import { changesBody } from "../event/change.ts";
import { defineEvent, type EventOf } from "../event/define.ts";
import { approverSchema } from "../person/person.ts";

const short = z.string().max(60);
const fen = z.number().int().nonnegative();

/** Ways money moves at the counter. `brand` = billed to the brand, nothing in the till. */
export const paymentMethods = ["cash", "wechat", "alipay", "card", "brand"] as const;
export const paymentMethodSchema = z.enum(paymentMethods);
export type PaymentMethod = z.infer<typeof paymentMethodSchema>;

export const opened = defineEvent({
	type: "order.opened",
	body: z.object({
		/** 14 digits: store 5 + station 2 + counter 6 + check 1. */
		number: z.string().regex(/^\d{14}$/),
		/** Random; what the slip's QR carries. */
		token: z.string().max(64),
		subject: z.string(),
		jobs: z.array(z.string()).min(1).max(40),
		/** Calendar day promised for the whole drop-off, ms UTC. */
		promisedAt: z.number().int(),
		/** Versions relied on. */
		standard: short,
		prices: short,
		notice: short,
	}),
});

/** `slip` customer copy …; reprints say which print they repeat. */
export const paperPrinted = defineEvent({
	type: "order.paper_printed",
	body: z.object({
		paper: z.enum(["slip", "bench-slip", "quote", "receipt", "labels"]),
		how: z.enum(["printer", "pdf"]),
		reprint: z.boolean(),
		job: z.string().optional(),
	}),
});

/** The signature's picture is a blob under the subject's key; on paper there is none. */
export const signed = defineEvent({
	type: "order.signed",
	body: z.object({
		what: z.enum(["intake", "quote", "hand-over"]),
		how: z.enum(["screen", "paper"]),
		job: z.string().optional(),
	}),
});

export const paid = defineEvent({
	type: "order.paid",
	body: z.object({
		id: z.string(),
		kind: z.enum(["deposit", "balance", "brand"]),
		method: paymentMethodSchema,
		amountFen: fen,
		/** Voucher or terminal number the clerk typed or scanned; never a card number. */
		reference: z.string().max(40).optional(),
	}),
});

export const refunded = defineEvent({
	type: "order.refunded",
	body: z.object({
		id: z.string(),
		payment: z.string().optional(),
		method: paymentMethodSchema,
		amountFen: fen,
		reason: short,
		approver: approverSchema.optional(),
	}),
});

export const set = defineEvent({ type: "order.set", body: changesBody });
export const renumbered = defineEvent({
	type: "order.renumbered",
	body: z.object({ was: z.string(), number: z.string().regex(/^\d{14}$/) }),
});

/** Who came: the customer, somebody sent, with or without the slip; how they proved it. Name and phone of another are personal. */
export const handedOver = defineEvent({
	type: "order.handed_over",
	body: z.object({
		id: z.string(),
		jobs: z.array(z.string()),
		to: z.enum(["customer", "other"]),
		slip: z.enum(["shown", "lost"]),
		proof: short,
		/** Something of the order stays here. */
		partial: z.boolean(),
		/** What was not paid although the work left, fen; a manager allowed it. */
		openFen: fen.optional(),
		/** Coded reason why nobody signed. */
		unsigned: short.optional(),
		/** Who allowed an open balance, a lost piece or a pick-up that could not be proved. */
		approver: approverSchema.optional(),
	}),
	personal: z.object({
		name: z.string().max(60).optional(),
		phone: z.string().max(20).optional(),
		words: z.string().max(1000).optional(),
	}),
});

/** Remarks about or by the customer, kept under their key. */
export const noted = defineEvent({
	type: "order.noted",
	body: z.object({ about: short }),
	personal: z.object({ words: z.string().max(1000) }),
});

export const voided = defineEvent({
	type: "order.voided",
	body: z.object({ reason: short, approver: approverSchema }),
});

export const orderEvents = {
	"order.opened": opened,
	"order.paper_printed": paperPrinted,
	"order.signed": signed,
	"order.paid": paid,
	"order.refunded": refunded,
	"order.set": set,
	"order.renumbered": renumbered,
	"order.handed_over": handedOver,
	"order.noted": noted,
	"order.voided": voided,
} as const;

export type OrderEvent = {
	[K in keyof typeof orderEvents]: EventOf<(typeof orderEvents)[K]>;
}[keyof typeof orderEvents];
