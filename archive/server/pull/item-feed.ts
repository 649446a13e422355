/** An item's feed: what every store of its brand wrote about it. Row security lets only that brand's stores see it. */
import { emptyChecksum } from "../../protocol/pull.ts";
import type { FeedRow } from "./pull.ts";
import { checksumText, type FeedReader } from "./store-feed.ts";

export const itemFeed: FeedReader = {
	mayRead: () => true,
	async head(tx, key) {
		const [row] = await tx.rows<{ n: number; chk: string }>("SELECT n, chk FROM item_feed WHERE item = $1", [key]);
		return row ? { n: row.n, chk: checksumText(row.chk) } : { n: 0, chk: emptyChecksum };
	},
	page: (tx, key, after, limit) =>
		tx.rows<FeedRow>(
			"SELECT pos, hash, arr, ats, out, text FROM item_event WHERE item = $1 AND pos > $2 ORDER BY pos LIMIT $3",
			[key, after, limit],
		),
	// Whoever reads an item's feed sees single events out of many chains: their hashes were verified on the way in.
	signedHeads: async () => [],
};
