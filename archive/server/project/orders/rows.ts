/** Rows of orders that moved: their parts, who may read them, whose words count, and each store's list of news. */
import { only, type Tx } from "../../sql/sql.ts";
import type { Gathered } from "./gather.ts";

export type Order = {
	id: string;
	brand: string;
	/** The workshop that took it in. */
	owner: string;
	/** Opened just now: nothing is in it. */
	isNew: boolean;
	parts: string[];
	readers: string[];
	writers: string[];
	/** Job to item, as `job:<uuid>` and uuid. */
	items: Map<string, string>;
};

/** Aggregate → orders with a feed that it belongs to. */
export async function partOf(tx: Tx, aggs: readonly string[]): Promise<Map<string, string[]>> {
	const rows = await tx.rows<{ agg: string; order_id: string }>(
		"SELECT agg, order_id FROM order_part WHERE agg = ANY ($1) ORDER BY agg, order_id",
		[aggs],
	);
	const found = new Map<string, string[]>();
	for (const { agg, order_id } of rows) found.set(agg, [...(found.get(agg) ?? []), order_id]);
	return found;
}

export async function hasOpened(tx: Tx, store: string, order: string): Promise<boolean> {
	return (await tx.rows("SELECT 1 FROM order_fact WHERE store = $1 AND id = $2", [store, order])).length > 0;
}

/** Sent before its order is known here. */
export async function noteEarly(tx: Tx, store: string, order: string, brand: string): Promise<void> {
	await tx.rows("INSERT INTO order_early VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [store, order, brand]);
}

/** Of these orders, just opened by the store, those of which something was sent already. */
export async function early(tx: Tx, store: string, orders: readonly string[]): Promise<string[]> {
	if (orders.length === 0) return [];
	const rows = await tx.rows<{ order_id: string }>(
		"DELETE FROM order_early WHERE store = $1 AND order_id = ANY ($2) RETURNING order_id",
		[store, orders],
	);
	return rows.map(({ order_id }) => order_id);
}

/** Begins an order's feed. False when it belongs to another store. */
export async function openFeed(tx: Tx, order: string, owner: string, brand: string): Promise<boolean> {
	await tx.rows("INSERT INTO order_feed VALUES ($1, $2, $3, 0, 0) ON CONFLICT DO NOTHING", [order, brand, owner]);
	const rows = await tx.rows<{ owner: string }>("SELECT owner FROM order_feed WHERE order_id = $1", [order]);
	return rows[0]?.owner === owner;
}

/** Holds the feed's row until the transaction ends. */
export async function readOrder(tx: Tx, id: string): Promise<Order | undefined> {
	const [feed] = await tx.rows<{ brand: string; owner: string; n: number }>(
		"SELECT brand, owner, n FROM order_feed WHERE order_id = $1 FOR UPDATE",
		[id],
	);
	if (!feed) return undefined;
	const { brand, owner, n } = feed;
	const parties = await tx.rows<{ store: string; writes: boolean }>(
		"SELECT store, writes FROM order_party WHERE order_id = $1 ORDER BY store",
		[id],
	);
	const readers = parties.map(({ store }) => store);
	const writers = parties.flatMap(({ store, writes }) => (writes ? [store] : []));
	const known = await tx.rows<{ agg: string }>("SELECT agg FROM order_part WHERE order_id = $1 ORDER BY agg", [id]);
	const parts = known.map(({ agg }) => agg);
	const jobs = parts.flatMap((agg) => (agg.startsWith("job:") ? [agg.slice(4)] : []));
	const items = await tx.rows<{ id: string; item: string }>(
		"SELECT id, item FROM job_fact WHERE store = ANY ($1) AND id = ANY ($2)",
		[writers, jobs],
	);
	return {
		...{ id, brand, owner, isNew: n === 0 },
		...(n === 0 ? { parts: [], readers: [], writers: [] } : { parts, readers, writers }),
		items: new Map(items.map((row) => [`job:${row.id}`, row.item])),
	};
}

export async function writeOrder(tx: Tx, order: Order, { parts, invited, writers }: Gathered): Promise<void> {
	await tx.rows("INSERT INTO order_part SELECT a, $1, $2 FROM unnest($3::text[]) a ON CONFLICT DO NOTHING", [
		order.id,
		order.brand,
		parts,
	]);
	await tx.rows("INSERT INTO order_party SELECT s, $1, $2, false, 0 FROM unnest($3::uuid[]) s ON CONFLICT DO NOTHING", [
		order.id,
		order.brand,
		invited,
	]);
	await tx.rows("UPDATE order_party SET writes = true WHERE order_id = $1 AND store = ANY ($2)", [order.id, writers]);
}

/** Puts orders at the end of their stores' lists of news. */
export async function announce(tx: Tx, orders: readonly string[]): Promise<void> {
	if (orders.length === 0) return;
	const parties = await tx.rows<{ store: string; order_id: string }>(
		"SELECT store, order_id FROM order_party WHERE order_id = ANY ($1) ORDER BY store, order_id",
		[orders],
	);
	for (const store of new Set(parties.map((row) => row.store))) {
		const own = parties.filter((row) => row.store === store).map(({ order_id }) => order_id);
		// The row stays locked until commit: whoever reads the list sees no place before all places below it.
		const { n } = only(
			await tx.rows<{ n: number }>(
				"INSERT INTO order_news AS o VALUES ($1, $2) ON CONFLICT (store) DO UPDATE SET n = o.n + $2 RETURNING n",
				[store, own.length],
			),
		);
		await tx.rows(
			`UPDATE order_party p SET news = $2 + u.i FROM unnest($3::uuid[]) WITH ORDINALITY u (id, i)
			WHERE p.store = $1 AND p.order_id = u.id`,
			[store, n - own.length, own],
		);
	}
}
