/**
 * Quality control: pass or fail with reason. Who repaired does not inspect, unless the shop allows it, and then it is
 * flagged. A failure plans the work again. Called by main/services/qc.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { ClockMoves } from "../events/clocks.ts";
import type { StepPlan } from "../events/quote.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";
import type { At } from "./bench.ts";
import { curingStep, repairersOf } from "./steps.ts";

export type PointCheck = { point: string; passed: boolean };

/** The acceptance point that demands complete before and after pictures. */
const picturePoint = "A13";
/** Clocks that end when QC passes: the repair's and the ceiling of a warranty repair. */
const endedByPass = ["F", "J"];

function requireQc(job: JobState): void {
	if (job.stage === "repair") refuse("rule-broken", "qc.not-finished");
	if (job.stage !== "qc") refuse("rule-broken", "qc.not-at-qc");
}

/** What the inspector answers for: every point once, none besides. */
function requirePoints(wanted: readonly string[], points: readonly PointCheck[]): void {
	const given = new Set(points.map((p) => p.point));
	const missing = wanted.filter((code) => !given.has(code));
	if (missing.length > 0) refuse("invalid-input", "qc.points-missing", { points: missing });
	if (given.size !== points.length || points.some((p) => !wanted.includes(p.point))) {
		refuse("invalid-input", "qc.points-unknown");
	}
}

/**
 * Pieces of which a picture before the work exists and none after it (since the last failure); `null` stands for the
 * item as a whole. Empty when the pictures are complete or nothing demands them.
 */
export function missingAfterPhotos(job: JobState, points: readonly string[]): (string | null)[] {
	if (!points.includes(picturePoint)) return [];
	const since = Math.max(job.qc.findLast((q) => !q.passed)?.at ?? -1, job.kept.at(-1)?.at ?? -1);
	const after = job.photos.filter((p) => p.role === "after" && p.at > since);
	const named = new Set(job.photos.filter((p) => p.role === "before" && p.pieceId).map((p) => p.pieceId));
	const here = [...named].filter((id) => job.pieces.some((p) => p.id === id && p.gone === null));
	if (here.length === 0) return after.length > 0 ? [] : [null];
	const whole = after.filter((p) => p.pieceId === null).length;
	const missing = here.filter((id) => !after.some((p) => p.pieceId === id));
	// Pictures without a piece count for one piece each: a clerk in a hurry need not name them.
	return missing.slice(whole);
}

export type Inspector = At & {
	/** Policy of the shop. */
	selfInspection: boolean;
};

export function decidePass(
	job: JobState,
	wanted: readonly string[],
	points: readonly PointCheck[],
	inspector: Inspector,
): NewEvent[] {
	requireQc(job);
	const ownWork = repairersOf(job).includes(inspector.by);
	if (ownWork && !inspector.selfInspection) refuse("forbidden", "qc.own-work");
	requirePoints(wanted, points);
	const failed = points.filter((p) => !p.passed).map((p) => p.point);
	if (failed.length > 0) refuse("rule-broken", "qc.point-failed", { points: failed });
	const curing = curingStep(job, inspector.now);
	if (curing) {
		const minutes = Math.ceil(((curing.cureUntil ?? inspector.now) - inspector.now) / 60_000);
		refuse("rule-broken", "qc.still-curing", { minutes });
	}
	const missing = missingAfterPhotos(job, wanted);
	if (missing.length > 0) refuse("rule-broken", "qc.after-photos-missing", { missing: missing.length });
	const stop = endedByPass.filter((code) => job.clocks.some((c) => c.clock === code && c.stoppedAt === null));
	const clocks: { clocks?: ClockMoves } = stop.length > 0 ? { clocks: { stop } } : {};
	const base = decisionBase(job.heads, "stage");
	return [jobEvents["job.qc_passed"].make(`job:${job.id}`, { points: [...points], ownWork, ...clocks }, { base })];
}

export type Failure = {
	points: readonly PointCheck[];
	reason: string;
	words: string;
	/** Operations to do again; on one piece only when named. */
	redo: readonly { operation: string; pieceId?: string | undefined }[];
};

/** Back to the bench. Sending back one's own work is always allowed. */
export function decideFail(
	job: JobState,
	wanted: readonly string[],
	failure: Failure,
	inspector: At,
	newId: () => string,
): NewEvent[] {
	requireQc(job);
	requirePoints(wanted, failure.points);
	if (failure.points.every((p) => p.passed)) refuse("invalid-input", "qc.no-failed-point");
	const rework = planRework(job, failure.redo, newId);
	const ownWork = repairersOf(job).includes(inspector.by);
	const { reason, words, points } = failure;
	return [
		jobEvents["job.qc_failed"].make(
			`job:${job.id}`,
			{ points: [...points], reason, ownWork, rework },
			{
				base: decisionBase(job.heads, "stage"),
				...(words === "" ? {} : { personal: { kid: `subject:${job.subject}` as const, value: { words } } }),
			},
		),
	];
}

/** The steps of the operations again, as they were agreed, under new ids and numbers. */
export function planRework(job: JobState, redo: Failure["redo"], newId: () => string): StepPlan[] {
	if (redo.length === 0) refuse("invalid-input", "qc.nothing-to-redo");
	let no = Math.max(0, ...job.steps.map((s) => s.no));
	const agreed = job.steps.filter((s) => s.round === 0);
	const taken = new Set<string>();
	return redo.flatMap(({ operation, pieceId }) => {
		if (pieceId !== undefined && !job.pieces.some((p) => p.id === pieceId)) {
			refuse("invalid-input", "bench.no-such-piece");
		}
		const steps = agreed.filter((s) => s.operation === operation && (!pieceId || !s.pieceId || s.pieceId === pieceId));
		if (steps.length === 0) refuse("invalid-input", "qc.operation-not-in-job", { operation });
		return steps.flatMap((s) => {
			const { operation, title, minutes, cureHours } = s;
			const piece = s.pieceId ?? pieceId;
			if (taken.has(`${s.id} ${piece}`)) return [];
			taken.add(`${s.id} ${piece}`);
			no += 1;
			const plan: StepPlan = { id: newId(), operation, no, title, minutes, cureHours };
			if (s.titleEn !== undefined) plan.titleEn = s.titleEn;
			if (piece !== undefined) plan.pieceId = piece;
			return [plan];
		});
	});
}
