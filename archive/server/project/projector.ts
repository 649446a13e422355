/**
 * Carries every store's events into the feeds of the items they are about, and of the orders that moved between workshops.
 * A consumer that may be killed anywhere and run on any number of instances: each page is one transaction with the place it
 * reached, and a source place enters a feed once.
 */
import type { Archive } from "../archive.ts";
import { itemTables } from "../pull/gathered-feed.ts";
import { only, type Tx } from "../sql/sql.ts";
import { codesOf, mergedInto, orderOf, type Readable, readEvent, refsOf, type Told, uuidAfter } from "./facts.ts";
import { append, type Source, sourceColumns } from "./feed.ts";
import { projectOrders } from "./orders/orders.ts";

type Entry = { item: string; source: Source };

const page = 500;

/** Reads one page of a store's feed. Answers how many places are left. */
export async function projectPage(archive: Archive, store: string): Promise<number> {
	const grown = new Map<string, number>();
	const left = await archive.sql.transaction(await brandsOf(archive, store), async (tx) => {
		grown.clear();
		await tx.rows("INSERT INTO projected VALUES ($1, 0) ON CONFLICT DO NOTHING", [store]);
		const { pos } = only(
			await tx.rows<{ pos: number }>("SELECT pos FROM projected WHERE store = $1 FOR UPDATE", [store]),
		);
		const sources = await tx.rows<Source>(
			`SELECT ${sourceColumns} FROM event WHERE store = $1 AND pos > $2 ORDER BY pos LIMIT $3`,
			[store, pos, page],
		);
		const last = sources.at(-1);
		if (!last) return 0;
		const told = sources.flatMap((source): Told[] => {
			const event = source.out === "accepted" ? readEvent(source.text) : undefined;
			return event ? [{ source, event }] : [];
		});
		const entries: Entry[] = [];
		for (const one of told) entries.push(...(await entriesOf(tx, store, one)));
		for (const [item, n] of await appendAll(tx, entries)) grown.set(`item:${item}`, n);
		for (const [feed, n] of await projectOrders(tx, store, told)) grown.set(feed, n);
		await tx.rows("UPDATE projected SET pos = $2 WHERE store = $1", [store, last.pos]);
		const { n } = only(await tx.rows<{ n: number }>("SELECT n FROM store_feed WHERE store = $1", [store]));
		return n - last.pos;
	});
	for (const [feed, n] of grown) archive.grew(feed, n);
	return left;
}

/** Every store with unread places, to its end. */
export async function projectAll(archive: Archive): Promise<void> {
	const behind = await archive.sql.transaction([], (tx) =>
		tx.rows<{ store: string }>(
			"SELECT f.store FROM store_feed f LEFT JOIN projected p ON p.store = f.store WHERE f.n > coalesce(p.pos, 0)",
		),
	);
	for (const { store } of behind) while ((await projectPage(archive, store)) > 0);
}

async function brandsOf(archive: Archive, store: string): Promise<string[]> {
	const rows = await archive.sql.transaction([], (tx) =>
		tx.rows<{ brand: string }>("SELECT brand FROM store_brand WHERE store = $1", [store]),
	);
	return rows.map(({ brand }) => brand);
}

async function entriesOf(tx: Tx, store: string, { event, source }: Told): Promise<Entry[]> {
	const kind = event.agg.slice(0, event.agg.indexOf(":"));
	const [id] = uuidAfter(event.agg);
	if (id === undefined) return [];
	if (kind === "item") return itemEntries(tx, id, event, source);
	if (kind === "job") return jobEntries(tx, store, id, event, source);
	if (kind === "order") return orderEntries(tx, store, id, event, source);
	return [];
}

async function itemEntries(tx: Tx, item: string, event: Readable, source: Source): Promise<Entry[]> {
	await openFeed(tx, item, source.brand);
	await addIdentifiers(tx, item, source.brand, codesOf(event));
	const into = mergedInto(event);
	if (into !== undefined && into !== item)
		await tx.rows("UPDATE item_feed SET merged_into = $2 WHERE item = $1", [item, into]);
	return [{ item, source }];
}

async function jobEntries(tx: Tx, store: string, job: string, event: Readable, source: Source): Promise<Entry[]> {
	const { brand } = source;
	if (event.type !== "job.received") {
		const rows = await tx.rows<{ item: string }>("SELECT item FROM job_fact WHERE store = $1 AND id = $2", [
			store,
			job,
		]);
		return rows.map(({ item }) => ({ item, source }));
	}
	const [item] = refsOf(event, "item");
	const [order] = refsOf(event, "order");
	if (item === undefined) return [];
	await openFeed(tx, item, brand);
	await tx.rows("INSERT INTO job_fact VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [store, job, item]);
	const entries: Entry[] = [];
	const [fact] = await tx.rows<{ number: string; token: string; pos: number }>(
		"SELECT number, token, pos FROM order_fact WHERE store = $1 AND id = $2",
		[store, order ?? job],
	);
	if (fact) {
		await addIdentifiers(tx, item, brand, orderCodes(fact));
		const opened = await tx.rows<Source>(`SELECT ${sourceColumns} FROM event WHERE store = $1 AND pos = $2`, [
			store,
			fact.pos,
		]);
		entries.push(...opened.map((from) => ({ item, source: from })));
	}
	return [...entries, { item, source }];
}

async function orderEntries(tx: Tx, store: string, order: string, event: Readable, source: Source): Promise<Entry[]> {
	const fact = orderOf(event);
	if (fact) {
		await tx.rows("INSERT INTO order_fact VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING", [
			store,
			order,
			fact.number,
			fact.token,
			source.pos,
		]);
		// Items of jobs received before their order was opened; those of later jobs come with the job.
		const items = await itemsOf(tx, store, fact.jobs ?? refsOf(event, "job"));
		for (const item of items) await addIdentifiers(tx, item, source.brand, orderCodes(fact));
		return items.map((item) => ({ item, source }));
	}
	if (event.type !== "order.handed_over") return [];
	const items = await itemsOf(tx, store, refsOf(event, "job"));
	return items.map((item) => ({ item, source }));
}

async function itemsOf(tx: Tx, store: string, jobs: readonly string[]): Promise<string[]> {
	const rows = await tx.rows<{ item: string }>(
		"SELECT DISTINCT item FROM job_fact WHERE store = $1 AND id = ANY ($2) ORDER BY item",
		[store, jobs],
	);
	return rows.map(({ item }) => item);
}

const orderCodes = ({ number, token }: { number: string; token: string }) => [
	{ kind: "order", value: number },
	{ kind: "token", value: token },
];

async function openFeed(tx: Tx, item: string, brand: string): Promise<void> {
	await tx.rows("INSERT INTO item_feed (item, brand, n, chk) VALUES ($1, $2, 0, 0) ON CONFLICT DO NOTHING", [
		item,
		brand,
	]);
}

async function addIdentifiers(
	tx: Tx,
	item: string,
	brand: string,
	codes: readonly { kind: string; value: string }[],
): Promise<void> {
	for (const { kind, value } of codes) {
		await tx.rows("INSERT INTO identifier VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", [value, kind, brand, item]);
	}
}

/** Feeds in ascending order of item, so that two projectors never wait for each other in a circle. */
async function appendAll(tx: Tx, entries: readonly Entry[]): Promise<Map<string, number>> {
	const byItem = new Map<string, Source[]>();
	for (const { item, source } of entries) byItem.set(item, [...(byItem.get(item) ?? []), source]);
	const grown = new Map<string, number>();
	for (const item of [...byItem.keys()].sort()) {
		const done = await append(tx, itemTables, item, byItem.get(item) ?? []);
		if (done) grown.set(item, done.n);
	}
	return grown;
}
