/**
 * What a concept of the trade must offer so that its log can be folded: a kind, its events and a pure fold.
 * State is a JSON object; state = fold(sort(set of events)), so any path and any batch give the same rows.
 */
import type { EventSpec } from "./define.ts";
import { upcast } from "./define.ts";
import type { WeltEvent } from "./event.ts";

export type FoldSpec<S extends object = object> = {
	/** The aggregate kind: `order`, `job` … */
	kind: string;
	events: Record<string, EventSpec>;
	/** Must not read clocks, chance or other aggregates. `undefined` in: the first event of the aggregate. */
	fold(state: S | undefined, event: WeltEvent): S | undefined;
};

/** Folds one event after lifting it to the newest version. Unknown types and newer versions leave the state as it is. */
export function foldEvent<S extends object>(spec: FoldSpec<S>, state: S | undefined, event: WeltEvent): S | undefined {
	const known = spec.events[event.type];
	if (!known || event.v > known.v) return state;
	return spec.fold(state, upcast(known, event));
}
