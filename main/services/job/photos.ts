/** Pictures of the item: tickets to send them, and the event that owns them. */
import { refuse } from "../../../domain/errors.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { openStages } from "../../../domain/job/stage.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { requirePhoto } from "../../../domain/job/work/parts.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { jobCalls } from "../../../preload/contract/job.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { move } from "./job-reader.ts";

function needOpen(job: JobState): void {
	if (!openStages.includes(job.stage)) refuse("rule-broken", "job.wrong-stage", { stage: job.stage });
}

export function photoTicket(app: App, input: ParsedOf<(typeof jobCalls)["job.photo"]>) {
	const { state: job } = app.states.get("job", input.jobId);
	needOpen(job);
	return { ticket: app.media.ticket(`order:${job.order}`, input.role) };
}

export function addPhotos(app: App, by: By, input: ParsedOf<(typeof jobCalls)["job.addPhotos"]>) {
	const { state: job } = app.states.get("job", input.jobId);
	needOpen(job);
	const { pieceId, findingId: finding, stepId: step } = input;
	if (pieceId && !job.pieces.some((p) => p.id === pieceId)) refuse("invalid-input", "finding.unknown-piece");
	if (finding && !job.findings.some((f) => f.id === finding)) refuse("not-found", "finding.not-found");
	if (step && !job.steps.some((s) => s.id === step)) refuse("invalid-input", "job.unknown-step");
	if (job.photos.length + input.photos.length > 400) refuse("rule-broken", "job.too-many-photos");
	// Sending the same picture twice (a retry after a lost answer) is the same as sending it once.
	const fresh = [...new Set(input.photos)].filter((sha) => !job.photos.some((p) => p.sha === sha));
	if (fresh.length === 0) return move(app, by, job.id, []);
	const blobs = fresh.map((sha) => app.blobs.ref(sha));
	if (blobs.some((blob) => blob.kid !== `order:${job.order}`)) refuse("rule-broken", "job.photo-of-another-order");
	if (input.insteadOf !== undefined) requirePhoto(job, input.insteadOf);
	const instead = input.insteadOf !== undefined && fresh.length === 1 ? { insteadOf: input.insteadOf } : {};
	const about = { ...(pieceId ? { pieceId } : {}), ...(finding ? { finding } : {}), ...(step ? { step } : {}) };
	const shows = { ...about, ...instead };
	return move(app, by, job.id, [jobEvents["job.photographed"].make(`job:${job.id}`, shows, { blobs })]);
}
