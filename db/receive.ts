/**
 * The door for events written elsewhere: another PC of the workshop, this one before it was restored, the archive. Each
 * chain is taken gapless and hash by hash; what is here already is passed over, what contradicts it is refused. Of other
 * stores' chains only parts are ever seen: there each place counts by itself. Called by the log inside its transaction;
 * folds nothing.
 */
import { z } from "zod";
import { folds } from "../domain/concepts.ts";
import { isCanonical } from "../domain/event/canonical.ts";
import { eventHash, hexBytes, type Sha256, zeroHash } from "../domain/event/chain.ts";
import { type AggId, aggKind, eventSchema, sha256Hex, uuid, type WeltEvent } from "../domain/event/event.ts";
import { isSound } from "../domain/event/fold.ts";
import { orderKey } from "../domain/event/order.ts";
import type { Writer } from "./open.ts";

/**
 * One event as it travels: its canonical text, and its hash where the sender says it. `aside`: the archive set it aside;
 * it keeps its place in its chain and is never folded.
 */
export type Arrived = { text: string; hash?: string; aside?: boolean };

/**
 * `shape` not an event with a place in a chain, or none of another store where parts of those come in · `hash` not the
 * hash the sender says · `gap` events before it are missing · `fork` another event stands at its place, or another one
 * before it · `own` ours, and newer than what we wrote
 */
export type ArrivalFault = "shape" | "hash" | "gap" | "fork" | "own";

export type RefusedArrival = {
	/** Position in what was handed in. */
	at: number;
	fault: ArrivalFault;
	chain?: ChainPlace;
	/** The next number of that chain that would be taken; none for a chain that comes in parts. */
	expect?: number;
};

export type Received = {
	/** Newly in the log. */
	stored: number;
	/** Of those, kept in their place but never folded: no event this or any version could read. */
	unread: number;
	/** Here before. */
	known: number;
	/** The first fault of each chain; nothing behind it was taken. */
	refused: RefusedArrival[];
	/** How far what came reaches in each chain that is here now. */
	reached: ChainPlace[];
};
export type ChainPlace = { dev: string; epoch: number; seq: number };

/** Enough of an event to keep its place in the chain. */
const place = z.looseObject({
	dev: uuid,
	epoch: z.number().int().positive(),
	seq: z.number().int().positive(),
	prev: sha256Hex,
});
type Place = z.infer<typeof place>;
type Head = { n: number; seq: number; hash: string; partial: 0 | 1 };

/**
 * An event now in the log, with its aggregate and that one's row; undefined `event`: its place is kept, its content doesn't
 * count.
 * `sound`: its body is what its type promises. `left`: an aggregate that lost an event to this one.
 */
export type Taken<Row> = { event: WeltEvent | undefined; agg: AggId; row: Row; sound: boolean; left?: AggId };

type Read = { raw: Place; event: WeltEvent | undefined };

function readText(text: string): Read | undefined {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (eventSchema.safeParse(json).success && isCanonical(json, text)) {
		const event = json as WeltEvent;
		return { raw: event, event };
	}
	const placed = place.safeParse(json);
	return placed.success ? { raw: placed.data, event: undefined } : undefined;
}

/**
 * @param own the chain this PC writes: nobody else may add to it
 * @param open answers the row of an aggregate, making it when it is new; asked once for each in a call of `take`
 */
export function createArrivals<Row extends { n: number }>(
	db: Writer,
	sha256: Sha256,
	own: { store: string; dev: string; epoch: number },
	open: (agg: AggId) => Row,
) {
	const findChain = db.prepare(
		"SELECT n, last_seq AS seq, lower(hex(last_hash)) AS hash, partial FROM chain WHERE dev = ? AND epoch = ?",
	);
	const makeChain = db.prepare("INSERT INTO chain (dev, epoch, last_seq, last_hash, partial) VALUES (?, ?, 0, ?, ?)");
	const moveHead = db.prepare("UPDATE chain SET last_seq = ?, last_hash = ? WHERE n = ?");
	const hashAt = db.prepare("SELECT lower(hex(hash)) FROM event WHERE chain = ? AND seq = ?").pluck();
	const twinOf = db.prepare("SELECT pos, text FROM event WHERE id = ?");
	const setAside = db.prepare("UPDATE event SET id = lower(hex(hash)), aggregate = ? WHERE pos = ?");
	const insert = db.prepare(
		"INSERT INTO event (id, chain, seq, aggregate, hash, text, sound) VALUES (?, ?, ?, ?, ?, ?, ?)",
	);

	function headOf({ dev, epoch }: Place): Head | undefined {
		return findChain.get(dev, epoch) as Head | undefined;
	}

	function startChain({ dev, epoch }: Place, partial: 0 | 1): Head {
		const made = makeChain.run(dev, epoch, hexBytes(zeroHash), partial);
		return { n: Number(made.lastInsertRowid), seq: 0, hash: zeroHash, partial };
	}

	/** "known", a fault, or undefined: it is the next one of its chain. */
	function judge(raw: Place, head: Head | undefined, hash: string): ArrivalFault | "known" | undefined {
		if (head?.partial) return "gap";
		const last = head?.seq ?? 0;
		if (head && raw.seq <= last) return hashAt.get(head.n, raw.seq) === hash ? "known" : "fork";
		if (raw.dev === own.dev && raw.epoch === own.epoch) return "own";
		if (raw.seq > last + 1) return "gap";
		return raw.prev === (head?.hash ?? zeroHash) ? undefined : "fork";
	}

	/** The same for one of another store: nothing is asked of its neighbours, which stay there. */
	function judgePart(event: WeltEvent | undefined, head: Head | undefined, hash: string) {
		if (!event || event.store === own.store || head?.partial === 0) return "shape";
		const there = head && hashAt.get(head.n, event.seq);
		if (there === undefined) return undefined;
		return there === hash ? "known" : "fork";
	}

	/**
	 * A restored PC writes what it had not sent yet once more, in its new chain and under the same ids. Of such twins the
	 * one that sorts first counts, whichever came first; the other keeps its place under its hash.
	 */
	function keep(
		{ raw, event, text }: Read & { text: string },
		head: Head,
		hash: string,
		rowOf: (agg: AggId) => Row,
	): Taken<Row> {
		const twin = event && (twinOf.get(event.id) as { pos: number; text: string } | undefined);
		const before = twin && (JSON.parse(twin.text) as WeltEvent);
		const counts = event !== undefined && (!before || orderKey(event) < orderKey(before));
		const unread = `unread:${raw.dev}`;
		if (counts && twin) setAside.run(rowOf(unread).n, twin.pos);
		const agg = counts ? event.agg : unread;
		const row = rowOf(agg);
		const sound = counts && isSound(folds.get(aggKind(agg)), event);
		insert.run(counts ? event.id : hash, head.n, raw.seq, row.n, hexBytes(hash), text, sound ? 1 : 0);
		if (raw.seq > head.seq) Object.assign(head, { seq: raw.seq, hash });
		const taken: Taken<Row> = { event: counts ? event : undefined, agg, row, sound };
		if (counts && before) taken.left = before.agg;
		return taken;
	}

	return {
		/** Stores what can be stored, in the order given. `parts`: of other stores' chains. */
		take(
			arrived: readonly Arrived[],
			parts = false,
		): Pick<Received, "known" | "refused" | "reached"> & { taken: Taken<Row>[]; asideSince: ChainPlace[] } {
			const taken: Taken<Row>[] = [];
			const reached = new Map<string, ChainPlace>();
			const refused: RefusedArrival[] = [];
			/** Here already and counted, perhaps, when the archive set it aside. What this PC wrote itself goes on counting here. */
			const asideSince: ChainPlace[] = [];
			const stopped = new Set<string>();
			let known = 0;
			const heads = new Map<string, Head>();
			const rows = new Map<AggId, Row>();
			const rowOf = (agg: AggId): Row => {
				const row = rows.get(agg) ?? open(agg);
				rows.set(agg, row);
				return row;
			};
			arrived.forEach(({ text, hash: said, aside = false }, at) => {
				const read = readText(text);
				if (!read) {
					refused.push({ at, fault: "shape" });
					return;
				}
				const { raw, event } = read;
				const { dev, epoch, seq } = raw;
				const chain = `${dev}/${epoch}`;
				if (stopped.has(chain)) return;
				const head = heads.get(chain) ?? headOf(raw);
				const hash = eventHash(sha256, raw.prev, text);
				const judged = () => (parts ? judgePart(event, head, hash) : judge(raw, head, hash));
				const verdict = said !== undefined && said !== hash ? "hash" : judged();
				if (verdict && verdict !== "known") {
					if (!parts) stopped.add(chain);
					const expect = parts ? {} : { expect: (head?.seq ?? 0) + 1 };
					refused.push({ at, fault: verdict, chain: { dev, epoch, seq }, ...expect });
					return;
				}
				reached.set(chain, { dev, epoch, seq });
				if (verdict === "known") {
					known += 1;
					if (aside && dev !== own.dev) asideSince.push({ dev, epoch, seq });
					return;
				}
				const moved = head ?? startChain(raw, parts ? 1 : 0);
				heads.set(chain, moved);
				taken.push(keep({ raw, event: aside ? undefined : event, text }, moved, hash, rowOf));
			});
			for (const { n, seq, hash } of heads.values()) moveHead.run(seq, hexBytes(hash), n);
			return { taken, known, refused, reached: [...reached.values()], asideSince };
		},
	};
}
