/** What a scanned order number or piece label stands for: the jobs it names. Used by putting away. */
import type { WorkRows } from "../../../db/queries/work.ts";
import { findPieceLabel } from "../../../domain/code/order-number.ts";
import { refuse } from "../../../domain/errors.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { App } from "../../app.ts";

export type Labelled = { job: JobState; version: number; pieceId: string | null };

/**
 * `label`: 14 or 16 digits.
 * @throws Refusal `not-found`, `shelf.unknown-label`; `conflict`, `shelf.two-orders` when two orders carry the number
 */
export function jobsOfLabel(app: App, rows: WorkRows, label: string): Labelled[] {
	const piece = findPieceLabel(label);
	const jobs = rows.ofOrder(piece?.orderNumber ?? label).flatMap((id): Labelled[] => {
		const found = app.states.find("job", id);
		if (!found) return [];
		const { state: job, version } = found;
		if (!piece) return [{ job, version, pieceId: null }];
		const named = job.pieces.find((p) => p.no === piece.piece);
		return named ? [{ job, version, pieceId: named.id }] : [];
	});
	// Made apart by two workstations: which one it is, a person must say.
	if (new Set(jobs.map(({ job }) => job.order)).size > 1) refuse("conflict", "shelf.two-orders");
	return jobs.length > 0 ? jobs : refuse("not-found", "shelf.unknown-label");
}
