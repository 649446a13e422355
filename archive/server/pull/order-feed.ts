/**
 * The feed of an order that moved: for the workshop that took it in and those it was sent to, nobody else of the brand.
 * Each of them has a list of those with news, so that it asks once for all of them.
 */
import type { z } from "zod";
import { maxOrders, type ordersAnswer } from "../../protocol/pull.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { refuse } from "../refuse.ts";
import { gatheredFeed, orderTables } from "./gathered-feed.ts";
import type { FeedReader } from "./store-feed.ts";

export const orderFeed: FeedReader = {
	async mayRead({ store }, key, tx) {
		const rows = await tx.rows("SELECT 1 FROM order_party WHERE store = $1 AND order_id = $2", [store, key]);
		return rows.length > 0;
	},
	...gatheredFeed(orderTables),
};

/** Orders with news for the caller's store behind a place of its list, oldest news first. Refuses `revoked`. */
export async function listOrders(
	archive: Archive,
	caller: Caller,
	after: number,
): Promise<z.input<typeof ordersAnswer>> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const rows = await archive.sql.transaction(caller.brands, (tx) =>
		tx.rows<{ id: string; news: number; n: number }>(
			`SELECT p.order_id AS id, p.news, f.n FROM order_party p JOIN order_feed f ON f.order_id = p.order_id
			WHERE p.store = $1 AND p.news > $2 ORDER BY p.news LIMIT $3`,
			[caller.store, after, maxOrders],
		),
	);
	return {
		orders: rows.map(({ id, n }) => ({ feed: `order:${id}`, n })),
		upTo: rows.at(-1)?.news ?? after,
		more: rows.length === maxOrders,
		arch: archive.incarnation,
	};
}
