/**
 * Derives every item feed, code and order once more from the stores' feeds and compares with what is kept. All in one
 * transaction that is rolled back at its end, so that nothing is changed; while it runs no store's events reach item feeds.
 */

import { addToChecksum, emptyChecksum } from "../../protocol/pull.ts";
import type { Archive } from "../archive.ts";
import { projectAll, projectPage } from "../project/projector.ts";
import { checksumText } from "../pull/store-feed.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";

type Kept = { items: Map<string, string>; codes: Set<string>; facts: Set<string> };

class Done extends Error {}

export async function verifyProjections(archive: Archive, brands: readonly string[], report: Report): Promise<number> {
	await projectAll(archive);
	let items = 0;
	try {
		await archive.sql.transaction(brands, async (tx) => {
			await verifyItemFeeds(tx, report);
			const kept = await read(tx);
			for (const table of ["item_event", "item_feed", "identifier", "order_fact", "job_fact", "projected"])
				await tx.rows(`DELETE FROM ${table}`);
			await derive(archive, tx);
			compare(kept, await read(tx), report);
			items = kept.items.size;
			throw new Done();
		});
	} catch (error) {
		if (!(error instanceof Done)) throw error;
	}
	return items;
}

/** The projector itself, inside this transaction. */
async function derive(archive: Archive, tx: Tx): Promise<void> {
	const inside: Archive = {
		...archive,
		grew: () => undefined,
		sql: { ...archive.sql, transaction: (_brands, work) => work(tx) },
	};
	const stores = await tx.rows<{ store: string }>("SELECT store FROM store_feed ORDER BY store");
	for (const { store } of stores) while ((await projectPage(inside, store)) > 0);
}

/** Where an event stands in an item's feed depends on which store spoke first, so a feed is compared as a set. */
async function read(tx: Tx): Promise<Kept> {
	const items = await tx.rows<{ item: string; sum: string }>(
		`SELECT f.item, concat_ws(' ', f.brand, f.merged_into, f.n,
			md5(string_agg(concat_ws(' ', e.store, e.src, encode(e.hash, 'hex'), e.out, md5(e.text)), ',' ORDER BY e.store, e.src))) AS sum
		FROM item_feed f LEFT JOIN item_event e ON e.item = f.item GROUP BY f.item, f.brand, f.merged_into, f.n`,
	);
	const codes = await tx.rows<{ code: string }>(
		"SELECT concat_ws(' ', kind, value, 'of item', item) AS code FROM identifier",
	);
	const facts = await tx.rows<{ fact: string }>(
		`SELECT concat_ws(' ', 'order', id, 'of store', store, number, md5(token), pos) AS fact FROM order_fact
		UNION ALL SELECT concat_ws(' ', 'job', id, 'of store', store, item) FROM job_fact`,
	);
	return {
		items: new Map(items.map(({ item, sum }) => [item, sum])),
		codes: new Set(codes.map(({ code }) => code)),
		facts: new Set(facts.map(({ fact }) => fact)),
	};
}

function compare(kept: Kept, derived: Kept, report: Report): void {
	for (const item of new Set([...kept.items.keys(), ...derived.items.keys()])) {
		if (kept.items.get(item) !== derived.items.get(item))
			report({ kind: "item", at: `item:${item}`, what: "the feed is not what the stores' events make of it" });
	}
	for (const what of ["codes", "facts"] as const) {
		for (const at of kept[what])
			if (!derived[what].has(at)) report({ kind: "code", at, what: "kept, but no event says so" });
		for (const at of derived[what])
			if (!kept[what].has(at)) report({ kind: "code", at, what: "events say so, but it is not kept" });
	}
}

/** Dense from 1 on, with the checksum its head says. */
async function verifyItemFeeds(tx: Tx, report: Report): Promise<void> {
	const feeds = await tx.rows<{ item: string; n: number; chk: string }>(
		"SELECT item, n, chk FROM item_feed ORDER BY item",
	);
	for (const { item, n, chk } of feeds) {
		const rows = await tx.rows<{ pos: number; hash: string }>(
			"SELECT pos, encode(hash, 'hex') AS hash FROM item_event WHERE item = $1 ORDER BY pos",
			[item],
		);
		const gap = rows.findIndex(({ pos }, at) => pos !== at + 1);
		if (gap >= 0 || rows.length !== n) {
			report({ kind: "item", at: `item:${item}@${gap < 0 ? rows.length : gap + 1}`, what: "the feed has a gap" });
		} else if (rows.reduce((sum, { hash }) => addToChecksum(sum, hash), emptyChecksum) !== checksumText(chk))
			report({ kind: "item", at: `item:${item}`, what: "the checksum is not that of the feed's events" });
	}
}
