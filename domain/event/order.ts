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

/**
 * Sorts one aggregate's events. `waiting` holds those whose base (or a predecessor's base) is not there yet;
 * they are folded once it arrives. Bases outside `events` count as missing unless `known` says otherwise.
 */
export function sortEvents<E extends Placed>(
	events: readonly E[],
	known: (eventId: string) => boolean = () => false,
): { sorted: E[]; waiting: E[] } {
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
	return { sorted, waiting: byKey.filter((e) => !done.has(e.id)) };
}
