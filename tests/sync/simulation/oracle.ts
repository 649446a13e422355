/** The plain model: an aggregate's state out of its set of events, by the shortest way there is, sharing no code with the log. */
import { folds } from "../../../domain/concepts.ts";
import { type EventSpec, upcast } from "../../../domain/event/define.ts";
import { type AggId, aggKind, type WeltEvent } from "../../../domain/event/event.ts";
import { foldEvent } from "../../../domain/event/fold.ts";

const key = ({ hlc, dev, epoch, seq }: WeltEvent) =>
	`${hlc}|${dev}|${String(epoch).padStart(6, "0")}|${String(seq).padStart(12, "0")}`;

/** Of events with one id the one with the smallest key counts. */
export function withoutTwins(events: readonly WeltEvent[]): WeltEvent[] {
	const byId = new Map<string, WeltEvent>();
	for (const event of events) {
		const twin = byId.get(event.id);
		if (!twin || key(event) < key(twin)) byId.set(event.id, event);
	}
	return [...byId.values()];
}

/** Takes, again and again, the smallest one whose bases and whose own PC's earlier events are out. */
function inOrder(events: readonly WeltEvent[], everywhere: ReadonlySet<string>): WeltEvent[] {
	const left = new Set(events);
	const here = new Set(events.map(({ id }) => id));
	const out = new Set<string>();
	const sorted: WeltEvent[] = [];
	const free = (event: WeltEvent) =>
		(event.base ?? []).every((id) => out.has(id) || (!here.has(id) && everywhere.has(id))) &&
		![...left].some((other) => other.dev === event.dev && other.epoch === event.epoch && other.seq < event.seq);
	for (;;) {
		const next = [...left].filter(free).sort((a, b) => (key(a) < key(b) ? -1 : 1))[0];
		if (!next) return sorted;
		left.delete(next);
		out.add(next.id);
		sorted.push(next);
	}
}

function readable(known: EventSpec | undefined, event: WeltEvent): boolean {
	return known !== undefined && event.v <= known.v && known.body.safeParse(upcast(known, event).body).success;
}

/** State of every aggregate as JSON text. `all`: every event of a store that counts. */
export function foldPlainly(all: readonly WeltEvent[]): Map<AggId, string> {
	const counted = withoutTwins(all);
	const ids = new Set(counted.map(({ id }) => id));
	const byAgg = new Map<AggId, WeltEvent[]>();
	for (const event of counted) byAgg.set(event.agg, [...(byAgg.get(event.agg) ?? []), event]);
	const states = new Map<AggId, string>();
	for (const [agg, events] of byAgg) {
		const spec = folds.get(aggKind(agg));
		if (!spec) continue;
		let state: object | undefined;
		for (const event of inOrder(events, ids)) {
			if (readable(spec.events[event.type], event)) state = foldEvent(spec, state, event);
		}
		if (state) states.set(agg, JSON.stringify(state));
	}
	return states;
}
