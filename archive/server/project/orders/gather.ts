/**
 * What belongs in the feed of an order that moved. Each event that belongs may name more: jobs, their items, a workshop the
 * job is sent to; what those wrote before is looked up then. It goes on until nothing new is named, so the feed is the
 * same whichever store's events were read first.
 */
import type { Tx } from "../../sql/sql.ts";
import { jobOf, orderOf, sentTo, type Told } from "../facts.ts";
import type { Source } from "../feed.ts";
import { aboutItem, knownParts, writtenBy } from "./past.ts";
import { hasOpened, type Order } from "./rows.ts";

export type Gathered = {
	order: Order;
	/** Not all of them new to the feed. */
	sources: Source[];
	parts: string[];
	/** Workshops that may read it from now on. */
	invited: string[];
	/** Workshops whose words count from now on. */
	writers: string[];
	/** Job to item, as `job:<uuid>` and uuid. */
	items: Map<string, string>;
};

/** A search still to be made: what this store wrote about these. */
type Search = { store: string; aggs: readonly string[] };

/** @param told what the page at hand says about the order */
export async function gather(tx: Tx, order: Order, told: readonly Told[]): Promise<Gathered> {
	const parts = new Set(order.parts);
	const writers = new Set(order.writers);
	const readers = new Set(order.readers);
	const items = new Map(order.items);
	const taken = new Map<string, Source>();
	const searches: Search[] = [];
	const sentTos: string[] = [];
	/** Items whose own record was gone through. */
	const looked = new Set(order.parts);

	function addParts(named: readonly (string | undefined)[]): void {
		const fresh = named.flatMap((agg) => (agg === undefined || parts.has(agg) ? [] : [agg]));
		if (fresh.length === 0) return;
		for (const agg of fresh) parts.add(agg);
		for (const store of writers) searches.push({ store, aggs: fresh });
	}

	/** May read it from now on. Its words count, the earlier ones too; unless it took that order in itself: then it is its own. */
	async function addStore(store: string): Promise<void> {
		if (readers.has(store)) return;
		readers.add(store);
		if (store !== order.owner && (await hasOpened(tx, store, order.id))) return;
		writers.add(store);
		searches.push({ store, aggs: [...parts] });
	}

	/** What one event that belongs names further. */
	function follow({ event, source }: Told): void {
		const opened = event.agg === `order:${order.id}` ? orderOf(event) : undefined;
		if (opened)
			addParts([opened.subject && `subject:${opened.subject}`, ...(opened.jobs ?? []).map((id) => `job:${id}`)]);
		const job = jobOf(event);
		if (job) {
			items.set(event.agg, job.item);
			addParts([event.agg, `item:${job.item}`, `subject:${job.subject}`]);
		}
		const to = sentTo(event);
		if (to !== undefined && to !== source.store) sentTos.push(to);
	}

	function consider(one: Told): void {
		const { event, source } = one;
		const place = `${source.store}@${source.pos}`;
		if (taken.has(place) || source.brand !== order.brand) return;
		if (!parts.has(event.agg) && jobOf(event)?.order !== order.id) return;
		// An item's record is everybody's of the brand; about the rest only those count that have or had it in hand.
		if (!event.agg.startsWith("item:") && !writers.has(source.store)) return;
		taken.set(place, source);
		if (writers.has(source.store)) follow(one);
	}

	if (order.isNew) {
		await addStore(order.owner);
		addParts([
			`order:${order.id}`,
			...told.map(({ event }) => event.agg),
			...(await knownParts(tx, order.owner, order.id)),
		]);
	}
	for (const one of told) consider(one);
	for (;;) {
		for (const store of sentTos.splice(0)) await addStore(store);
		const search = searches.shift();
		if (!search) break;
		for (const one of await writtenBy(tx, order, search.store, together(searches, search))) consider(one);
		for (const agg of parts) {
			if (!agg.startsWith("item:") || looked.has(agg)) continue;
			looked.add(agg);
			for (const one of await aboutItem(tx, agg)) consider(one);
		}
	}
	// As they arrived: a reader can fold nearly all of it in passing.
	const sources = [...taken.values()].sort((a, b) => a.arr - b.arr || a.pos - b.pos);
	const added = (now: ReadonlySet<string>, before: readonly string[]) =>
		[...now].filter((each) => !before.includes(each));
	return {
		order,
		sources,
		parts: added(parts, order.parts),
		invited: added(readers, order.readers),
		writers: added(writers, order.writers),
		items,
	};
}

/** One search through a store's feed finds all that is looked for there. */
function together(searches: Search[], first: Search): string[] {
	const aggs = new Set(first.aggs);
	for (let at = searches.length - 1; at >= 0; at--) {
		const other = searches[at];
		if (other?.store !== first.store) continue;
		for (const agg of other.aggs) aggs.add(agg);
		searches.splice(at, 1);
	}
	return [...aggs];
}
