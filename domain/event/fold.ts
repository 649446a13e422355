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

/** The event at the newest version, or undefined when its body is not what its type and version promise. */
function sound(known: EventSpec, event: WeltEvent): WeltEvent | undefined {
	try {
		const lifted = upcast(known, event);
		return known.body.safeParse(lifted.body).success ? lifted : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Folds one event after lifting it to the newest version. Unknown types, newer versions and broken bodies leave the state
 * as it is, and so does an event this state can't take: whatever another PC sends, the rest of its events still count.
 * @param strict lets the fold's own error through: for an event this PC is about to write
 */
export function foldEvent<S extends object>(
	spec: FoldSpec<S>,
	state: S | undefined,
	event: WeltEvent,
	strict = false,
): S | undefined {
	const known = spec.events[event.type];
	if (!known || event.v > known.v) return state;
	const lifted = sound(known, event);
	if (!lifted) return state;
	try {
		return spec.fold(state, lifted);
	} catch (error) {
		if (strict) throw error;
		return state;
	}
}
