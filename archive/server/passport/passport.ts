/** Finds an item by one of its codes and answers its record: a head line, then the feed as a pull would give it. */
import type { z } from "zod";
import type { PassportHead, passportQuery } from "../../protocol/passport.ts";
import { maxBatch } from "../../protocol/version.ts";
import type { Archive } from "../archive.ts";
import type { Caller } from "../gate/tokens.ts";
import { itemFeed } from "../pull/item-feed.ts";
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

/** `known`: how much of the feed the caller has. Refuses `not-found`; answers undefined when nothing is new. */
export async function answerPassport(
	archive: Archive,
	caller: Caller,
	asked: z.output<typeof passportQuery>,
	known: number,
): Promise<string | undefined> {
	if (caller.revoked) refuse("revoked", "this device was revoked");
	const found = await archive.sql.transaction(caller.brands, async (tx) => {
		const rows = await tx.rows<{ item: string }>(
			"SELECT item FROM identifier WHERE value = $1 AND kind = $2 ORDER BY item LIMIT 8",
			[asked.value, asked.kind],
		);
		const items = [...new Set(await Promise.all(rows.map(({ item }) => resolve(tx, item))))];
		const [item] = items;
		if (item === undefined) refuse("not-found", "no item carries that code");
		const head = await itemFeed.head(tx, item);
		const merged = await tx.rows<{ item: string }>("SELECT item FROM item_feed WHERE merged_into = $1 ORDER BY item", [
			item,
		]);
		return { item, feed: `item:${item}`, head, merged: merged.map((row) => row.item) } satisfies PassportHead;
	});
	if (known > 0 && known === found.head.n) return undefined;
	const cursors = [found.feed, ...found.merged.map((item) => `item:${item}`)].map((feed) => ({ feed, after: 0 }));
	const lines = await answerPull(archive, caller, cursors, maxBatch);
	return `p\t${JSON.stringify(found)}\n${lines}`;
}
