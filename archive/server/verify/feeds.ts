/** Feeds that the projector writes, of items and of orders that moved: dense, with the checksum their head says; what they hold. */
import { addToChecksum, emptyChecksum } from "../../protocol/pull.ts";
import type { FeedTables } from "../pull/gathered-feed.ts";
import { checksumText } from "../pull/store-feed.ts";
import type { Tx } from "../sql/sql.ts";
import type { Fault, Report } from "./fault.ts";

/** Dense from 1 on, with the checksum its head says. */
export async function verifyFeeds(
	tx: Tx,
	{ feed, event, key }: FeedTables,
	kind: Fault["kind"],
	report: Report,
): Promise<void> {
	const feeds = await tx.rows<{ id: string; n: number; chk: string }>(
		`SELECT ${key} AS id, n, chk FROM ${feed} ORDER BY ${key}`,
	);
	for (const { id, n, chk } of feeds) {
		const rows = await tx.rows<{ pos: number; hash: string }>(
			`SELECT pos, encode(hash, 'hex') AS hash FROM ${event} WHERE ${key} = $1 ORDER BY pos`,
			[id],
		);
		const gap = rows.findIndex(({ pos }, at) => pos !== at + 1);
		if (gap >= 0 || rows.length !== n) {
			report({ kind, at: `${kind}:${id}@${gap < 0 ? rows.length : gap + 1}`, what: "the feed has a gap" });
		} else if (rows.reduce((sum, { hash }) => addToChecksum(sum, hash), emptyChecksum) !== checksumText(chk))
			report({ kind, at: `${kind}:${id}`, what: "the checksum is not that of the feed's events" });
	}
}

/** Each order's feed as one text: its events as a set, since who spoke first decides their places; its parts; who may read. */
export async function readOrders(tx: Tx): Promise<Map<string, string>> {
	const rows = await tx.rows<{ id: string; sum: string }>(
		`SELECT f.order_id AS id, concat_ws(' ', f.brand, f.owner, f.n,
			(SELECT md5(string_agg(concat_ws(' ', e.store, e.src, encode(e.hash, 'hex'), e.out, md5(e.text)), ',' ORDER BY e.store, e.src))
				FROM order_event e WHERE e.order_id = f.order_id),
			(SELECT string_agg(p.agg, ',' ORDER BY p.agg) FROM order_part p WHERE p.order_id = f.order_id),
			(SELECT string_agg(concat(p.store, p.writes), ',' ORDER BY p.store) FROM order_party p WHERE p.order_id = f.order_id)) AS sum
		FROM order_feed f`,
	);
	return new Map(rows.map(({ id, sum }) => [id, sum]));
}
