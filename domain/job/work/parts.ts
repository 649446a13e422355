/**
 * Parts and pictures at the bench: what was used, what went back, what was photographed. Facts about a job in repair
 * (pictures also at QC). Called by main/services/bench.
 */
import { refuse } from "../../errors.ts";
import type { BlobRef, NewEvent } from "../../event/event.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";
import { getStep, requireWork } from "./bench.ts";

export type PartUse = {
	id: string;
	part: string;
	/** Thousandths of the part's unit. */
	milli: number;
	operation?: string | undefined;
	lot?: string | undefined;
};

export function decideUsePart(job: JobState, use: PartUse): NewEvent[] {
	requireWork(job);
	const { id, part, milli, operation, lot } = use;
	if (operation !== undefined && !job.steps.some((s) => s.operation === operation)) {
		refuse("invalid-input", "bench.operation-not-in-job", { operation });
	}
	const more = { ...(operation ? { operation } : {}), ...(lot ? { lot } : {}) };
	return [jobEvents["job.part_used"].make(`job:${job.id}`, { id, part, milli, ...more })];
}

export function decideReturnPart(job: JobState, use: string, reason: string): NewEvent[] {
	if (job.stage !== "qc") requireWork(job);
	if (!job.parts.some((p) => p.id === use)) refuse("not-found", "bench.part-not-used");
	return [jobEvents["job.part_returned"].make(`job:${job.id}`, { use, reason })];
}

/** Refuses not-found `job.no-such-photo` for a picture the job does not show. */
export function requirePhoto(job: JobState, sha: string): void {
	if (!job.photos.some((photo) => photo.sha === sha)) refuse("not-found", "job.no-such-photo");
}

export type Shot = {
	step?: string | undefined;
	pieceId?: string | undefined;
	/** The picture it stands in for. */
	insteadOf?: string | undefined;
	picture: BlobRef;
};

export function decidePhoto(job: JobState, { step, pieceId, insteadOf, picture }: Shot): NewEvent[] {
	if (job.stage !== "qc") requireWork(job);
	if (step !== undefined) getStep(job, step);
	if (pieceId !== undefined && !job.pieces.some((p) => p.id === pieceId)) {
		refuse("invalid-input", "bench.no-such-piece");
	}
	// A picture of another order would be sealed under a key this order's erasure does not touch.
	if (picture.kid !== `order:${job.order}` || !["step", "after"].includes(picture.role)) {
		refuse("invalid-input", "bench.photo-not-for-this");
	}
	if (insteadOf !== undefined) requirePhoto(job, insteadOf);
	const about = { ...(step ? { step } : {}), ...(pieceId ? { pieceId } : {}), ...(insteadOf ? { insteadOf } : {}) };
	return [jobEvents["job.photographed"].make(`job:${job.id}`, about, { blobs: [picture] })];
}
