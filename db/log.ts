/**
 * The log: the only way a fact gets into the workstation. Appends events to this device's chain or takes those of
 * others, folds them, writes the projections, in one IMMEDIATE transaction of synchronous code. Called by services and
 * by the sync only.
 */
import { createHash } from "node:crypto";
import { folds } from "../domain/concepts.ts";
import { refuse } from "../domain/errors.ts";
import { canonicalText } from "../domain/event/canonical.ts";
import { eventHash, hexBytes, type Sha256, zeroHash } from "../domain/event/chain.ts";
import type { AggId, JsonObject, NewEvent, PiiEnvelope, WeltEvent } from "../domain/event/event.ts";
import { aggKind } from "../domain/event/event.ts";
import { asFolded, isSound } from "../domain/event/fold.ts";
import { type Hlc, hlcText, maxLeadMs, mergeHlc, nextHlc, parseHlc } from "../domain/event/hlc.ts";
import { orderKey } from "../domain/event/order.ts";
import { type ChainName, createBranches, type LeftEvent } from "./branch.ts";
import { type AggregateRow, createFolding } from "./fold-in.ts";
import type { Writer } from "./open.ts";
import type { Projector } from "./projections/projector.ts";
import { type Arrived, createArrivals, type Received } from "./receive.ts";
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
	/**
	 * Takes events written elsewhere, each chain in its own order; joins a transaction under way, so that a reader's place
	 * moves with them. Never throws for what another PC sent: see `Received`.
	 */
	receive(events: readonly Arrived[]): Received;
	/** The same for events of other stores about orders that moved: of their chains only parts are ever seen. */
	receiveParts(events: readonly Arrived[]): Received;
	/**
	 * The archive holds another event at this place of a chain. One of this PC's own goes on in its next epoch, which
	 * `identity` then names (keep it in the same transaction); another PC's branch leaves the log and is answered, as do the
	 * parts of another store's.
	 */
	giveWay(chain: ChainName, seq: number): LeftEvent[];
	/** Runs `work` in one IMMEDIATE transaction; `append` inside joins it. */
	transact<T>(work: () => T): T;
	/** The fold's result, read through the writing connection. */
	state<S extends object>(agg: AggId): Folded<S> | undefined;
	/** Called after each commit with the aggregates that changed. */
	onCommit(listener: (aggs: AggId[]) => void): void;
	readonly identity: LogIdentity;
};

type ChainRow = { n: number; last_seq: number; last_hash: Buffer };

export function createLog(db: Writer, identity: LogIdentity, ports: LogPorts, projectors: Map<string, Projector>): Log {
	const folding = createFolding(db, projectors);
	const arrivals = createArrivals(db, sha256, identity, folding.open);
	const branches = createBranches(db, sha256, folding.open);
	const insertEvent = db.prepare(
		"INSERT INTO event (id, chain, seq, aggregate, hash, text, sound) VALUES (?, ?, ?, ?, ?, ?, ?)",
	);
	const moveHead = db.prepare("UPDATE chain SET last_seq = ?, last_hash = ? WHERE n = ?");
	const listeners: ((aggs: AggId[]) => void)[] = [];
	let changed = new Set<AggId>();

	const findChain = db.prepare("SELECT n, last_seq, last_hash FROM chain WHERE dev = ? AND epoch = ?");
	let head = readHead();
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

	/** Past the own chain and past every other one, as far as their clocks were not more than a day ahead. */
	function readHlc(): Hlc {
		const newest = db.prepare("SELECT text FROM event WHERE chain = ? ORDER BY seq DESC");
		// A misshapen event has none.
		const hlcOf = (text: unknown) => parseHlc(String((JSON.parse(text as string) as WeltEvent).hlc));
		const [own] = newest.pluck().iterate(head.n);
		let past: Hlc = own === undefined ? { ms: 0, counter: 0 } : hlcOf(own);
		const others = db.prepare("SELECT n FROM chain WHERE n <> ?").pluck().all(head.n) as number[];
		for (const n of others) {
			for (const text of newest.pluck().iterate(n)) {
				const seen = hlcOf(text);
				if (!(seen.ms <= ports.now() + maxLeadMs && seen.counter >= 0)) continue;
				past = mergeHlc(past, seen, ports.now());
				break;
			}
		}
		return past;
	}

	function stamp(actor: string, wanted: NewEvent, row: AggregateRow): string {
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
		const base = [...new Set([...(wanted.base ?? []), ...folding.overtaking(row, orderKey(event))])];
		if (base.length > 0) event.base = base;
		if (wanted.personal) event.pii = ports.seal(wanted.personal.kid, event.id, wanted.personal.value);
		return canonicalText(event);
	}

	function appendOne(actor: string, wanted: NewEvent): WeltEvent {
		if (!folds.has(aggKind(wanted.agg))) refuse("internal", "log.unknown-kind", { agg: aggKind(wanted.agg) });
		const row = folding.open(wanted.agg);
		const text = stamp(actor, wanted, row);
		// What is folded is what stands in the log, to the order of its keys: a refold reads nothing else.
		const event = JSON.parse(text) as WeltEvent;
		const hash = eventHash(sha256, event.prev, text);
		const spec = folds.get(aggKind(event.agg));
		const sound = isSound(spec, event);
		insertEvent.run(event.id, head.n, event.seq, row.n, hexBytes(hash), text, sound ? 1 : 0);
		moveHead.run(event.seq, hexBytes(hash), head.n);
		head.seq = event.seq;
		head.hash = hash;
		folding.fold(row, [asFolded(spec, event, sound)], true);
		ports.stored(event);
		changed.add(wanted.agg);
		return event;
	}

	/** Stores first, then folds each aggregate once: its new events, or all when something it waited for has come. */
	function receive(arrived: readonly Arrived[], parts = false): Received {
		const { taken, known, refused, reached, asideSince } = arrivals.take(arrived, parts);
		const fresh = new Map<AggId, { row: AggregateRow; events: WeltEvent[] | undefined }>();
		for (const { event, agg, row, sound } of taken) {
			if (!event) continue;
			const before = fresh.get(agg)?.events ?? [];
			fresh.set(agg, { row, events: [...before, asFolded(folds.get(aggKind(agg)), event, sound)] });
			hlc = mergeHlc(hlc, parseHlc(event.hlc), ports.now());
			ports.stored(event);
		}
		const left = [...taken.flatMap(({ left: agg }) => agg ?? []), ...asideSince.flatMap(branches.setOut)];
		for (const agg of left) fresh.set(agg, { row: folding.open(agg), events: undefined });
		const ids = taken.flatMap(({ event }) => (event ? [event.id] : []));
		for (const row of folding.waitersOf(ids)) fresh.set(row.agg, { row, events: undefined });
		for (const [agg, { row, events }] of fresh) {
			folding.fold(row, events);
			changed.add(agg);
		}
		return { stored: taken.length, unread: taken.length - ids.length, known, refused, reached };
	}

	function giveWay(chain: ChainName, seq: number): LeftEvent[] {
		const own = chain.dev === identity.dev;
		const carried = own ? branches.carryOver(chain, seq) : branches.takeOut(chain, seq);
		if ("epoch" in carried) {
			identity.epoch = carried.epoch;
			head = readHead();
		}
		for (const agg of new Set(carried.touched)) {
			folding.fold(folding.open(agg), undefined);
			changed.add(agg);
		}
		return "left" in carried ? carried.left : [];
	}

	function transact<T>(work: () => T): T {
		if (db.inTransaction) return work();
		const before = { head: { ...head }, hlc, epoch: identity.epoch };
		changed = new Set();
		const value = withStorageErrors(() => {
			try {
				db.exec("BEGIN IMMEDIATE");
				const result = work();
				for (const projector of projectors.values()) projector.settle?.();
				db.exec("COMMIT");
				return result;
			} catch (error) {
				if (db.inTransaction) db.exec("ROLLBACK");
				head = before.head;
				identity.epoch = before.epoch;
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
		receive: (arrived) => transact(() => receive(arrived)),
		receiveParts: (arrived) => transact(() => receive(arrived, true)),
		giveWay: (chain, seq) => transact(() => giveWay(chain, seq)),
		state<S extends object>(agg: AggId) {
			const row = folding.find(agg);
			if (!row || row.state === null) return undefined;
			return { state: JSON.parse(row.state) as S, version: row.version };
		},
		onCommit: (listener) => void listeners.push(listener),
	};
}
