/** Search over jobs and items through the gram index, newest first. Text in, ids out; names of customers are not here. */
import type { Reader } from "../open.ts";

export type Hit = { kind: "job" | "item"; id: string };

export type SearchReader = {
	/** Newest documents that match; `match` is an FTS5 expression from db/search/grams.ts. */
	find(match: string, limit: number): Hit[];
	/** Newest jobs of these customers, only those matching when `match` is given. */
	jobsOf(subjectIds: readonly string[], match: string | undefined, limit: number): string[];
	/** Jobs of the order with that number, in order. */
	jobsByNumber(number: string): string[];
};

export function createSearchReader(db: Reader): SearchReader {
	const find = db.prepare(
		`SELECT d.kind, d.id FROM search_index s JOIN search_document d ON d.n = s.rowid
		WHERE search_index MATCH ? ORDER BY s.rowid DESC LIMIT ?`,
	);
	const jobsOf = db
		.prepare(
			`SELECT j.id FROM jobs j WHERE j.subject_id IN (SELECT value FROM json_each(?))
			ORDER BY j.received_at DESC LIMIT ?`,
		)
		.pluck();
	const matching = db
		.prepare(
			`SELECT j.id FROM jobs j JOIN search_document d ON d.kind = 'job' AND d.id = j.id
			WHERE j.subject_id IN (SELECT value FROM json_each(?))
			AND d.n IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)
			ORDER BY j.received_at DESC LIMIT ?`,
		)
		.pluck();
	const byNumber = db
		.prepare("SELECT j.id FROM orders o JOIN jobs j ON j.order_id = o.id WHERE o.number = ? ORDER BY j.ordinal")
		.pluck();
	return {
		find: (match, limit) => find.all(match, limit) as Hit[],
		jobsOf(subjectIds, match, limit) {
			const ids = JSON.stringify(subjectIds);
			return (match ? matching.all(ids, match, limit) : jobsOf.all(ids, limit)) as string[];
		},
		jobsByNumber: (number) => byNumber.all(number) as string[],
	};
}
