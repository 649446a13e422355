/** What of the exchange with the archive a person is shown: the queue by kind, what waits, what two people decided apart. */
import type { Reader } from "../../open.ts";

export type QueueRow = { kind: string; count: number };
export type WaitingRow = { agg: string; missing: number };
export type SetAsideRow = { hash: string; reason: string | null; text: string };

export type StatusRows = ReturnType<typeof createStatusRows>;

/** Lists are for people: more than this is a matter for support. */
const most = 100;

export function createStatusRows(db: Reader) {
	const queue = db.prepare(
		`SELECT substr(a.agg, 1, instr(a.agg, ':') - 1) AS kind, count(*) AS count
		FROM chain c CROSS JOIN event e ON e.chain = c.n AND e.seq > c.acked CROSS JOIN aggregate a ON a.n = e.aggregate
		WHERE NOT c.partial GROUP BY kind ORDER BY count DESC, kind`,
	);
	const waiting = db.prepare(
		`SELECT a.agg, count(*) AS missing FROM waiting w CROSS JOIN aggregate a ON a.n = w.aggregate
		GROUP BY a.agg ORDER BY a.agg LIMIT ${most}`,
	);
	const conflicting = db.prepare(`SELECT id FROM jobs WHERE conflict = 1 ORDER BY received_at LIMIT ${most}`).pluck();
	// Reads the log through, once there is any: an index on every event's hash would cost a page of every commit.
	const setAside = db.prepare(
		`SELECT m.event AS hash, m.reason, e.text FROM event_mark m JOIN event e ON e.hash = unhex(m.event)
		WHERE m.out = 'quarantined' ORDER BY e.pos LIMIT ${most}`,
	);
	const pictures = db.prepare(
		"SELECT state, count(*) AS count FROM blob_transfer WHERE state IN ('up', 'down') GROUP BY state",
	);
	const anyAside = db.prepare("SELECT 1 FROM event_mark WHERE out = 'quarantined' LIMIT 1");
	return {
		/** Events the archive doesn't have yet, by what they are about. */
		queue: () => queue.all() as QueueRow[],
		/** Things with events whose base nobody has sent yet. */
		waiting: () => waiting.all() as WaitingRow[],
		/** Jobs about which two decisions stand on one base. */
		conflicting: () => conflicting.all() as string[],
		/** Pictures on their way: still to be sent, and asked for. */
		pictures(): { up: number; down: number } {
			const counts = pictures.all() as { state: string; count: number }[];
			const of = (state: string) => counts.find((each) => each.state === state)?.count ?? 0;
			return { up: of("up"), down: of("down") };
		},
		/** Our own events the archive keeps but doesn't count. */
		setAside: () => (anyAside.get() ? (setAside.all() as SetAsideRow[]) : []),
	};
}
