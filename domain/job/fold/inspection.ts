/** The part of a job's fold that comes before the bench: pictures, findings, liability, outcome, quote, answer. */
import type { JobEvent } from "../job.ts";
import type { JobPhoto, JobState, JobStep, QuoteVersion } from "../state.ts";

/** `stands`: false when another decision on the same base came first; then the quote and outcome stay as they were. */
export function foldInspection(state: JobState, event: JobEvent, stands: boolean): JobState {
	const at = event.wall;
	const by = event.actor;
	switch (event.type) {
		case "job.photographed": {
			const { pieceId = null, finding = null, step = null, mark = null, insteadOf } = event.body;
			const shows = { at, by, pieceId, finding, step, mark };
			const shots = event.blobs.map(({ sha, kid, role }) => ({ sha, kid, role, ...shows }));
			return { ...state, photos: standIn(state, shots, insteadOf) };
		}
		case "job.inspection_started":
			return state.inspection ? state : { ...state, inspection: { startedAt: at, by } };
		case "job.finding_added": {
			const noteIn = event.pii ? event.id : null;
			const inspection = state.inspection ?? { startedAt: at, by };
			return { ...state, inspection, findings: [...state.findings, { ...event.body.finding, at, by, noteIn }] };
		}
		case "job.finding_changed": {
			const { now } = event.body;
			const noteIn = event.pii ? event.id : undefined;
			return {
				...state,
				findings: state.findings.map((f) =>
					f.id === now.id ? { ...now, at: f.at, by: f.by, noteIn: noteIn ?? f.noteIn } : f,
				),
			};
		}
		case "job.finding_removed": {
			const id = event.body.finding;
			return {
				...state,
				findings: state.findings.filter((f) => f.id !== id),
				liability: state.liability.filter((l) => l.finding !== id),
			};
		}
		case "job.liability_decided": {
			const { standard: _, approver: __, second, reason = null, stopUseTold = false, ...verdict } = event.body;
			const seen = { second: second?.person ?? null, reason, stopUseTold };
			const call = { ...verdict, ...seen, at, by, event: event.id };
			const { finding } = verdict;
			return { ...state, liability: [...state.liability.filter((l) => l.finding !== finding), call] };
		}
		case "job.outcome_decided": {
			if (!stands) return state;
			const { outcome, reason = null, amountFen = null } = event.body;
			const approver = event.body.approver?.person ?? null;
			const decided = { outcome, reason, amountFen, approver, at, by, event: event.id };
			return { ...state, outcome: decided, returning: outcome !== "repair" };
		}
		case "job.quoted":
			return stands ? { ...state, quotes: [...state.quotes, quoteVersion(event)] } : state;
		case "job.quote_answered":
			return stands ? answered(state, event) : state;
		default:
			return state;
	}
}

/**
 * A picture that stands in for another takes its place, time and meaning. Pins are set on the very picture they were
 * set on: a pinned one stays, and the new one comes after it.
 */
function standIn({ photos, findings }: JobState, shots: JobPhoto[], insteadOf: string | undefined): JobPhoto[] {
	const at = photos.findIndex(({ sha }) => sha === insteadOf);
	const old = photos[at];
	const [shot] = shots;
	if (!old || !shot || shots.length !== 1) return [...photos, ...shots];
	const made = { ...old, sha: shot.sha, kid: shot.kid, originals: [...(old.originals ?? []), old.sha] };
	const pinned = findings.some((finding) => finding.pins?.some(({ blob }) => blob === old.sha));
	return pinned ? [...photos.slice(0, at + 1), made, ...photos.slice(at + 1)] : photos.with(at, made);
}

function quoteVersion(event: JobEvent & { type: "job.quoted" }): QuoteVersion {
	const { clocks: _, reason = null, ...body } = event.body;
	return { ...body, reason, event: event.id, at: event.wall, by: event.actor, answer: null };
}

function answered(state: JobState, event: JobEvent & { type: "job.quote_answered" }): JobState {
	const { version, answer, means, channel = null, reason = null, testFeeFen = 0 } = event.body;
	const given = { answer, means, channel, reason, at: event.wall, by: event.actor, event: event.id, testFeeFen };
	const quotes = state.quotes.map((q) => (q.version === version ? { ...q, answer: given } : q));
	if (answer === "declined" && event.body.asAgreed) return { ...state, quotes };
	if (answer === "declined") return { ...state, quotes, returning: true, testFeeFen };
	if (answer !== "accepted") return { ...state, quotes };
	const { plan = [], acceptance = [], workWarranty = [], returnOldParts = false } = event.body;
	return {
		...state,
		quotes,
		returning: false,
		testFeeFen: 0,
		steps: replan(state.steps, plan, event.wall),
		acceptance,
		workWarranty,
		returnOldParts,
	};
}

/**
 * A new version keeps what is already done under the same step id and takes the rest from the new plan. Rework of what
 * stays agreed stays to be done. A step begun that is not agreed any more ends: its time counts, nobody has to finish it.
 */
function replan(steps: JobStep[], plan: readonly PlanStep[], at: number): JobStep[] {
	const before = new Map(steps.map((s) => [s.id, s]));
	const operations = new Set(plan.map((p) => p.operation));
	const others = steps.filter((s) => !plan.some((p) => p.id === s.id));
	const kept = others.flatMap((s): JobStep[] => {
		if (s.state === "done" || (s.round > 0 && operations.has(s.operation))) return [s];
		if (s.state === "todo") return [];
		return [{ ...s, state: "done", runs: endRuns(s, at), pausedFor: null }];
	});
	const first = kept.filter((s) => s.round === 0);
	const again = kept.filter((s) => s.round > 0);
	return [...first, ...plan.map((p) => before.get(p.id) ?? freshStep(p, 0)), ...again];
}

/** Whoever works on the step stops. */
export function endRuns(step: Pick<JobStep, "runs">, at: number): JobStep["runs"] {
	return step.runs.map((run) => (run.to === null ? { ...run, to: at } : run));
}

type PlanStep = Parameters<typeof freshStep>[0];

export function freshStep(
	plan: Omit<JobStep, "state" | "runs" | "pausedFor" | "cureUntil" | "round">,
	round: number,
): JobStep {
	return { ...plan, state: "todo", runs: [], pausedFor: null, cureUntil: null, round };
}
