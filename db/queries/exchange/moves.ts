/**
 * Jobs this workshop has in hand, as a condition for the queries of lists people work from; and the ways of jobs between
 * workshops. Read-only.
 */
import type { JobState } from "../../../domain/job/state.ts";
import type { Folded } from "../../log.ts";
import type { Reader } from "../../open.ts";

/** This workshop's id. Read once per statement, not once per row. */
export const thisStore = "(SELECT json_extract(value, '$.store') FROM settings WHERE name = 'identity')";

/** True of a row of `jobs` whose item is in this workshop. */
export const heldHere = (jobs: string) => `${jobs}.holder = ${thisStore}`;

type Row = { version: number; state: string };

const working = "('inspection', 'quote', 'repair', 'qc', 'hand-over')";
const statesOf = (chosen: string) =>
	`SELECT a.version, a.state FROM (${chosen}) c JOIN aggregate a ON a.agg = 'job:' || c.id`;

export type MoveRows = ReturnType<typeof createMoveRows>;

export function createMoveRows(db: Reader) {
	const byCode = db.prepare("SELECT parcel FROM job_moves WHERE code_hash = ? LIMIT 1").pluck();
	const inParcel = db.prepare(
		statesOf(
			"SELECT m.job_id AS id, j.order_id, j.ordinal FROM job_moves m JOIN jobs j ON j.id = m.job_id WHERE m.parcel = ? ORDER BY j.order_id, j.ordinal",
		),
	);
	const underWay = db.prepare(statesOf("SELECT j.id FROM jobs j WHERE j.holder IS NULL ORDER BY j.id LIMIT ?"));
	const away = db.prepare(
		statesOf(
			`SELECT j.id FROM jobs j WHERE j.holder <> @here AND j.stage IN ${working} AND EXISTS (SELECT 1 FROM job_moves m
			WHERE m.job_id = j.id AND m.from_store = @here) ORDER BY j.promised_at LIMIT @limit`,
		),
	);
	const parse = (rows: unknown[]): Folded<JobState>[] =>
		(rows as Row[]).map(({ version, state }) => ({ version, state: JSON.parse(state) as JobState }));
	return {
		/** The parcel whose acceptance code hashes to this. */
		parcelOf: (codeHash: string) => byCode.get(codeHash) as string | undefined,
		/** Jobs that were ever in that parcel. */
		inParcel: (parcel: string) => parse(inParcel.all(parcel)),
		/** Jobs on their way, whichever way. */
		underWay: (limit: number) => parse(underWay.all(limit)),
		/** Open jobs sent from here that another workshop has in hand, the one promised first first. */
		away: (here: string, limit: number) => parse(away.all({ here, limit })),
	};
}
