/**
 * Drops every projection and folds it anew from the log. Streams the log once in the order it was stored, keeps a
 * bounded number of aggregates in memory and writes each one's state and rows when it leaves; an aggregate whose events
 * did not come in their order is folded from its whole set at the end, exactly as a live append would have done.
 */
import { folds } from "../domain/concepts.ts";
import { type AggId, aggKey, aggKind, type WeltEvent } from "../domain/event/event.ts";
import { asFolded, type FoldSpec, foldEvent } from "../domain/event/fold.ts";
import { orderKey } from "../domain/event/order.ts";
import { foldSet, readSet, type StoredText } from "./fold-in.ts";
import type { Writer } from "./open.ts";
import { type Projector, writeRows } from "./projections/projector.ts";
import { createProjectors } from "./projections/rows.ts";
import { clearProjections, inBulk, isRefoldUnfinished, rebuildIndexes, removeMark } from "./refold-bulk.ts";
import { isFoldedByThis, noteFolded } from "./refold-due.ts";
import { createSearchIndex } from "./search/index-rows.ts";

export type Refolded = { events: number; aggregates: number; ms: number };

type Entry = {
	n: number;
	agg: AggId;
	spec: FoldSpec<object> | undefined;
	state: object | undefined;
	version: number;
	lastKey: string;
	/** Not in order: folded from its whole set at the end. */
	odd: boolean;
};

type EventRow = StoredText & { pos: number; aggregate: number };

export type RefoldOptions = {
	mono(): number;
	/** Aggregates kept in memory. */
	cache?: number;
	report?: (done: number, total: number) => void;
};

const eventsPerTransaction = 40_000;
/** Read at once: long enough to be quick, short enough not to be felt in memory. */
const eventsPerPage = 4_000;
const defaultCache = 6_000;

/** Every projection and the search index of an open, migrated file. Nobody else may write meanwhile. */
export function refoldAll(db: Writer, options: RefoldOptions): Refolded {
	const started = options.mono();
	const folded = inBulk(db, () => {
		const done = refold(db, createProjectors(db), options);
		db.transaction(createSearchIndex(db).rebuild).immediate();
		return done;
	});
	removeMark(db);
	noteFolded(db);
	return { ...folded, ms: Math.round(options.mono() - started) };
}

/** Refolds when the last one was cut off, or when another program folded what stands there. Before anybody reads. */
export function refoldIfDue(db: Writer, options: RefoldOptions): Refolded | undefined {
	return isRefoldUnfinished(db) || !isFoldedByThis(db) ? refoldAll(db, options) : undefined;
}

/** The projections alone; the mark that it is under way stays for `refoldAll` to take off. */
export function refold(db: Writer, projectors: Map<string, Projector>, options: RefoldOptions): Refolded {
	const started = options.mono();
	const cacheSize = options.cache ?? defaultCache;
	const total = db.prepare("SELECT COUNT(*) FROM event").pluck().get() as number;
	const page = db.prepare("SELECT pos, aggregate, text, sound FROM event WHERE pos > ? ORDER BY pos LIMIT ?");
	const knownBefore = db.prepare("SELECT 1 FROM event WHERE id = ? AND pos < ?").pluck();
	const known = db.prepare("SELECT 1 FROM event WHERE id = ?").pluck();
	const read = db.prepare("SELECT agg, version, last_key, state FROM aggregate WHERE n = ?");
	// Rows that come out as they were are not written again.
	const write = db.prepare(
		`UPDATE aggregate SET version = @version, last_key = @lastKey, state = @state
		WHERE n = @n AND (version <> @version OR last_key <> @lastKey OR state IS NOT @state)`,
	);
	const await_ = db.prepare("INSERT INTO waiting (base, aggregate) VALUES (?, ?)");
	const eventsOf = db.prepare("SELECT text, sound FROM event WHERE aggregate = ? ORDER BY pos");
	const cache = new Map<number, Entry>();
	/** Aggregates written once already, whose state must be read back when another event comes. */
	const written = new Set<number>();
	const odd = new Set<number>();
	let events = 0;
	let last = 0;

	function entryOf(n: number): Entry {
		const found = cache.get(n);
		if (found) {
			cache.delete(n);
			cache.set(n, found);
			return found;
		}
		const row = read.get(n) as { agg: AggId; version: number; last_key: string; state: string | null };
		const { agg } = row;
		const entry: Entry = {
			n,
			agg,
			spec: folds.get(aggKind(agg)),
			state: undefined,
			version: 0,
			lastKey: "",
			odd: false,
		};
		if (written.has(n)) {
			entry.state = row.state === null ? undefined : (JSON.parse(row.state) as object);
			entry.version = row.version;
			entry.lastKey = row.last_key;
			entry.odd = odd.has(n);
		}
		cache.set(n, entry);
		return entry;
	}

	/** A base among the aggregate's open decisions is known without asking the log. */
	function basesKnown(event: WeltEvent, state: object | undefined, pos: number): boolean {
		if (!event.base || event.base.length === 0) return true;
		const heads = (state as { heads?: Record<string, string[]> } | undefined)?.heads;
		const open = heads ? Object.values(heads).flat() : [];
		return event.base.every((id) => open.includes(id) || knownBefore.get(id, pos) !== undefined);
	}

	function take({ pos, aggregate: n, text, sound }: EventRow): void {
		const entry = entryOf(n);
		if (entry.odd || !entry.spec) return;
		const event = asFolded(entry.spec, JSON.parse(text) as WeltEvent, sound === 1);
		const key = orderKey(event);
		if (key > entry.lastKey && basesKnown(event, entry.state, pos)) {
			entry.state = foldEvent(entry.spec, entry.state, event);
			entry.version += 1;
			entry.lastKey = key;
		} else {
			entry.odd = true;
			odd.add(n);
		}
	}

	function store(entry: Entry): void {
		written.add(entry.n);
		if (entry.odd) return;
		const state = entry.state === undefined ? null : JSON.stringify(entry.state);
		const { n, version, lastKey } = entry;
		write.run({ n, version, lastKey, state });
		const projector = projectors.get(entry.spec?.kind ?? "");
		if (projector) writeRows(projector, aggKey(entry.agg), entry.state);
	}

	/** The aggregates not touched for longest leave first: a map keeps the order they came in. */
	function shrinkTo(size: number): void {
		for (const [n, entry] of cache) {
			if (cache.size <= size) break;
			store(entry);
			cache.delete(n);
		}
	}

	function foldOdd(n: number): void {
		const { agg } = read.get(n) as { agg: AggId };
		const folded = foldSet(agg, readSet(agg, eventsOf.all(n) as StoredText[]), (id) => known.get(id) !== undefined);
		for (const base of folded.missing) await_.run(base, n);
		store({ n, agg, spec: folds.get(aggKind(agg)), ...folded, odd: false });
	}

	const inTransaction = (work: () => void) => db.transaction(work).immediate();

	inTransaction(() => {
		clearProjections(db, projectors);
		db.exec("DELETE FROM waiting");
	});
	/** Answers false when there is nothing left. */
	const takePage = (): boolean => {
		const rows = page.all(last, eventsPerPage) as EventRow[];
		for (const row of rows) take(row);
		shrinkTo(cacheSize);
		events += rows.length;
		last = rows.at(-1)?.pos ?? last;
		return rows.length > 0;
	};
	for (let more = true; more; ) {
		inTransaction(() => {
			for (let n = 0; more && n < eventsPerTransaction; n += eventsPerPage) more = takePage();
		});
		options.report?.(events, total);
	}
	inTransaction(() => {
		shrinkTo(0);
		for (const n of odd) foldOdd(n);
		rebuildIndexes(db);
	});
	return { events, aggregates: written.size, ms: Math.round(options.mono() - started) };
}

/** Every projection row and folded state as text in one fixed order: equal dumps are equal projections. */
export function* dumpProjections(db: Writer, projectors: Map<string, Projector>): Generator<string> {
	const tables = [...projectors.values()].flatMap((projector) => projector.tables).sort();
	for (const table of tables) yield* rowsOf(db, table, `SELECT * FROM ${table}`);
	yield* rowsOf(db, "aggregate", "SELECT agg, version, last_key, state FROM aggregate");
	const waiting = "SELECT w.base, a.agg FROM waiting w JOIN aggregate a ON a.n = w.aggregate";
	yield* rowsOf(db, "waiting", waiting);
}

function* rowsOf(db: Writer, table: string, sql: string): Generator<string> {
	const columns = db.prepare(sql).columns().length;
	const order = Array.from({ length: columns }, (_, at) => at + 1).join(", ");
	for (const row of db.prepare(`${sql} ORDER BY ${order}`).raw().iterate()) yield `${table} ${JSON.stringify(row)}`;
}
