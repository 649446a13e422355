/**
 * Events of the way between workshops: sent, accepted, taken back. They are decisions on `custody`: each names the one it
 * was made on, so that what two workshops do apart shows as a conflict. One parcel may hold several jobs of an order; each
 * job has its own event. Pictures (packing, unboxing) are blobs under the order's key.
 */
import { z } from "zod";
import { defineEvent } from "../../event/define.ts";
import { sha256Hex, uuid } from "../../event/event.ts";
import { id, short, words } from "./fields.ts";

/** Leaves this workshop. On its way it is in nobody's hands. */
export const dispatched = defineEvent({
	type: "job.dispatched",
	body: z.object({
		parcel: uuid,
		/** The workshop it goes to, and both names as they were known to the sender. */
		to: uuid,
		toName: short,
		fromName: short,
		/** sha256 of the acceptance code's token: who sends it in holds the sheet of this parcel. */
		codeHash: sha256Hex,
		carrier: z.string().max(20),
		/** Empty: brought by one of our own people. */
		waybill: z.string().max(40),
		/** Empty: sent without a seal. */
		seal: z.string().max(40),
	}),
	personal: words,
});

/** Unpacked at the other workshop, which has it in hand from here on. */
export const accepted = defineEvent({
	type: "job.accepted",
	body: z.object({
		parcel: uuid,
		/** The token whose sha256 the sender wrote down. */
		code: z.string().max(40),
		/** Seal and parcel as they left. */
		sealWhole: z.boolean(),
		/** Pieces that were to be inside and were not. */
		missing: z.array(id).max(40).optional(),
	}),
	personal: words,
});

/** The sender has it in hand again, or never gave it away: nobody accepted it. */
export const recalled = defineEvent({
	type: "job.recalled",
	body: z.object({ parcel: uuid, reason: short }),
	personal: words,
});

/** Ends a conflict about who has it; `kept` is the decision that counts. */
export const custodyResolved = defineEvent({
	type: "job.custody_resolved",
	body: z.object({ kept: id, reason: short }),
});

export const moveEvents = {
	"job.dispatched": dispatched,
	"job.accepted": accepted,
	"job.recalled": recalled,
	"job.custody_resolved": custodyResolved,
} as const;
