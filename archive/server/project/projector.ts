/**
 * Carries every store's events into the feeds of the items they are about. A consumer that may be killed anywhere and run
 * on any number of instances: each page is one transaction with the place it reached, and a source place enters a feed once.
 */
import { addToChecksum } from "../../protocol/pull.ts";
import type { Outcome } from "../../protocol/push.ts";
import type { Archive } from "../archive.ts";
import { checksumNumber, checksumText } from "../pull/store-feed.ts";
import { only, type Tx } from "../sql/sql.ts";
import { codesOf, mergedInto, orderOf, type Readable, readEvent, refsOf, uuidAfter } from "./facts.ts";

type Source = { pos: number; brand: string; hash: Buffer; arr: number; ats: number; out: Outcome; text: string };
type Entry = { item: string; brand: string; source: Source };

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
			"SELECT pos, brand, hash, arr, ats, out, text FROM event WHERE store = $1 AND pos > $2 ORDER BY pos LIMIT $3",
			[store, pos, page],
		);
		const last = sources.at(-1);
		if (!last) return 0;
		const entries: Entry[] = [];
		for (const source of sources) if (source.out === "accepted") entries.push(...(await entriesOf(tx, store, source)));
		for (const [item, n] of await appendAll(tx, store, entries)) grown.set(item, n);
		await tx.rows("UPDATE projected SET pos = $2 WHERE store = $1", [store, last.pos]);
		const { n } = only(await tx.rows<{ n: number }>("SELECT n FROM store_feed WHERE store = $1", [store]));
		return n - last.pos;
	});
	for (const [item, n] of grown) archive.grew(`item:${item}`, n);
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

async function entriesOf(tx: Tx, store: string, source: Source): Promise<Entry[]> {
	const event = readEvent(source.text);
	if (!event) return [];
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
	return [{ item, brand: source.brand, source }];
}

async function jobEntries(tx: Tx, store: string, job: string, event: Readable, source: Source): Promise<Entry[]> {
	const { brand } = source;
	if (event.type !== "job.received") {
		const rows = await tx.rows<{ item: string }>("SELECT item FROM job_fact WHERE store = $1 AND id = $2", [
			store,
			job,
		]);
		return rows.map(({ item }) => ({ item, brand, source }));
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
		const opened = await tx.rows<Source>(
			"SELECT pos, brand, hash, arr, ats, out, text FROM event WHERE store = $1 AND pos = $2",
			[store, fact.pos],
		);
		entries.push(...opened.map((from) => ({ item, brand, source: from })));
	}
	return [...entries, { item, brand, source }];
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
		return items.map((item) => ({ item, brand: source.brand, source }));
	}
	if (event.type !== "order.handed_over") return [];
	const items = await itemsOf(tx, store, refsOf(event, "job"));
	return items.map((item) => ({ item, brand: source.brand, source }));
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
async function appendAll(tx: Tx, store: string, entries: readonly Entry[]): Promise<Map<string, number>> {
	const byItem = new Map<string, Entry[]>();
	for (const entry of entries) byItem.set(entry.item, [...(byItem.get(entry.item) ?? []), entry]);
	const grown = new Map<string, number>();
	for (const item of [...byItem.keys()].sort()) {
		const n = await append(tx, store, item, byItem.get(item) ?? []);
		if (n !== undefined) grown.set(item, n);
	}
	return grown;
}

async function append(tx: Tx, store: string, item: string, entries: readonly Entry[]): Promise<number | undefined> {
	const [feed] = await tx.rows<{ n: number; chk: string; brand: string }>(
		"SELECT n, chk, brand FROM item_feed WHERE item = $1 FOR UPDATE",
		[item],
	);
	// A feed belongs to one brand; what another brand wrote about the same thing stays in its store's feed.
	if (!feed) return undefined;
	const known = await tx.rows<{ src: number }>(
		"SELECT src FROM item_event WHERE item = $1 AND store = $2 AND src = ANY ($3)",
		[item, store, entries.map(({ source }) => source.pos)],
	);
	const there = new Set(known.map(({ src }) => src));
	const fresh: Source[] = [];
	for (const { brand, source } of entries) {
		if (brand !== feed.brand || source.brand !== feed.brand || there.has(source.pos)) continue;
		there.add(source.pos);
		fresh.push(source);
	}
	if (fresh.length === 0) return undefined;
	await tx.rows(
		`INSERT INTO item_event (item, pos, brand, store, src, hash, arr, ats, out, text)
		SELECT $1, $2 + i, $3, $4, s, decode(h, 'hex'), r, a, o, t
		FROM unnest($5::bigint[], $6::text[], $7::bigint[], $8::bigint[], $9::text[], $10::text[]) WITH ORDINALITY u (s, h, r, a, o, t, i)`,
		[
			item,
			feed.n,
			feed.brand,
			store,
			fresh.map(({ pos }) => pos),
			fresh.map(({ hash }) => hash.toString("hex")),
			fresh.map(({ arr }) => arr),
			fresh.map(({ ats }) => ats),
			fresh.map(({ out }) => out),
			fresh.map(({ text }) => text),
		],
	);
	const chk = fresh.reduce((sum, { hash }) => addToChecksum(sum, hash.toString("hex")), checksumText(feed.chk));
	const n = feed.n + fresh.length;
	await tx.rows("UPDATE item_feed SET n = $2, chk = $3 WHERE item = $1", [item, n, checksumNumber(chk)]);
	return n;
}
