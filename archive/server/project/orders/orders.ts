/**
 * Feeds of orders that moved. The workshop that took an order in opens its feed with the first dispatch of one of its jobs;
 * from then on it holds whatever any workshop it concerns wrote about that order, its jobs, their items and its customer,
 * the past included. Called by the projector inside a page's transaction, after the page is in the items' feeds.
 */

import { itemTables, orderTables } from "../../pull/gathered-feed.ts";
import type { Tx } from "../../sql/sql.ts";
import { jobOf, refsOf, sentTo, type Told, uuidAfter } from "../facts.ts";
import { append, type Source } from "../feed.ts";
import { type Gathered, gather } from "./gather.ts";
import { announce, early, hasOpened, noteEarly, openFeed, partOf, readOrder, writeOrder } from "./rows.ts";

/** Carries a page of a store's feed into the feeds of orders. Answers the feeds that grew, and how far each goes. */
export async function projectOrders(tx: Tx, store: string, page: readonly Told[]): Promise<Map<string, number>> {
	const touched = await ordersOf(tx, store, page);
	const grown = new Map<string, number>();
	const news: string[] = [];
	// In ascending order, so that two projectors seldom wait for each other in a circle; where they do, one begins again.
	for (const id of [...touched.keys()].sort()) {
		const order = await readOrder(tx, id);
		if (!order) continue;
		const gathered = await gather(tx, order, touched.get(id) ?? []);
		await writeOrder(tx, order, gathered);
		const done = await append(tx, orderTables, id, gathered.sources);
		if (done) {
			grown.set(`order:${id}`, done.n);
			for (const [item, n] of await intoItems(tx, gathered, done.fresh)) grown.set(`item:${item}`, n);
		}
		if (done || gathered.invited.length > 0) news.push(id);
	}
	await announce(tx, news);
	return grown;
}

/** Which orders with a feed a page says something about, and what. A first dispatch opens one. */
async function ordersOf(tx: Tx, store: string, page: readonly Told[]): Promise<Map<string, Told[]>> {
	const touched = new Map<string, Told[]>();
	const add = (id: string, one: Told) => touched.set(id, [...(touched.get(id) ?? []), one]);
	const subjects = (one: Told) => [one.event.agg, ...receivedIn(one)];
	const parts = await partOf(tx, [...new Set(page.flatMap(subjects))]);
	for (const one of page) {
		for (const id of new Set(subjects(one).flatMap((agg) => parts.get(agg) ?? []))) add(id, one);
	}
	const opened = page.flatMap(({ event }) => (event.type === "order.opened" ? uuidAfter(event.agg) : []));
	for (const id of await early(tx, store, opened)) {
		const of = page.filter(({ event }) => event.agg === `order:${id}`);
		const [first] = of;
		if (first) await openFeed(tx, id, store, first.source.brand);
		for (const one of of) add(id, one);
	}
	for (const one of page) {
		const id = sentTo(one.event) === undefined ? undefined : refsOf(one.event, "order")[0];
		if (id === undefined || touched.get(id)?.includes(one)) continue;
		const { brand } = one.source;
		// Who never opened that order has nothing to send.
		if (!(await hasOpened(tx, store, id))) await noteEarly(tx, store, id, brand);
		else if (await openFeed(tx, id, store, brand)) add(id, one);
	}
	return touched;
}

const receivedIn = ({ event }: Told) => {
	const job = jobOf(event);
	return job ? [`order:${job.order}`] : [];
};

/** What other workshops did to a job belongs in its item's record too. */
async function intoItems(tx: Tx, { order, items }: Gathered, fresh: readonly Source[]): Promise<Map<string, number>> {
	const byItem = new Map<string, Source[]>();
	for (const source of fresh) {
		if (source.store === order.owner) continue;
		for (const item of itemsOf(items, source)) byItem.set(item, [...(byItem.get(item) ?? []), source]);
	}
	const grown = new Map<string, number>();
	for (const item of [...byItem.keys()].sort()) {
		const done = await append(tx, itemTables, item, byItem.get(item) ?? []);
		if (done) grown.set(item, done.n);
	}
	return grown;
}

function itemsOf(items: ReadonlyMap<string, string>, { text }: Source): string[] {
	const { agg, type, refs } = JSON.parse(text) as { agg: string; type: string; refs: string[] };
	const handed = type === "order.handed_over" ? refs.filter((ref) => ref.startsWith("job:")) : [];
	const jobs = agg.startsWith("job:") ? [agg] : handed;
	return [...new Set(jobs.flatMap((job) => items.get(job) ?? []))];
}
