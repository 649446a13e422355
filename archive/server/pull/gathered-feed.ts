/** Feeds gathered from what several stores wrote, an item's or a moved order's: how one is read. Row security lets only its brand's stores see it. */
import { emptyChecksum } from "../../protocol/pull.ts";
import type { FeedRow } from "./pull.ts";
import { checksumText, type FeedReader } from "./store-feed.ts";

/** Tables of one kind of feed, and the column that names one. */
export const itemTables = { feed: "item_feed", event: "item_event", key: "item" } as const;
export const orderTables = { feed: "order_feed", event: "order_event", key: "order_id" } as const;
export type FeedTables = typeof itemTables | typeof orderTables;

/** Everything of its reading but who may. */
export function gatheredFeed({ feed, event, key: column }: FeedTables): Omit<FeedReader, "mayRead"> {
	return {
		async head(tx, key) {
			const [row] = await tx.rows<{ n: number; chk: string }>(`SELECT n, chk FROM ${feed} WHERE ${column} = $1`, [key]);
			return row ? { n: row.n, chk: checksumText(row.chk) } : { n: 0, chk: emptyChecksum };
		},
		page: (tx, key, after, limit) =>
			tx.rows<FeedRow>(
				`SELECT pos, hash, arr, ats, out, text FROM ${event} WHERE ${column} = $1 AND pos > $2 ORDER BY pos LIMIT $3`,
				[key, after, limit],
			),
		// Single events out of many chains: their hashes were verified on the way in.
		signedHeads: async () => [],
	};
}

export const itemFeed: FeedReader = { mayRead: () => true, ...gatheredFeed(itemTables) };
