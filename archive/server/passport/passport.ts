/** Finds an item by one of its codes and answers its record: a head line, then the feed as a pull would give it. */
import type { z } from "zod";
import type { PassportHead, passportQuery } from "../../protocol/passport.ts";
import { maxBatch, maxFeeds } from "../../protocol/version.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { itemFeed } from "../pull/gathered-feed.ts";
import { answerPull } from "../pull/pull.ts";
import { refuse } from "../refuse.ts";
import type { Tx } from "../sql/sql.ts";

/** More merges in a row than people make; a circle ends here. */
const mostMerges = 16;

async function resolve(tx: Tx, item: string): Promise<string> {
	let at = item;
	for (let step = 0; step < mostMerges; step++) {
		const [row] = await tx.rows<{ merged_into: string | null }>("SELECT merged_into FROM item_feed WHERE item = $1", [
			at,
		]);
		if (!row?.merged_into) return at;
		at = row.merged_into;
	}
	return at;
}

/** `known`: how many events of the record the caller has, merged items' included. Refuses `not-found`; answers undefined when nothing is new. */
export async function answerPassport(
	archive: Archive,
	caller: Caller,
	asked: z.output<typeof passportQuery>,
	known: number,
): Promise<string | undefined> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const found = await archive.sql.transaction(caller.brands, async (tx) => {
		// The record that began first stands; a later one of the same code is merged into it by whoever holds that item.
		const rows = await tx.rows<{ item: string }>(
			`SELECT i.item FROM identifier i LEFT JOIN item_event e ON e.item = i.item AND e.pos = 1
			WHERE i.value = $1 AND i.kind = $2 ORDER BY e.arr NULLS LAST, i.item LIMIT 8`,
			[asked.value, asked.kind],
		);
		const [first] = rows;
		if (first === undefined) refuse("not-found", "no item carries that code");
		const item = await resolve(tx, first.item);
		const head = await itemFeed.head(tx, item);
		const merged = await tx.rows<{ item: string; n: number }>(
			`WITH RECURSIVE double (item, n) AS (
				SELECT item, n FROM item_feed WHERE merged_into = $1
				UNION SELECT f.item, f.n FROM item_feed f JOIN double d ON f.merged_into = d.item
			) SELECT item, n FROM double WHERE item <> $1 ORDER BY item LIMIT $2`,
			[item, maxFeeds - 1],
		);
		const size = merged.reduce((sum, { n }) => sum + n, head.n);
		const answer: PassportHead = { item, feed: `item:${item}`, head, merged: merged.map((row) => row.item) };
		return { ...answer, size };
	});
	if (known > 0 && known === found.size) return undefined;
	const { size: _, ...first } = found;
	const cursors = [found.feed, ...found.merged.map((item) => `item:${item}`)].map((feed) => ({ feed, after: 0 }));
	const lines = await answerPull(archive, caller, cursors, maxBatch);
	return `p\t${JSON.stringify(first)}\n${lines}`;
}
