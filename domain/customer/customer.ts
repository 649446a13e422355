/**
 * The customer, as a subject of personal data. Name, phone and address stand only in pii envelopes; this state holds
 * which event carries them, never what they say. Every order has a subject, also one without phone or name.
 */
import { z } from "zod";
import { defineEvent, type EventOf } from "../event/define.ts";
import type { FoldSpec } from "../event/fold.ts";

/** The sealed part of `subject.registered` and `subject.set`. Absent = not told. */
export const customerPersonal = z.object({
	name: z.string().max(60).optional(),
	/** As dialled; digits and a leading + only. */
	phone: z.string().max(20).optional(),
	address: z.string().max(200).optional(),
});
export type CustomerPersonal = z.infer<typeof customerPersonal>;

const has = z.object({ name: z.boolean(), phone: z.boolean(), address: z.boolean() });

const registered = defineEvent({
	type: "subject.registered",
	body: z.object({ has, under14: z.boolean() }),
	personal: customerPersonal,
});
/** The personal part replaces the whole earlier one. */
const set = defineEvent({
	type: "subject.set",
	body: z.object({ has, under14: z.boolean().optional() }),
	personal: customerPersonal,
});
const noticed = defineEvent({
	type: "subject.noticed",
	body: z.object({ notice: z.string().max(40), how: z.enum(["screen", "paper", "spoken"]) }),
});
const consented = defineEvent({ type: "subject.consented", body: z.object({ marketing: z.boolean() }) });
/** Somebody looked at the full value, and why (a coded reason). */
const viewed = defineEvent({
	type: "subject.viewed",
	body: z.object({ field: z.enum(["phone", "name", "address"]), reason: z.string().max(60).optional() }),
});
/** Another workshop was lent the key to serve the customer: which, who asked there, and why. Written by the archive. */
const lent = defineEvent({
	type: "subject.lent",
	body: z.object({
		to: z.string().max(60),
		name: z.string().max(80),
		by: z.string().max(60),
		reason: z.string().max(60),
	}),
});
const erased = defineEvent({ type: "subject.erased", body: z.object({ reason: z.string().max(60) }) });

export const customerEvents = {
	"subject.registered": registered,
	"subject.set": set,
	"subject.noticed": noticed,
	"subject.consented": consented,
	"subject.viewed": viewed,
	"subject.lent": lent,
	"subject.erased": erased,
} as const;

export type CustomerState = {
	id: string;
	/** The event whose envelope holds the current personal data; null after erasure. */
	personalIn: string | null;
	has: z.infer<typeof has>;
	under14: boolean;
	noticed: string | null;
	marketing: boolean;
	erased: boolean;
};

type CustomerEvent =
	| EventOf<typeof registered>
	| EventOf<typeof set>
	| EventOf<typeof noticed>
	| EventOf<typeof consented>
	| EventOf<typeof viewed>
	| EventOf<typeof lent>
	| EventOf<typeof erased>;

export const customerFold: FoldSpec<CustomerState> = {
	kind: "subject",
	events: customerEvents,
	fold(state, raw) {
		const event = raw as CustomerEvent;
		if (event.type === "subject.registered") {
			return {
				id: event.agg.slice(8),
				personalIn: event.pii ? event.id : null,
				has: event.body.has,
				under14: event.body.under14,
				noticed: null,
				marketing: false,
				erased: false,
			};
		}
		if (!state) return state;
		switch (event.type) {
			case "subject.set":
				if (state.erased) return state;
				return {
					...state,
					personalIn: event.pii ? event.id : null,
					has: event.body.has,
					under14: event.body.under14 ?? state.under14,
				};
			case "subject.noticed":
				return { ...state, noticed: event.body.notice };
			case "subject.consented":
				return { ...state, marketing: event.body.marketing };
			case "subject.erased":
				return {
					...state,
					erased: true,
					personalIn: null,
					marketing: false,
					has: { name: false, phone: false, address: false },
				};
			default:
				return state;
		}
	},
};
