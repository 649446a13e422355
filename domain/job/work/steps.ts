/**
 * How the steps of a job stand to each other: which wait for which, which still cure, who worked how long, what comes
 * next. Read by the bench's decisions, services and screens. Changes nothing and asks for no time itself.
 */
import type { JobState, JobStep } from "../state.ts";

/** Why a step may begin although the one before it still cures; screens hold the words. */
export const earlyStarts = ["tested-dry", "quick-material", "forced-drying", "no-contact"] as const;
export type EarlyStart = (typeof earlyStarts)[number];

type Steps = Pick<JobState, "steps">;

/** Steps that belong together: one operation on one piece in one round, in their order. */
export function chainOf(job: Steps, step: JobStep): JobStep[] {
	return job.steps
		.filter((s) => s.operation === step.operation && s.pieceId === step.pieceId && s.round === step.round)
		.sort((a, b) => a.no - b.no);
}

/** The steps of its operation that come before it. */
function before(job: Steps, step: JobStep): JobStep[] {
	return chainOf(job, step).filter((s) => s.no < step.no);
}

export type Hindrance = { why: "earlier-step-open" | "still-curing"; step: JobStep };

/** What keeps a step from being started at `now`: an earlier step of its operation that is open, or still cures. */
export function hindranceOf(job: Steps, step: JobStep, now: number): Hindrance | undefined {
	const earlier = before(job, step);
	const open = earlier.find((s) => s.state !== "done");
	if (open) return { why: "earlier-step-open", step: open };
	const curing = longestCure(earlier, now);
	return curing && { why: "still-curing", step: curing };
}

function longestCure(steps: readonly JobStep[], now: number): JobStep | undefined {
	let longest: JobStep | undefined;
	for (const s of steps) {
		if (s.cureUntil !== null && s.cureUntil > now && s.cureUntil > (longest?.cureUntil ?? 0)) longest = s;
	}
	return longest;
}

/** The finished step that needs longest to cure, if any still does. */
export function curingStep(job: Steps, now: number): JobStep | undefined {
	return longestCure(job.steps, now);
}

/** Who works on the step right now. */
export function workerOf(step: Pick<JobStep, "runs">): string | undefined {
	return step.runs.find((r) => r.to === null)?.by;
}

/**
 * The step to show largest: the one `person` works on, then one anybody works on, a paused one, the first that can be
 * started, the first open one. Undefined when all are done.
 * @param open the steps that may be done (agreed.ts)
 */
export function currentStep(
	job: Steps,
	person: string,
	now: number,
	open: readonly JobStep[] = job.steps.filter((s) => s.state !== "done"),
): JobStep | undefined {
	return (
		open.find((s) => workerOf(s) === person) ??
		open.find((s) => s.state === "running") ??
		open.find((s) => s.state === "paused") ??
		open.find((s) => hindranceOf(job, s, now) === undefined) ??
		open[0]
	);
}

/** The first step after `step` that could be started once `step` is done. */
export function stepAfter(job: Steps, step: JobStep, now: number): JobStep | undefined {
	const open = job.steps.filter((s) => s.state === "todo" && s.id !== step.id);
	const done = { steps: job.steps.map((s) => (s.id === step.id ? { ...s, state: "done" as const } : s)) };
	const ready = open.filter((s) => hindranceOf(done, s, now) === undefined);
	return ready.find((s) => s.no > step.no) ?? ready[0];
}

/** Hands-on time of a step per person until `now`, ms. */
export function timeByPerson(step: Pick<JobStep, "runs">, now: number): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { from, to, by } of step.runs) {
		sums.set(by, (sums.get(by) ?? 0) + Math.max(0, (to ?? now) - from));
	}
	return sums;
}

/** Everybody who worked on any step of the job. */
export function repairersOf(job: Steps): string[] {
	return [...new Set(job.steps.flatMap((s) => s.runs.map((r) => r.by)))];
}

/** The newest trouble nobody has worked on since. */
export function openTrouble(job: Pick<JobState, "steps" | "troubles">): JobState["troubles"][number] | undefined {
	const last = job.troubles.at(-1);
	const worked = job.steps.some((s) => s.runs.some((r) => r.from > (last?.at ?? 0)));
	return worked ? undefined : last;
}
