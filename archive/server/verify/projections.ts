/**
 * Derives every item's feed, every moved order's, every code and order once more from the stores' feeds and compares with what is kept. All in one
 * transaction that is rolled back at its end, so that nothing is changed; while it runs no store's events reach these feeds.
 */

import type { Archive } from "../archive.ts";
import { projectAll, projectPage } from "../project/projector.ts";
import { itemTables, orderTables } from "../pull/gathered-feed.ts";
import type { Tx } from "../sql/sql.ts";
import type { Report } from "./fault.ts";
import { readOrders, verifyFeeds } from "./feeds.ts";

type Kept = { items: Map<string, string>; orders: Map<string, string>; codes: Set<string>; facts: Set<string> };

/** All that the projector writes, but the feeds' own rows. */
const tables = [
	...["item_event", "identifier", "order_fact", "job_fact", "projected"],
	...["order_event", "order_part", "order_party", "order_early"],
];

class Done extends Error {}

export async function verifyProjections(archive: Archive, brands: readonly string[], report: Report): Promise<number> {
	await projectAll(archive);
	let items = 0;
	try {
		await archive.sql.transaction(brands, async (tx) => {
			await verifyFeeds(tx, itemTables, "item", report);
			await verifyFeeds(tx, orderTables, "order", report);
			const kept = await read(tx);
			for (const table of tables) await tx.rows(`DELETE FROM ${table}`);
			// Whose a feed is was decided by who spoke first; whose events are read first here must not decide it anew.
			await tx.rows("UPDATE item_feed SET n = 0, chk = 0, merged_into = NULL");
			await tx.rows("UPDATE order_feed SET n = 0, chk = 0");
			await derive(archive, tx, brands);
			compare(kept, await read(tx), report);
			items = kept.items.size;
			throw new Done();
		});
	} catch (error) {
		if (!(error instanceof Done)) throw error;
	}
	return items;
}

/** The projector itself, inside this transaction, seeing of each store's brands what it sees else. */
async function derive(archive: Archive, tx: Tx, brands: readonly string[]): Promise<void> {
	const see = (seen: readonly string[]) => tx.rows("SELECT set_config('app.brands', $1, true)", [seen.join(",")]);
	const inside: Archive = {
		...archive,
		grew: () => undefined,
		sql: {
			...archive.sql,
			async transaction(seen, work) {
				await see(seen);
				const done = await work(tx);
				await see(brands);
				return done;
			},
		},
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
		orders: await readOrders(tx),
		codes: new Set(codes.map(({ code }) => code)),
		facts: new Set(facts.map(({ fact }) => fact)),
	};
}

function compare(kept: Kept, derived: Kept, report: Report): void {
	for (const [kind, feeds] of [
		["item", "items"],
		["order", "orders"],
	] as const) {
		for (const id of new Set([...kept[feeds].keys(), ...derived[feeds].keys()])) {
			if (kept[feeds].get(id) !== derived[feeds].get(id))
				report({ kind, at: `${kind}:${id}`, what: "the feed is not what the stores' events make of it" });
		}
	}
	for (const what of ["codes", "facts"] as const) {
		for (const at of kept[what])
			if (!derived[what].has(at)) report({ kind: "code", at, what: "kept, but no event says so" });
		for (const at of derived[what])
			if (!kept[what].has(at)) report({ kind: "code", at, what: "events say so, but it is not kept" });
	}
}
