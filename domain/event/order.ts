/**
 * Order within an aggregate, the same on every replica: topological by device order and `base`,
 * ties to the smallest (hlc, dev, epoch, seq). Wall clocks never decide.
 */
import type { WeltEvent } from "./event.ts";

type Placed = Pick<WeltEvent, "id" | "hlc" | "dev" | "epoch" | "seq"> & { base?: string[] };

/** Text whose order is (hlc, dev, epoch, seq). */
export function orderKey(event: Placed): string {
	return `${event.hlc}|${event.dev}|${String(event.epoch).padStart(6, "0")}|${String(event.seq).padStart(12, "0")}`;
}

export type Sorted<E> = {
	sorted: E[];
	/** Those whose base, or that of an event before them on their PC, is not there yet; folded once it arrives. */
	waiting: E[];
	/** Ids of the events they wait for that nobody has sent yet. */
	missing: string[];
};

/** Sorts one aggregate's events. Bases outside `events` count as missing unless `known` says otherwise. */
export function sortEvents<E extends Placed>(
	events: readonly E[],
	known: (eventId: string) => boolean = () => false,
): Sorted<E> {
	const byKey = [...events].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
	const present = new Set(byKey.map((e) => e.id));
	const deviceOrder = new Map<string, E[]>();
	for (const e of byKey) {
		const chain = `${e.dev}/${e.epoch}`;
		const list = deviceOrder.get(chain) ?? [];
		list.push(e);
		deviceOrder.set(chain, list);
	}
	for (const list of deviceOrder.values()) list.sort((a, b) => a.seq - b.seq);

	const done = new Set<string>();
	const sorted: E[] = [];
	const ready = (e: E) => (e.base ?? []).every((b) => done.has(b) || (!present.has(b) && known(b)));
	for (;;) {
		let next: E | undefined;
		let from: E[] | undefined;
		for (const list of deviceOrder.values()) {
			const head = list[0];
			if (head && ready(head) && (!next || orderKey(head) < orderKey(next))) {
				next = head;
				from = list;
			}
		}
		if (!next || !from) break;
		from.shift();
		done.add(next.id);
		sorted.push(next);
	}
	const waiting = byKey.filter((e) => !done.has(e.id));
	const missing = waiting.flatMap((e) => (e.base ?? []).filter((b) => !present.has(b) && !known(b)));
	return { sorted, waiting, missing: [...new Set(missing)] };
}

/** The largest key among them, '' for none. An event above it that waits for nothing sorts last. */
export function highestKey(events: readonly Placed[]): string {
	return events.reduce((highest, event) => {
		const key = orderKey(event);
		return key > highest ? key : highest;
	}, "");
}

/**
 * Events a new one on top of `sorted` must name as its base although it was not decided on them, because a clock that
 * was far ahead gave them a larger key: what was seen before comes before. The last of each PC is enough.
 */
export function overtaking(sorted: readonly Placed[], key: string): string[] {
	const last = new Map<string, string>();
	for (const event of sorted) if (orderKey(event) > key) last.set(`${event.dev}/${event.epoch}`, event.id);
	return [...last.values()];
}
