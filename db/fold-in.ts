/**
 * Folds events into their aggregate's state and rows, so that what stands there is always fold(sort(set)), whatever order
 * they came in. Called by the log for its own and for received events, inside their transaction; the refold shares
 * `foldSet`. Writes no event.
 */
import { folds } from "../domain/concepts.ts";
import { type AggId, aggKey, aggKind, type WeltEvent } from "../domain/event/event.ts";
import { asFolded, type FoldSpec, foldEvent } from "../domain/event/fold.ts";
import { highestKey, orderKey, overtaking, sortEvents } from "../domain/event/order.ts";
import type { Writer } from "./open.ts";
import { type Projector, writeOwnRows, writeRows } from "./projections/projector.ts";

export type AggregateRow = { n: number; agg: AggId; version: number; last_key: string; state: string | null };

/** Stands as last key of an aggregate with events that wait for their base: above every real key, so nothing passes it. */
export const waitingKey = "~";

export type FoldedSet = {
	state: object | undefined;
	/** Events folded. */
	version: number;
	/** The largest key folded, or `waitingKey`. */
	lastKey: string;
	/** Events still to come that some of these wait for. */
	missing: string[];
};

/** An event's row, as far as folding needs it. */
export type StoredText = { text: string; sound: 0 | 1 };

/** The events of one aggregate as its fold may see them. */
export function readSet(agg: AggId, rows: readonly StoredText[]): WeltEvent[] {
	const spec = folds.get(aggKind(agg));
	return rows.map(({ text, sound }) => asFolded(spec, JSON.parse(text) as WeltEvent, sound === 1));
}

/** Folds an aggregate's whole set of events in the one true order. */
export function foldSet(agg: AggId, events: readonly WeltEvent[], known: (id: string) => boolean): FoldedSet {
	const spec = folds.get(aggKind(agg));
	const { sorted, waiting, missing } = sortEvents(events, known);
	let state: object | undefined;
	if (spec) for (const event of sorted) state = foldEvent(spec, state, event);
	const lastKey = waiting.length > 0 ? waitingKey : highestKey(sorted);
	return { state, version: sorted.length, lastKey, missing };
}

const stateOf = ({ state }: AggregateRow) => (state === null ? undefined : (JSON.parse(state) as object));

export type Folding = ReturnType<typeof createFolding>;

export function createFolding(db: Writer, projectors: ReadonlyMap<string, Projector>) {
	const find = db.prepare("SELECT n, agg, version, last_key, state FROM aggregate WHERE agg = ?");
	const findByNumber = db.prepare("SELECT n, agg, version, last_key, state FROM aggregate WHERE n = ?");
	const insert = db.prepare("INSERT INTO aggregate (agg, version, last_key, state) VALUES (?, 0, '', NULL)");
	const update = db.prepare("UPDATE aggregate SET version = ?, last_key = ?, state = ? WHERE n = ?");
	const events = db.prepare("SELECT text, sound FROM event WHERE aggregate = ? ORDER BY pos");
	const stored = db.prepare("SELECT 1 FROM event WHERE id = ?").pluck();
	const anyWaits = db.prepare("SELECT 1 FROM waiting LIMIT 1");
	const waitersOf = db.prepare("SELECT aggregate FROM waiting WHERE base = ?").pluck();
	const forget = db.prepare("DELETE FROM waiting WHERE aggregate = ?");
	const await_ = db.prepare("INSERT INTO waiting (base, aggregate) VALUES (?, ?)");

	const known = (id: string) => stored.get(id) !== undefined;
	const eventsOf = ({ n, agg }: Pick<AggregateRow, "n" | "agg">) => readSet(agg, events.all(n) as StoredText[]);

	/** The fold goes on from where it stands when every new event sorts after all that is folded; else undefined. */
	function goOn(spec: FoldSpec<object>, row: AggregateRow, fresh: readonly WeltEvent[], strict: boolean) {
		if (fresh.some((event) => orderKey(event) <= row.last_key)) return undefined;
		const { sorted, waiting } = sortEvents(fresh, known);
		if (waiting.length > 0) return undefined;
		let state = stateOf(row);
		for (const event of sorted) state = foldEvent(spec, state, event, strict);
		return { state, version: row.version + sorted.length, lastKey: highestKey(sorted), missing: [] };
	}

	return {
		known,
		find: (agg: AggId) => find.get(agg) as AggregateRow | undefined,
		/** The aggregate's row, made when it is new. */
		open(agg: AggId): AggregateRow {
			const row = find.get(agg) as AggregateRow | undefined;
			if (row) return row;
			const made = insert.run(agg);
			return { n: Number(made.lastInsertRowid), agg, version: 0, last_key: "", state: null };
		},
		/** Aggregates with events that waited for one of these. */
		waitersOf(ids: Iterable<string>): AggregateRow[] {
			if (anyWaits.get() === undefined) return [];
			const numbers = new Set<number>();
			for (const id of ids) for (const n of waitersOf.all(id) as number[]) numbers.add(n);
			return [...numbers].map((n) => findByNumber.get(n) as AggregateRow);
		},
		/** What a new event with this key must name as base besides its own, to stand after all it was written on. */
		overtaking(row: AggregateRow, key: string): string[] {
			if (key > row.last_key) return [];
			return overtaking(sortEvents(eventsOf(row), known).sorted, key);
		},
		/**
		 * Takes `fresh` events of the aggregate, stored already, into its state and rows.
		 * @param fresh undefined: the whole set is folded anew, because what it waited for has come or an event has left it
		 */
		fold(row: AggregateRow, fresh: readonly WeltEvent[] | undefined, strict = false): void {
			const spec = folds.get(aggKind(row.agg));
			if (!spec) return;
			const next = (fresh && goOn(spec, row, fresh, strict)) ?? foldSet(row.agg, eventsOf(row), known);
			const json = next.state === undefined ? null : JSON.stringify(next.state);
			update.run(next.version, next.lastKey, json, row.n);
			if (row.last_key === waitingKey) forget.run(row.n);
			for (const base of next.missing) await_.run(base, row.n);
			const projector = projectors.get(spec.kind);
			if (!projector) return;
			const id = aggKey(row.agg);
			if (strict && next.state !== undefined) writeOwnRows(projector, id, next.state, () => stateOf(row));
			else writeRows(projector, id, next.state);
		},
	};
}
