/**
 * What other workshops wrote about an item, folded beside the log with the same folds: their repairs, what they know of
 * its purchase, their lines of its history. Reads only what is stored here; customers of other workshops stay sealed.
 */
import { folds } from "../../../domain/concepts.ts";
import { type AggId, aggKey, aggKind, type WeltEvent } from "../../../domain/event/event.ts";
import { foldUnchecked } from "../../../domain/event/fold.ts";
import { sortEvents } from "../../../domain/event/order.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OrderState } from "../../../domain/order/fold.ts";
import type { App } from "../../app.ts";
import { standingItem } from "../item/brief.ts";

export type Elsewhere = {
	items: ItemState[];
	/** Newest first, with the workshop that received it and its order's number. */
	jobs: { job: JobState; store: string; number: string }[];
	/** In the order of their feeds. */
	events: WeltEvent[];
};

const nothing: Elsewhere = { items: [], jobs: [], events: [] };

function readEvents(app: App, itemId: string): WeltEvent[] {
	const { rows } = app.sync.passports;
	const feeds = rows.family(rows.standing(itemId)).map((id) => `item:${id}`);
	// One event can stand in the feeds of two items: an order opened for both.
	const byId = new Map<string, WeltEvent>();
	for (const { text, ats } of rows.list(feeds)) {
		const event = JSON.parse(text) as WeltEvent;
		byId.set(event.id, { ...event, wall: ats });
	}
	return [...byId.values()];
}

function foldAll(events: readonly WeltEvent[]): Map<AggId, object> {
	const byAgg = new Map<AggId, WeltEvent[]>();
	for (const event of events) byAgg.set(event.agg, [...(byAgg.get(event.agg) ?? []), event]);
	const states = new Map<AggId, object>();
	for (const [agg, own] of byAgg) {
		const spec = folds.get(aggKind(agg));
		if (!spec) continue;
		const state = foldUnchecked(spec, sortEvents(own, () => true).sorted);
		if (state) states.set(agg, state);
	}
	return states;
}

/** Everything stored of what others wrote about this item and those merged with it. */
export function elsewhere(app: App, itemId: string): Elsewhere {
	const events = readEvents(app, itemId);
	if (events.length === 0) return nothing;
	const states = foldAll(events);
	const of = <S>(kind: string) =>
		[...states].flatMap(([agg, state]) => (aggKind(agg) === kind ? [[aggKey(agg), state as S] as const] : []));
	const numbers = new Map(of<OrderState>("order").map(([id, order]) => [id, order.number]));
	const received = new Map(events.flatMap((e) => (e.type === "job.received" ? [[aggKey(e.agg), e.store]] : [])));
	const jobs = of<JobState>("job").map(([id, job]) => {
		return { job, store: received.get(id) ?? "", number: numbers.get(job.order) ?? "" };
	});
	jobs.sort((a, b) => b.job.receivedAt - a.job.receivedAt);
	return { items: of<ItemState>("item").map(([, item]) => item), jobs, events };
}

/**
 * An item as it stands here, with what others know of its purchase and codes; when it was never here, as others
 * describe it. Undefined when nobody does.
 */
export function wholeItem(app: App, itemId: string, known = elsewhere(app, itemId)): ItemState | undefined {
	const here = standingItem(app, itemId);
	const standing = app.sync.passports.rows.standing(itemId);
	const [first, ...rest] = [
		...(here ? [here] : []),
		...known.items.filter(({ id }) => id === standing),
		...known.items.filter(({ id }) => id !== standing),
	];
	if (!first) return undefined;
	const codes = rest.flatMap((item) => item.codes);
	const fresh = codes.filter(
		({ kind, value }, at) =>
			!first.codes.some((c) => c.kind === kind && c.value === value) &&
			codes.findIndex((c) => c.kind === kind && c.value === value) === at,
	);
	const purchase = first.purchase ?? rest.find((item) => item.purchase)?.purchase ?? null;
	return { ...first, purchase, codes: [...first.codes, ...fresh] };
}

/** What people call a workshop; its official code, or nothing, until the archive said. */
export function workshopName(app: App, store: string): string {
	const found = app.sync.passports.rows.findWorkshop(store);
	return found ? found.name : "";
}
