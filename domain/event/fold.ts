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
	/**
	 * Asked of an event somebody here is about to write, never of events of others.
	 * @throws Refusal when it must not be written on this state
	 */
	admits?(state: S, event: WeltEvent): void;
};

/** A type no fold knows: the event keeps its place and changes nothing. */
const unreadable = "";

/** True when its body is what its type and version promise. False as well for what this version of Welt doesn't know. */
export function isSound(spec: FoldSpec | undefined, event: WeltEvent): boolean {
	const known = spec?.events[event.type];
	if (!known || event.v > known.v) return false;
	try {
		return known.body.safeParse(upcast(known, event).body).success;
	} catch {
		return false;
	}
}

/**
 * An event of the log as a fold may see it. A body is checked once, when it enters the log; only what could not be found
 * sound then (broken, or newer than the Welt that took it) is looked at again, and hidden if it still isn't.
 * @param sound what the check at the door said
 */
export function asFolded(spec: FoldSpec | undefined, event: WeltEvent, sound: boolean): WeltEvent {
	return sound || isSound(spec, event) ? event : { ...event, type: unreadable };
}

/**
 * Folds one event after lifting it to the newest version. Unknown types and newer versions leave the state as it is, and
 * so does an event this state can't take: whatever another PC sends, the rest of its events still count.
 * @param event a sound one, see `asFolded`
 * @param strict asks whether the state admits it and lets the fold's own error through: for an event this PC is about
 * to write
 */
export function foldEvent<S extends object>(
	spec: FoldSpec<S>,
	state: S | undefined,
	event: WeltEvent,
	strict = false,
): S | undefined {
	const known = spec.events[event.type];
	if (!known || event.v > known.v) return state;
	if (strict && state !== undefined) spec.admits?.(state, event);
	try {
		return spec.fold(state, upcast(known, event));
	} catch (error) {
		if (strict) throw error;
		return state;
	}
}

/** Folds events in their order that nobody has checked yet: records of others, read beside the log. */
export function foldUnchecked<S extends object>(spec: FoldSpec<S>, sorted: readonly WeltEvent[]): S | undefined {
	let state: S | undefined;
	for (const event of sorted) state = foldEvent(spec, state, asFolded(spec as FoldSpec, event, false));
	return state;
}
