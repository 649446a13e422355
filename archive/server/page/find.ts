/**
 * What a slip's token leads to: the order's jobs and items, folded from the feeds of its items and from what the projector
 * has not carried over yet. Read with every brand's rights, because a customer knows of no brand; only what hangs on this
 * one token is answered.
 */
import { folds } from "../../../domain/concepts.ts";
import { aggKey, aggKind, type WeltEvent } from "../../../domain/event/event.ts";
import { type FoldSpec, foldUnchecked } from "../../../domain/event/fold.ts";
import { sortEvents } from "../../../domain/event/order.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { StoreState } from "../../../domain/store/store.ts";
import type { Tx } from "../sql/sql.ts";

export type FoundJob = { job: JobState; item: ItemState | undefined /** In the job's order. */; events: WeltEvent[] };
export type FoundOrder = {
	token: string;
	orderId: string;
	number: string;
	store: string;
	/** The brand that owns the store's events. */
	house: string;
	centre: StoreState | undefined;
	jobs: FoundJob[];
};

type Line = { brand: string; text: string };
/** What waits for the projector is a page or two; behind a longer queue the customer sees the state before it. */
const mostUnread = 2_000;

/** One aggregate's events in order and their fold. */
export function foldOf<S extends object>(agg: string, all: Iterable<WeltEvent>): { state?: S; events: WeltEvent[] } {
	const spec = folds.get(aggKind(agg)) as FoldSpec<S> | undefined;
	const { sorted } = sortEvents([...all].filter((event) => event.agg === agg));
	if (!spec) return { events: sorted };
	const state = foldUnchecked(spec, sorted);
	return state ? { state, events: sorted } : { events: sorted };
}

/** Undefined for a token nobody gave out. */
export async function findOrder(tx: Tx, token: string): Promise<FoundOrder | undefined> {
	const items = await tx.rows<{ item: string }>(
		"SELECT DISTINCT item FROM identifier WHERE value = $1 AND kind = 'token'",
		[token],
	);
	if (items.length === 0) return undefined;
	const lines = await tx.rows<Line>(
		"SELECT brand, text FROM item_event WHERE item = ANY ($1) AND out = 'accepted' ORDER BY item, pos",
		[items.map(({ item }) => item)],
	);
	const events = new Map<string, WeltEvent>();
	let opened: WeltEvent | undefined;
	for (const { text } of lines) {
		const event = JSON.parse(text) as WeltEvent;
		events.set(event.id, event);
		if (event.type === "order.opened" && event.body["token"] === token) opened ??= event;
	}
	if (!opened) return undefined;
	const { store } = opened;
	for (const event of await unread(tx, store)) events.set(event.id, event);
	const shared = await movedEvents(tx, aggKey(opened.agg));
	for (const event of shared.values()) events.set(event.id, event);
	const counts = ({ id, store: writer }: WeltEvent) => writer === store || shared.has(id);
	const own = await storeEvents(tx, store);
	const [row] = await tx.rows<{ house: string }>("SELECT house FROM store WHERE id = $1", [store]);
	const jobs = (opened.body["jobs"] as string[]).flatMap((id) => jobOf(id, counts, [...events.values()]));
	return {
		...{ token, store, jobs, house: row?.house ?? "", orderId: aggKey(opened.agg) },
		number: String(opened.body["number"]),
		centre: foldOf<StoreState>(`store:${store}`, own).state,
	};
}

/** `counts`: the workshop that took the order in, and those that had it in hand since. */
function jobOf(id: string, counts: (event: WeltEvent) => boolean, events: readonly WeltEvent[]): FoundJob[] {
	const mine = events.filter(counts);
	const { state: job, events: own } = foldOf<JobState>(`job:${id}`, mine);
	return job ? [{ job, item: foldOf<ItemState>(`item:${job.item}`, events).state, events: own }] : [];
}

/** What is in the order's own feed, when it moved between workshops; by id. */
async function movedEvents(tx: Tx, order: string): Promise<Map<string, WeltEvent>> {
	const rows = await tx.rows<{ text: string }>(
		"SELECT text FROM order_event WHERE order_id = $1 AND out = 'accepted' ORDER BY pos",
		[order],
	);
	return new Map(
		rows.map(({ text }) => {
			const event = JSON.parse(text) as WeltEvent;
			return [event.id, event];
		}),
	);
}

/** Events of the store's feed that no item's feed has yet. */
async function unread(tx: Tx, store: string): Promise<WeltEvent[]> {
	const rows = await tx.rows<{ text: string }>(
		`SELECT text FROM event WHERE store = $1 AND out = 'accepted'
		AND pos > coalesce((SELECT pos FROM projected WHERE store = $1), 0) ORDER BY pos LIMIT ${mostUnread}`,
		[store],
	);
	return rows.map(({ text }) => JSON.parse(text) as WeltEvent);
}

async function storeEvents(tx: Tx, store: string): Promise<WeltEvent[]> {
	const rows = await tx.rows<{ text: string }>(
		`SELECT text FROM event WHERE store = $1 AND left(text, 70) LIKE '%"agg":"store:%' AND out = 'accepted'`,
		[store],
	);
	return rows.map(({ text }) => JSON.parse(text) as WeltEvent);
}

/** Every brand there is: for reads that hang on a token alone. */
export async function allBrands(tx: Tx): Promise<string[]> {
	return (await tx.rows<{ id: string }>("SELECT id FROM brand ORDER BY id")).map(({ id }) => id);
}
