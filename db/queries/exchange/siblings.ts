/** What a PC shows and hands its siblings: how far each chain is vouched for, and pieces of it that end at a signature. */
import type { Writer } from "../../open.ts";

export type Reach = { dev: string; epoch: number; seq: number; hash: string };
/** `aside` 1: the archive set it aside; it counts nowhere. */
export type PieceLine = { seq: number; text: string; hash: string; aside: number };
/** `pos`: its place in this PC's log. */
export type PartLine = { pos: number; text: string; hash: string };
export type SignedPiece = { lines: PieceLine[]; sig: string };
export type PinHandover = { person: string; salt: Buffer; verifier: Buffer };
export type BadgeHandover = { person: string; hash: Buffer; madeAt: number };

export type SiblingRows = ReturnType<typeof createSiblingRows>;

export function createSiblingRows(db: Writer) {
	const q = (sql: string) => db.prepare(sql);
	const chainOf = q("SELECT n FROM chain WHERE dev = ? AND epoch = ?").pluck();
	const vouched = q(
		`SELECT c.dev, c.epoch, h.seq, lower(hex(h.hash)) AS hash FROM chain c JOIN signed_head h ON h.chain = c.n
		WHERE h.seq = (SELECT max(seq) FROM signed_head WHERE chain = c.n) ORDER BY c.n`,
	);
	const ends = q(
		"SELECT dev, epoch, last_seq AS seq, lower(hex(last_hash)) AS hash FROM chain WHERE NOT partial ORDER BY n",
	);
	const heads = q("SELECT seq, sig FROM signed_head WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ?");
	const lines = q(
		`SELECT e.seq, e.text, lower(hex(e.hash)) AS hash, m.out IS NOT NULL AS aside FROM event e
		LEFT JOIN event_mark m ON m.event = lower(hex(e.hash)) AND m.out <> 'accepted'
		WHERE e.chain = ? AND e.seq > ? AND e.seq <= ? ORDER BY e.seq`,
	);
	const room = q("SELECT sum(length(CAST(text AS BLOB))) FROM event WHERE chain = ? AND seq > ? AND seq <= ?").pluck();
	const behind = q(
		`SELECT coalesce(sum(max(0, c.last_seq - coalesce((SELECT json_extract(v.value, '$[2]') FROM json_each(?) v
		WHERE json_extract(v.value, '$[0]') = c.dev AND json_extract(v.value, '$[1]') = c.epoch), 0))), 0) FROM chain c WHERE NOT c.partial`,
	).pluck();
	const lastPlace = q("SELECT seq FROM sqlite_sequence WHERE name = 'event'").pluck();
	const newestPart = q("SELECT max(e.pos) FROM chain c CROSS JOIN event e ON e.chain = c.n WHERE c.partial").pluck();
	const newestPartBehind = q(
		"SELECT max(e.pos) FROM event e CROSS JOIN chain c ON c.n = e.chain WHERE e.pos > ? AND c.partial",
	).pluck();
	const partsBehind = q(
		"SELECT e.pos FROM chain c CROSS JOIN event e ON e.chain = c.n WHERE c.partial AND e.pos > ? ORDER BY e.pos LIMIT ?",
	).pluck();
	const partAt = q("SELECT pos, text, lower(hex(hash)) AS hash FROM event WHERE pos = ?");
	/** Up to where the log was looked through for parts, and the newest of them: most commits bring none. */
	let looked: { at: number; newest: number } | undefined;
	const pins = q("SELECT person_id AS person, salt, verifier FROM pins");
	const badges = q("SELECT person_id AS person, hash, made_at AS madeAt FROM badges");
	const putPin = q(
		"INSERT OR IGNORE INTO pins (person_id, salt, verifier, misses, locked_until) VALUES (?, ?, ?, 0, 0)",
	);
	const putBadge = q("INSERT OR IGNORE INTO badges (hash, person_id, made_at) VALUES (?, ?, ?)");
	return {
		/** Up to where each chain can be handed on. */
		vouched: () => vouched.all() as Reach[],
		/** Up to where each chain of this store is here. */
		ends: () => ends.all() as Reach[],
		/** Events behind `after` up to the furthest signature that fits `maxEvents` and `maxBytes`; at least one stretch. */
		piece(dev: string, epoch: number, after: number, maxEvents: number, maxBytes: number): SignedPiece | undefined {
			const chain = (chainOf.get(dev, epoch) as number | undefined) ?? 0;
			let best: { seq: number; sig: string } | undefined;
			for (const head of heads.all(chain, after, maxEvents) as { seq: number; sig: string }[]) {
				const fits = head.seq - after <= maxEvents && (room.get(chain, after, head.seq) as number) <= maxBytes;
				if (best && !fits) break;
				best = head;
				if (!fits) break;
			}
			return best && { lines: lines.all(chain, after, best.seq) as PieceLine[], sig: best.sig };
		},
		/** The last place of this PC's log with a part of another store's chain; 0 where there is none. */
		newestPart(): number {
			const at = (lastPlace.get() as number | undefined) ?? 0;
			const found = looked && looked.at <= at ? newestPartBehind.get(looked.at) : newestPart.get();
			looked = { at, newest: (found as number | null) ?? looked?.newest ?? 0 };
			return looked.newest;
		},
		/** Parts behind a place, in the order they were stored; at least one where there is any. */
		parts(after: number, maxEvents: number, maxBytes: number): PartLine[] {
			const lines: PartLine[] = [];
			let bytes = 0;
			for (const pos of partsBehind.all(after, maxEvents) as number[]) {
				const line = partAt.get(pos) as PartLine;
				bytes += Buffer.byteLength(line.text);
				if (lines.length > 0 && bytes > maxBytes) break;
				lines.push(line);
			}
			return lines;
		},
		/** Events here that somebody who has this (`[dev, epoch, seq]` each) lacks. */
		countLacking: (has: readonly (readonly [string, number, number, ...unknown[]])[]) =>
			behind.get(JSON.stringify(has)) as number,
		/** For a PC that joins: its people sign in as they do here. */
		credentials: () => ({ pins: pins.all() as PinHandover[], badges: badges.all() as BadgeHandover[] }),
		/** Those known here stay as they are. */
		takeCredentials(given: { pins: readonly PinHandover[]; badges: readonly BadgeHandover[] }): void {
			for (const { person, salt, verifier } of given.pins) putPin.run(person, salt, verifier);
			for (const { person, hash, madeAt } of given.badges) putBadge.run(hash, person, madeAt);
		},
	};
}
