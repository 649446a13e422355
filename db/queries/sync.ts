/** Rows of the exchange with archive and siblings: what is still to be sent, how far feeds were read, what is held. */
import { hexBytes } from "../../domain/event/chain.ts";
import type { Writer } from "../open.ts";

export type ChainRow = { dev: string; epoch: number; seq: number; hash: string; acked: number };
export type OutboxLine = { seq: number; text: string; hash: string };
export type CursorRow = { feed: string; pos: number; chk: string; readAt: number; until: number | null };
export type HeadRow = { seq: number; hash: string; sig: string };
export type HeldRow = { hash: string; from: string; reason: string; heldAt: number; text: string };

export type SyncRows = ReturnType<typeof createSyncRows>;

export function createSyncRows(db: Writer) {
	const q = (sql: string) => db.prepare(sql);
	const chains = q(
		"SELECT dev, epoch, last_seq AS seq, lower(hex(last_hash)) AS hash, acked FROM chain WHERE NOT partial ORDER BY n",
	);
	const chainOf = q("SELECT n FROM chain WHERE dev = ? AND epoch = ?").pluck();
	const outbox = q(
		"SELECT seq, text, lower(hex(hash)) AS hash FROM event WHERE chain = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
	);
	const hashAt = q("SELECT lower(hex(hash)) FROM event WHERE chain = ? AND seq = ?").pluck();
	const setAcked = q("UPDATE chain SET acked = ? WHERE dev = ? AND epoch = ?");
	const raiseAcked = q("UPDATE chain SET acked = max(acked, min(?, last_seq)) WHERE dev = ? AND epoch = ?");
	const stations = q(
		`SELECT DISTINCT json_extract(e.text, '$.body.number') FROM aggregate a CROSS JOIN event e ON e.aggregate = a.n
		WHERE a.agg >= 'station:' AND a.agg < 'station;' AND json_extract(e.text, '$.type') = 'station.opened'`,
	).pluck();
	const waiting = q("SELECT coalesce(sum(max(0, last_seq - acked)), 0) FROM chain WHERE NOT partial").pluck();
	const oldest = q(
		`SELECT min(json_extract(e.text, '$.wall')) FROM chain c CROSS JOIN event e ON e.chain = c.n AND e.seq = c.acked + 1
		WHERE NOT c.partial`,
	).pluck();
	const putHead = q("INSERT OR IGNORE INTO signed_head (chain, seq, hash, sig) VALUES (?, ?, ?, ?)");
	const heads = q(
		"SELECT seq, lower(hex(hash)) AS hash, sig FROM signed_head WHERE chain = ? AND seq > ? ORDER BY seq",
	);
	const cursor = q("SELECT feed, pos, chk, read_at AS readAt, until FROM feed_cursor WHERE feed = ?");
	const cursors = q("SELECT feed, pos, chk, read_at AS readAt, until FROM feed_cursor ORDER BY feed");
	const putCursor = q(
		`INSERT INTO feed_cursor (feed, pos, chk, read_at, until) VALUES (@feed, @pos, @chk, @readAt, @until)
		ON CONFLICT (feed) DO UPDATE SET pos = excluded.pos, chk = excluded.chk, read_at = excluded.read_at, until = excluded.until`,
	);
	const dropCursor = q("DELETE FROM feed_cursor WHERE feed = ?");
	const mark = q(
		"INSERT INTO event_mark (event, out, reason, ats) VALUES (?, ?, ?, ?) ON CONFLICT (event) DO UPDATE SET out = excluded.out, reason = excluded.reason, ats = excluded.ats",
	);
	const hold = q(
		'INSERT OR IGNORE INTO held_event (hash, "from", reason, held_at, text) VALUES (@hash, @from, @reason, @heldAt, @text)',
	);
	const isHeld = q("SELECT 1 FROM held_event WHERE hash = ?").pluck();
	const release = q("DELETE FROM held_event WHERE hash = ?");
	const held = q('SELECT hash, "from", reason, held_at AS heldAt, text FROM held_event ORDER BY held_at, hash');
	const number = (dev: string, epoch: number) => chainOf.get(dev, epoch) as number | undefined;
	return {
		/** Those of this store. */
		chains: () => chains.all() as ChainRow[],
		/** Events of a chain in (after, upTo], at most `limit`. */
		outbox: (dev: string, epoch: number, after: number, upTo: number, limit: number) =>
			outbox.all(number(dev, epoch) ?? 0, after, upTo, limit) as OutboxLine[],
		/** Hash of one event of a chain; undefined when it isn't here. */
		hashAt: (dev: string, epoch: number, seq: number) => hashAt.get(number(dev, epoch) ?? 0, seq) as string | undefined,
		setAcked: (dev: string, epoch: number, seq: number) => void setAcked.run(seq, dev, epoch),
		/** The archive has it at least up to there. */
		raiseAcked: (dev: string, epoch: number, seq: number) => void raiseAcked.run(seq, dev, epoch),
		/** Every number a PC of this store ever had in its order numbers. */
		stationNumbers: () => stations.all() as number[],
		/** Events the archive doesn't have yet. */
		countWaiting: () => waiting.get() as number,
		/** Wall clock of the oldest of them, ms UTC. */
		oldestWaiting: () => (oldest.get() as number | null) ?? undefined,
		/** Keeps a writer's signature over a chain that is here. */
		putHead(dev: string, epoch: number, { seq, hash, sig }: HeadRow): void {
			const chain = number(dev, epoch);
			if (chain !== undefined) putHead.run(chain, seq, hexBytes(hash), sig);
		},
		/** Signatures over a chain behind `after`, in order. */
		listHeads: (dev: string, epoch: number, after: number) => heads.all(number(dev, epoch) ?? 0, after) as HeadRow[],
		findCursor: (feed: string) => cursor.get(feed) as CursorRow | undefined,
		listCursors: () => cursors.all() as CursorRow[],
		putCursor: (row: CursorRow) => void putCursor.run(row),
		dropCursor: (feed: string) => void dropCursor.run(feed),
		mark: (event: string, out: string, reason: string | null, ats: number | null) =>
			void mark.run(event, out, reason, ats),
		hold: (row: HeldRow) => void hold.run(row),
		isHeld: (hash: string) => isHeld.get(hash) !== undefined,
		/** It could be taken after all. */
		release: (hash: string) => void release.run(hash),
		listHeld: () => held.all() as HeldRow[],
	};
}
