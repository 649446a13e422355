/** What the inspector sees: what waits, and one job with its points, its pictures before and after, who repaired it. */
import type { FoldedJob, WorkRows } from "../../../db/queries/work.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { missingAfterPhotos } from "../../../domain/job/work/qc.ts";
import { curingStep, repairersOf } from "../../../domain/job/work/steps.ts";
import type { QcJob, QcRow } from "../../../preload/contract/qc.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { benchJob } from "../bench/job-view.ts";
import { curingViews, operationName } from "../bench/steps-view.ts";
import { iso, jobCard, personView, pressing } from "../bench/views.ts";
import { acceptanceOf } from "./qc.ts";

const most = 200;

export function qcQueue(app: App, rows: WorkRows, by: By) {
	const found = rows.atStage("qc", most + 1);
	const list = found.slice(0, most).map((job) => row(app, job, by.person));
	// What still cures cannot be passed yet: it waits at the end.
	list.sort((a, b) => Number(a.curing !== null) - Number(b.curing !== null) || compare(a, b));
	return { rows: list, more: found.length > most, nowAt: iso(app.ports.clock.now()) };
}

function compare(a: QcRow, b: QcRow): number {
	return pressing(a.card) < pressing(b.card) ? -1 : 1;
}

function operationsOf(job: JobState): string[] {
	return [...new Set(job.steps.map((s) => s.operation))];
}

function row(app: App, { state: job, version }: FoldedJob, person: string): QcRow {
	const now = app.ports.clock.now();
	const repairers = repairersOf(job);
	const curing = curingStep(job, now) ? curingViews(job, now).at(-1) : undefined;
	return {
		card: jobCard(app, job, version),
		repairers: repairers.map((id) => personView(app, id)),
		ownWork: repairers.includes(person),
		curing: curing ? { fromAt: curing.fromAt, untilAt: curing.untilAt } : null,
		operations: operationsOf(job).map((code) => operationName(app, code)),
		missingAfter: missingAfterPhotos(job, acceptanceOf(app, job)).length,
		finishedAt: iso(job.stageAt),
	};
}

export function qcJob(app: App, jobId: string, by: By): QcJob {
	const { state: job } = app.states.get("job", jobId);
	const codes = acceptanceOf(app, job);
	const last = job.qc.at(-1);
	const operations = operationsOf(job);
	const repairers = repairersOf(job);
	const own = repairers.includes(by.person);
	const allowed = app.store().state.policies.selfInspection;
	return {
		job: benchJob(app, jobId, by),
		points: codes.map((code) => {
			const point = app.standard.index.acceptance.get(code);
			const plain = { zh: code, en: code };
			return {
				code,
				name: point?.name ?? plain,
				rule: point?.rule ?? plain,
				operations: operations.filter((o) => app.standard.index.operations.get(o)?.acceptance.includes(code)),
				before: last?.points.find((p) => p.point === code)?.passed ?? null,
			};
		}),
		redo: redoable(app, job),
		repairers: repairers.map((id) => personView(app, id)),
		may: !own ? "yes" : allowed ? "own-work" : "own-work-refused",
		missingAfter: missingAfterPhotos(job, codes),
		pairs: pairs(job),
		round: job.reworks,
	};
}

function redoable(app: App, job: JobState): QcJob["redo"] {
	const seen = new Map<string, QcJob["redo"][number]>();
	for (const { operation, pieceId, round } of job.steps) {
		if (round > 0) continue;
		const entry = { operation, name: operationName(app, operation), pieceId: pieceId ?? null };
		seen.set(`${operation} ${pieceId ?? ""}`, entry);
	}
	return [...seen.values()];
}

/** Before and after of each piece, the k-th with the k-th: they were taken in the same order from the same sides. */
function pairs(job: JobState): QcJob["pairs"] {
	const by = (role: string, pieceId: string | null) =>
		job.photos.filter((p) => p.role === role && p.pieceId === pieceId).map((p) => p.sha);
	const places = [...new Set(job.photos.filter((p) => p.role === "before").map((p) => p.pieceId))];
	const same = places.flatMap((pieceId) => {
		const after = by("after", pieceId);
		return by("before", pieceId).flatMap((before, k) => {
			const match = after[k] ?? after.at(-1);
			return match ? [{ pieceId, before, after: match }] : [];
		});
	});
	if (same.length > 0) return same;
	const [before] = job.photos.filter((p) => p.role === "before");
	const after = job.photos.findLast((p) => p.role === "after");
	return before && after ? [{ pieceId: null, before: before.sha, after: after.sha }] : [];
}
