/**
 * Choosing many rows by keyboard or mouse, as pure steps: where the cursor is, which rows are chosen, and where a
 * range began. Used by DataTable; its laws are tested without a browser.
 */
export type Selection = { cursor: number; anchor: number; chosen: ReadonlySet<string> };

export const nothingChosen: Selection = { cursor: 0, anchor: 0, chosen: new Set() };

/** Moves the cursor; with `extend` everything from the anchor to it becomes chosen. */
export function moveTo(now: Selection, to: number, ids: readonly string[], extend: boolean): Selection {
	const cursor = Math.max(0, Math.min(ids.length - 1, to));
	if (!extend) return { ...now, cursor, anchor: cursor };
	const [from, until] = now.anchor < cursor ? [now.anchor, cursor] : [cursor, now.anchor];
	return { ...now, cursor, chosen: new Set([...now.chosen, ...ids.slice(from, until + 1)]) };
}

/** Chooses or unchooses the row at `index` and begins a new range there. */
export function toggle(now: Selection, index: number, ids: readonly string[]): Selection {
	const id = ids[index];
	if (id === undefined) return now;
	const chosen = new Set(now.chosen);
	if (!chosen.delete(id)) chosen.add(id);
	return { cursor: index, anchor: index, chosen };
}

/** All rows, or none when all were chosen. */
export function toggleAll(now: Selection, ids: readonly string[]): Selection {
	const all = ids.every((id) => now.chosen.has(id));
	return { ...now, chosen: all ? new Set() : new Set(ids) };
}

/** Drops what is no longer in the list and keeps the cursor inside. */
export function keepWithin(now: Selection, ids: readonly string[]): Selection {
	const present = new Set(ids);
	const last = Math.max(0, ids.length - 1);
	const chosen = new Set([...now.chosen].filter((id) => present.has(id)));
	return { cursor: Math.min(now.cursor, last), anchor: Math.min(now.anchor, last), chosen };
}
