/**
 * A chain that was written twice from one place on: by a cloned disk, a restored image, or because the archive itself came
 * back from a backup. The archive's branch stands; this takes the other one out of its way. Called by the log inside its
 * transaction; folds nothing.
 */
import { canonicalText } from "../domain/event/canonical.ts";
import { eventHash, hexBytes, type Sha256, zeroHash } from "../domain/event/chain.ts";
import type { AggId, WeltEvent } from "../domain/event/event.ts";
import { orderKey } from "../domain/event/order.ts";
import type { Writer } from "./open.ts";

export type ChainName = { dev: string; epoch: number };
/** An event that left its chain, as it stood there. */
export type LeftEvent = { text: string; hash: string };

type Row = { pos: number; id: string; seq: number; aggregate: number; hash: string; text: string };
type Counted = { pos: number; event: WeltEvent };
type Chain = { n: number; last: number; acked: number };
type Head = { seq: number; hash: string };

export type Branches = ReturnType<typeof createBranches>;

/** @param open answers the number of an aggregate, making it when it is new */
export function createBranches(db: Writer, sha256: Sha256, open: (agg: AggId) => { n: number }) {
	const findChain = db.prepare("SELECT n, last_seq AS last, acked FROM chain WHERE dev = ? AND epoch = ?");
	const highest = db.prepare("SELECT max(epoch) FROM chain WHERE dev = ?").pluck();
	const makeChain = db.prepare("INSERT INTO chain (dev, epoch, last_seq, last_hash) VALUES (?, ?, 0, ?)");
	const moveHead = db.prepare("UPDATE chain SET last_seq = ?, last_hash = ?, acked = min(acked, ?) WHERE n = ?");
	// Of another store's chain only parts are here: the place before may be far back.
	const lastBefore = db.prepare(
		"SELECT seq, lower(hex(hash)) AS hash FROM event WHERE chain = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
	);
	const rowsOf = "SELECT pos, id, seq, aggregate, lower(hex(hash)) AS hash, text FROM event WHERE chain = ?";
	const from = db.prepare(`${rowsOf} AND seq >= ? ORDER BY seq`);
	const at = db.prepare(`${rowsOf} AND seq = ?`);
	// Reads the log through, for what hardly ever happens.
	const naming = db
		.prepare("SELECT DISTINCT a.agg FROM event e JOIN aggregate a ON a.n = e.aggregate WHERE instr(e.text, ?) > 0")
		.pluck();
	const rewrite = db.prepare("UPDATE event SET id = ?, chain = ?, seq = ?, hash = ?, text = ? WHERE pos = ?");
	const remove = db.prepare("DELETE FROM event WHERE pos = ?");
	const dropHeads = db.prepare("DELETE FROM signed_head WHERE chain = ? AND seq >= ?");
	const dropMark = db.prepare("DELETE FROM event_mark WHERE event = ?");
	const setAside = db.prepare("UPDATE event SET id = lower(hex(hash)), aggregate = ? WHERE pos = ?");
	const count = db.prepare("UPDATE event SET id = ?, aggregate = ? WHERE pos = ?");
	// What the archive set aside counts nowhere, twin or not.
	const asides = db.prepare(
		`SELECT pos, text FROM event WHERE aggregate = ? AND id = lower(hex(hash))
		AND id NOT IN (SELECT event FROM event_mark WHERE out <> 'accepted') ORDER BY pos`,
	);
	const nameOf = db.prepare("SELECT agg FROM aggregate WHERE n = ?").pluck();

	/** The chain ends before `seq`; what it held from there on is still in `event`. */
	function cut(chain: Chain, seq: number): Row[] {
		const rows = from.all(chain.n, seq) as Row[];
		const before = (lastBefore.get(chain.n, seq) as Head | undefined) ?? { seq: 0, hash: zeroHash };
		moveHead.run(before.seq, hexBytes(before.hash), before.seq, chain.n);
		dropHeads.run(chain.n, seq);
		for (const { hash } of rows) dropMark.run(hash);
		return rows;
	}

	/**
	 * Of twins the one that sorts first counts: with another place in the order, or none any more, that may be another one.
	 * `changed`: the events that counted, by id; undefined where it has left the log.
	 */
	function weighTwins(dev: string, changed: Map<string, Counted | undefined>): AggId[] {
		const unread = open(`unread:${dev}`).n;
		const touched: AggId[] = [];
		for (const { pos, text } of asides.all(unread) as { pos: number; text: string }[]) {
			const event = JSON.parse(text) as WeltEvent;
			if (!changed.has(event.id)) continue;
			const twin = changed.get(event.id);
			if (twin && orderKey(twin.event) < orderKey(event)) continue;
			if (twin) setAside.run(unread, twin.pos);
			count.run(event.id, open(event.agg).n, pos);
			changed.set(event.id, { pos, event });
			touched.push(event.agg);
		}
		return touched;
	}

	const aggsOf = (rows: readonly Row[]) => [...new Set(rows.map(({ aggregate }) => nameOf.get(aggregate) as AggId))];

	return {
		/**
		 * Opens the device's next epoch and writes there, under the same ids, what it had written from `seq` on.
		 * Answers the new epoch and the aggregates whose events stand elsewhere in the order.
		 */
		carryOver({ dev, epoch }: ChainName, seq: number): { epoch: number; touched: AggId[] } {
			const chain = findChain.get(dev, epoch) as Chain;
			const next = (highest.get(dev) as number) + 1;
			const made = Number(makeChain.run(dev, next, hexBytes(zeroHash)).lastInsertRowid);
			const rows = cut(chain, seq);
			const counted = new Map<string, Counted | undefined>();
			let prev = zeroHash;
			rows.forEach((row, index) => {
				const old = JSON.parse(row.text) as WeltEvent;
				const event: WeltEvent = { ...old, epoch: next, seq: index + 1, prev };
				const text = canonicalText(event);
				const hash = eventHash(sha256, prev, text);
				const counts = row.id === old.id;
				rewrite.run(counts ? old.id : hash, made, event.seq, hexBytes(hash), text, row.pos);
				if (counts) counted.set(old.id, { pos: row.pos, event });
				prev = hash;
			});
			moveHead.run(rows.length, hexBytes(prev), 0, made);
			return { epoch: next, touched: [...aggsOf(rows), ...weighTwins(dev, counted)] };
		},

		/**
		 * An event the archive set aside after it had come here some other way keeps its place and counts no more; it is
		 * marked so already. Answers whose folds it changes: also of those decided on it, which wait now.
		 */
		setOut({ dev, epoch, seq }: ChainName & { seq: number }): AggId[] {
			const chain = findChain.get(dev, epoch) as Chain;
			const row = at.get(chain.n, seq) as Row;
			if (row.id === row.hash) return [];
			setAside.run(open(`unread:${dev}`).n, row.pos);
			const decidedOn = naming.all(row.id) as AggId[];
			return [...aggsOf([row]), ...decidedOn, ...weighTwins(dev, new Map([[row.id, undefined]]))];
		},

		/** Another device's branch leaves the log: its writer brings it again under the same ids, in an epoch of its own. */
		takeOut({ dev, epoch }: ChainName, seq: number): { left: LeftEvent[]; touched: AggId[] } {
			const chain = findChain.get(dev, epoch) as Chain | undefined;
			if (!chain) return { left: [], touched: [] };
			const rows = cut(chain, seq);
			const touched = aggsOf(rows);
			const gone = new Map<string, Counted | undefined>();
			for (const { pos, id, hash } of rows) {
				remove.run(pos);
				if (id !== hash) gone.set(id, undefined);
			}
			const left = rows.map(({ text, hash }) => ({ text, hash }));
			return { left, touched: [...touched, ...weighTwins(dev, gone)] };
		},
	};
}
