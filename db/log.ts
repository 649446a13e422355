/**
 * The log: the only way a fact gets into the workstation. Appends events to this device's chain, folds them, writes
 * the projections, in one IMMEDIATE transaction of synchronous code. Called by services only.
 */
import { createHash } from "node:crypto";
import { folds } from "../domain/concepts.ts";
import { refuse } from "../domain/errors.ts";
import { canonicalText } from "../domain/event/canonical.ts";
import { eventHash, hexBytes, type Sha256, zeroHash } from "../domain/event/chain.ts";
import type { AggId, JsonObject, NewEvent, PiiEnvelope, WeltEvent } from "../domain/event/event.ts";
import { aggKind } from "../domain/event/event.ts";
import { foldEvent } from "../domain/event/fold.ts";
import { type Hlc, hlcText, nextHlc, parseHlc } from "../domain/event/hlc.ts";
import { orderKey, sortEvents } from "../domain/event/order.ts";
import type { Writer } from "./open.ts";
import type { Projector } from "./projections/projector.ts";
import { withStorageErrors } from "./storage-errors.ts";

export const sha256: Sha256 = (...parts) => {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest("hex");
};

/** Which log this PC writes. A restore from backup opens the next epoch. */
export type LogIdentity = { store: string; dev: string; epoch: number };

export type LogPorts = {
	now(): number;
	mono(): number;
	uuid(): string;
	boot: string;
	/** Seals the personal part under its subject's key, making the key when there is none. */
	seal(kid: AggId, eventId: string, value: JsonObject): PiiEnvelope;
	/** Called for each event inside its transaction, after it is folded (marks its pictures as owned). */
	stored(event: WeltEvent): void;
};

export type Folded<S> = { state: S; version: number };

export type Log = {
	/** Appends in the order given; all or nothing. Answers the events as stored. */
	append(actor: string, events: readonly NewEvent[]): WeltEvent[];
	/** Runs `work` in one IMMEDIATE transaction; `append` inside joins it. */
	transact<T>(work: () => T): T;
	/** The fold's result, read through the writing connection. */
	state<S extends object>(agg: AggId): Folded<S> | undefined;
	/** Called after each commit with the aggregates that changed. */
	onCommit(listener: (aggs: AggId[]) => void): void;
	readonly identity: LogIdentity;
};

type ChainRow = { n: number; last_seq: number; last_hash: Buffer };
type AggregateRow = { n: number; version: number; last_key: string; state: string | null };

/** Prepared statements shared by the live log and the refold. */
export function prepareAggregates(db: Writer) {
	return {
		find: db.prepare("SELECT n, version, last_key, state FROM aggregate WHERE agg = ?"),
		insert: db.prepare("INSERT INTO aggregate (agg, version, last_key, state) VALUES (?, 0, '', NULL)"),
		update: db.prepare("UPDATE aggregate SET version = ?, last_key = ?, state = ? WHERE n = ?"),
		events: db.prepare("SELECT text FROM event WHERE aggregate = ? ORDER BY pos"),
	};
}

/** Folds an aggregate's whole set of events in the one true order. */
export function foldSet(agg: AggId, events: readonly WeltEvent[], known: (id: string) => boolean) {
	const spec = folds.get(aggKind(agg));
	const { sorted } = sortEvents(events, known);
	let state: object | undefined;
	if (spec) for (const event of sorted) state = foldEvent(spec, state, event);
	const last = sorted.at(-1);
	return { state, version: sorted.length, lastKey: last ? orderKey(last) : "" };
}

export function createLog(db: Writer, identity: LogIdentity, ports: LogPorts, projectors: Map<string, Projector>): Log {
	const aggregates = prepareAggregates(db);
	const insertEvent = db.prepare("INSERT INTO event (id, chain, seq, aggregate, hash, text) VALUES (?, ?, ?, ?, ?, ?)");
	const moveHead = db.prepare("UPDATE chain SET last_seq = ?, last_hash = ? WHERE n = ?");
	const eventKnown = db.prepare("SELECT 1 FROM event WHERE id = ?").pluck();
	const listeners: ((aggs: AggId[]) => void)[] = [];
	let changed = new Set<AggId>();

	const findChain = db.prepare("SELECT n, last_seq, last_hash FROM chain WHERE dev = ? AND epoch = ?");
	const head = readHead();
	let hlc = readHlc();

	function readHead(): { n: number; seq: number; hash: string } {
		let row = findChain.get(identity.dev, identity.epoch) as ChainRow | undefined;
		if (!row) {
			db.prepare("INSERT INTO chain (dev, epoch, last_seq, last_hash) VALUES (?, ?, 0, ?)").run(
				identity.dev,
				identity.epoch,
				hexBytes(zeroHash),
			);
			row = findChain.get(identity.dev, identity.epoch) as ChainRow;
		}
		return { n: row.n, seq: row.last_seq, hash: Buffer.from(row.last_hash).toString("hex") };
	}

	function readHlc(): Hlc {
		const text = db.prepare("SELECT text FROM event ORDER BY pos DESC LIMIT 1").pluck().get() as string | undefined;
		return text ? parseHlc((JSON.parse(text) as WeltEvent).hlc) : { ms: 0, counter: 0 };
	}

	function stamp(actor: string, wanted: NewEvent): string {
		hlc = nextHlc(hlc, ports.now());
		const event: WeltEvent = {
			id: ports.uuid(),
			store: identity.store,
			brand: null,
			dev: identity.dev,
			epoch: identity.epoch,
			seq: head.seq + 1,
			prev: head.hash,
			hlc: hlcText(hlc),
			wall: ports.now(),
			boot: ports.boot,
			mono: Math.floor(ports.mono()),
			actor,
			agg: wanted.agg,
			refs: wanted.refs ?? [],
			type: wanted.type,
			v: wanted.v,
			body: wanted.body as JsonObject,
			blobs: wanted.blobs ?? [],
		};
		if (wanted.base && wanted.base.length > 0) event.base = wanted.base;
		if (wanted.personal) event.pii = ports.seal(wanted.personal.kid, event.id, wanted.personal.value);
		return canonicalText(event);
	}

	/** Folds in place when the event sorts last, else refolds the aggregate. */
	function applyToAggregate(event: WeltEvent, row: AggregateRow): void {
		const spec = folds.get(aggKind(event.agg));
		if (!spec) return;
		const key = orderKey(event);
		const basesKnown = (event.base ?? []).every((id) => eventKnown.get(id) !== undefined);
		let next: { state: object | undefined; version: number; lastKey: string };
		if (key > row.last_key && basesKnown) {
			const before = row.state === null ? undefined : (JSON.parse(row.state) as object);
			next = { state: foldEvent(spec, before, event), version: row.version + 1, lastKey: key };
		} else {
			const texts = aggregates.events.pluck().all(row.n) as string[];
			const events = texts.map((t) => JSON.parse(t) as WeltEvent);
			next = foldSet(event.agg, events, (id) => eventKnown.get(id) !== undefined);
		}
		const json = next.state === undefined ? null : JSON.stringify(next.state);
		aggregates.update.run(next.version, next.lastKey, json, row.n);
		if (next.state !== undefined) projectors.get(spec.kind)?.write(next.state);
	}

	function appendOne(actor: string, wanted: NewEvent): WeltEvent {
		if (!folds.has(aggKind(wanted.agg))) refuse("internal", "log.unknown-kind", { agg: aggKind(wanted.agg) });
		const text = stamp(actor, wanted);
		// What is folded is what stands in the log, to the order of its keys: a refold reads nothing else.
		const event = JSON.parse(text) as WeltEvent;
		let row = aggregates.find.get(wanted.agg) as AggregateRow | undefined;
		if (!row) {
			const made = aggregates.insert.run(wanted.agg);
			row = { n: Number(made.lastInsertRowid), version: 0, last_key: "", state: null };
		}
		const hash = eventHash(sha256, event.prev, text);
		insertEvent.run(event.id, head.n, event.seq, row.n, hexBytes(hash), text);
		moveHead.run(event.seq, hexBytes(hash), head.n);
		head.seq = event.seq;
		head.hash = hash;
		applyToAggregate(event, row);
		ports.stored(event);
		changed.add(wanted.agg);
		return event;
	}

	function transact<T>(work: () => T): T {
		if (db.inTransaction) return work();
		const before = { seq: head.seq, hash: head.hash, hlc };
		changed = new Set();
		const value = withStorageErrors(() => {
			try {
				db.exec("BEGIN IMMEDIATE");
				const result = work();
				db.exec("COMMIT");
				return result;
			} catch (error) {
				if (db.inTransaction) db.exec("ROLLBACK");
				head.seq = before.seq;
				head.hash = before.hash;
				hlc = before.hlc;
				throw error;
			}
		});
		const aggs = [...changed];
		if (aggs.length > 0) for (const listener of listeners) listener(aggs);
		return value;
	}

	return {
		identity,
		transact,
		append: (actor, events) => transact(() => events.map((e) => appendOne(actor, e))),
		state<S extends object>(agg: AggId) {
			const row = aggregates.find.get(agg) as AggregateRow | undefined;
			if (!row || row.state === null) return undefined;
			return { state: JSON.parse(row.state) as S, version: row.version };
		},
		onCommit: (listener) => void listeners.push(listener),
	};
}
