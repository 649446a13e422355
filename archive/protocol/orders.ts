/**
 * Orders that moved: from the first time a job of an order is sent to another workshop, everything about that order is a
 * feed of its own, `order:<uuid>`, for the workshops it concerns. This says which of them have news for the one that asks.
 */
import { z } from "zod";
import { feedId, incarnation, position } from "./fields.ts";

/** Most feeds of one answer. */
export const maxOrders = 500;

export const ordersQuery = z.strictObject({
	/** Place in this store's own list of news; 0 from the beginning. */
	after: position,
});
export const ordersAnswer = z.strictObject({
	/** Feeds that grew behind that place, and how far each goes. */
	orders: z.array(z.strictObject({ feed: feedId, n: position })).max(maxOrders),
	/** The place this answer reaches; to be asked from next time, once all of them were read. */
	upTo: position,
	/** More waits behind it. */
	more: z.boolean(),
	arch: incarnation,
});
