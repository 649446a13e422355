/** What a scanned order number or piece label stands for: the jobs it names. Used by bench and shelves. */
import type { WorkRows } from "../../../db/queries/work.ts";
import { findPieceLabel } from "../../../domain/code/order-number.ts";
import { refuse } from "../../../domain/errors.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { App } from "../../app.ts";

export type Labelled = { job: JobState; version: number; pieceId: string | null };

/** `label`: 14 or 16 digits. @throws Refusal `not-found`, `bench.unknown-label` */
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
	return jobs.length > 0 ? jobs : refuse("not-found", "bench.unknown-label");
}

export function byLabel(app: App, rows: WorkRows, label: string) {
	const jobs = jobsOfLabel(app, rows, label);
	return { jobs: jobs.map(({ job, pieceId }) => ({ jobId: job.id, stage: job.stage, pieceId })) };
}
