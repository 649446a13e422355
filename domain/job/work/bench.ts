/**
 * What may happen at the bench: commands on a job's steps, as events or a refusal in the trade's words. Only approved
 * work can be touched (agreed.ts). Called by main/services/bench; reads no clock (`At` carries the time) and looks nothing up.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { ClockMoves } from "../events/clocks.ts";
import { jobEvents } from "../job.ts";
import type { JobState, JobStep } from "../state.ts";
import { mayWork, openWork, standsStill } from "./agreed.ts";
import { hindranceOf, stepAfter, workerOf } from "./steps.ts";

/** Who acts and when, ms UTC. */
export type At = { by: string; now: number };

/** Pause reasons that also stop the repair clock, and the part clock to start when a part is waited for. */
export type PauseRules = {
	stopsClock: readonly string[];
	waiting: (reason: string) => NonNullable<ClockMoves["start"]>;
};

/** The repair clock and the clock of a part asked for. */
const repairClock = "F";
const partClock = "G";
/** Why a step stands still when its technician began another one: not in the standard's list, nobody picks it. */
export const otherWork = "other-work";

/** @throws Refusal `rule-broken` unless agreed work is to be done */
export function requireWork(job: JobState): void {
	if (mayWork(job)) return;
	if (job.stage === "inspection" || job.stage === "quote") refuse("rule-broken", "bench.not-approved");
	refuse("rule-broken", job.stage === "qc" ? "bench.at-qc" : "bench.not-in-repair");
}

/** @throws Refusal `rule-broken`, `bench.step-left-out` when the quote that waits for an answer leaves the step out */
function requireAgreed(job: JobState, step: JobStep): void {
	if (standsStill(job, step)) refuse("rule-broken", "bench.step-left-out", { no: step.no });
}

/** @throws Refusal `not-found`, `bench.no-such-step` */
export function getStep(job: JobState, id: string): JobStep {
	return job.steps.find((s) => s.id === id) ?? refuse("not-found", "bench.no-such-step");
}

function clockOf(job: JobState, code: string) {
	return job.clocks.find((c) => c.clock === code && c.stoppedAt === null);
}

/** Whether the repair clock stands still now. */
export function clockPaused(job: JobState): boolean {
	return clockOf(job, repairClock)?.pauses.some((p) => p.to === null) ?? false;
}

function resumeMoves(job: JobState): ClockMoves {
	return { resume: [repairClock], ...(clockOf(job, partClock) ? { stop: [partClock] } : {}) };
}

/** Work goes on: a paused repair clock runs again. */
function workGoesOn(job: JobState): NewEvent[] {
	if (!clockPaused(job)) return [];
	return [jobEvents["job.clock_moved"].make(`job:${job.id}`, { clocks: resumeMoves(job), reason: "work-goes-on" })];
}

/** Pauses the repair clock for a permitted reason, when nobody works on the job any more. */
function workStops(job: JobState, reason: string, rules: PauseRules): NewEvent[] {
	if (!rules.stopsClock.includes(reason) || !clockOf(job, repairClock) || clockPaused(job)) return [];
	const start = clockOf(job, partClock) ? [] : rules.waiting(reason);
	const clocks: ClockMoves = { pause: [{ clock: repairClock, why: reason }], ...(start.length > 0 ? { start } : {}) };
	return [jobEvents["job.clock_moved"].make(`job:${job.id}`, { clocks, reason })];
}

export function decideAssign(job: JobState, person: string | null): NewEvent[] {
	requireWork(job);
	return job.assignee === person ? [] : [jobEvents["job.assigned"].make(`job:${job.id}`, { person })];
}

/** A person's own running steps stop when they begin something else. */
export function decideLeave(job: JobState, by: string): NewEvent[] {
	return job.steps
		.filter((s) => s.state === "running" && workerOf(s) === by)
		.map((s) => jobEvents["job.step_paused"].make(`job:${job.id}`, { step: s.id, reason: otherWork }));
}

/** `early`: the reason a step begins although the one before still cures. */
export function decideStart(job: JobState, input: { step: string; early?: string | undefined }, at: At): NewEvent[] {
	requireWork(job);
	const step = getStep(job, input.step);
	if (step.state === "done") refuse("rule-broken", "bench.step-done");
	if (step.state === "running" && workerOf(step) === at.by) refuse("rule-broken", "bench.step-running");
	requireAgreed(job, step);
	const hindered = hindranceOf(job, step, at.now);
	if (hindered?.why === "earlier-step-open") {
		refuse("rule-broken", "bench.earlier-step-open", { no: hindered.step.no });
	}
	const early = hindered ? input.early : undefined;
	if (hindered && early === undefined) {
		const minutes = Math.ceil(((hindered.step.cureUntil ?? at.now) - at.now) / 60_000);
		refuse("rule-broken", "bench.still-curing", { no: hindered.step.no, minutes });
	}
	const body = early === undefined ? { step: step.id } : { step: step.id, early };
	return [...decideLeave(job, at.by), jobEvents["job.step_started"].make(`job:${job.id}`, body), ...workGoesOn(job)];
}

export function decidePause(job: JobState, input: { step: string; reason: string }, rules: PauseRules): NewEvent[] {
	requireWork(job);
	const step = getStep(job, input.step);
	if (step.state !== "running") refuse("rule-broken", "bench.step-not-running");
	const others = job.steps.some((s) => s.state === "running" && s.id !== step.id);
	return [
		jobEvents["job.step_paused"].make(`job:${job.id}`, input),
		...(others ? [] : workStops(job, input.reason, rules)),
	];
}

function repairFinished(job: JobState): NewEvent {
	const clocks = clockPaused(job) ? { clocks: resumeMoves(job) } : {};
	return jobEvents["job.repair_finished"].make(`job:${job.id}`, clocks, { base: decisionBase(job.heads, "stage") });
}

/** The repair's end; while a newer quote waits for its answer, only the end of what may be done, and the customer's turn. */
function lastStepDone(job: JobState): NewEvent[] {
	if (job.stage === "repair") return [repairFinished(job)];
	if (!clockOf(job, repairClock) || clockPaused(job)) return [];
	const clocks: ClockMoves = { pause: [{ clock: repairClock, why: "customer-asked" }] };
	return [jobEvents["job.clock_moved"].make(`job:${job.id}`, { clocks, reason: "customer-asked" })];
}

/** The last step's end is the repair's end. `next` begins the following step in the same act. */
export function decideFinish(job: JobState, input: { step: string; next: boolean }, at: At): NewEvent[] {
	requireWork(job);
	const step = getStep(job, input.step);
	if (step.state === "done") refuse("rule-broken", "bench.step-done");
	if (step.state === "todo") refuse("rule-broken", "bench.step-not-started");
	requireAgreed(job, step);
	const cure = step.cureHours > 0 ? { cureUntil: at.now + step.cureHours * 3_600_000 } : {};
	const events: NewEvent[] = [jobEvents["job.step_finished"].make(`job:${job.id}`, { step: step.id, ...cure })];
	if (openWork(job).every((s) => s.id === step.id)) return [...events, ...lastStepDone(job)];
	const agreed = { steps: job.steps.filter((s) => !standsStill(job, s)) };
	const after = input.next && step.cureHours === 0 ? stepAfter(agreed, step, at.now) : undefined;
	if (!after) return events;
	const others = decideLeave({ ...job, steps: job.steps.filter((s) => s.id !== step.id && s.id !== after.id) }, at.by);
	const started = jobEvents["job.step_started"].make(`job:${job.id}`, { step: after.id });
	return [...others, ...events, started, ...workGoesOn(job)];
}

/** For work without steps, or whose last open steps a new quote took away. */
export function decideFinishRepair(job: JobState): NewEvent[] {
	requireWork(job);
	if (job.stage === "quote") refuse("rule-broken", "bench.quote-waits");
	const open = job.steps.filter((s) => s.state !== "done").length;
	if (open > 0) refuse("rule-broken", "bench.steps-open", { open });
	return [repairFinished(job)];
}

/** Takes back a finish; also from QC, as long as nobody has inspected it. */
export function decideReopen(job: JobState, input: { step: string; reason: string }): NewEvent[] {
	if (job.stage !== "qc") requireWork(job);
	const step = getStep(job, input.step);
	if (step.state !== "done") refuse("rule-broken", "bench.step-not-done");
	const reopened = jobEvents["job.step_reopened"].make(`job:${job.id}`, input);
	if (job.stage !== "qc") return [reopened];
	const base = decisionBase(job.heads, "stage");
	return [jobEvents["job.repair_resumed"].make(`job:${job.id}`, { reason: input.reason }, { base }), reopened];
}

export type Trouble = { reason: string; step?: string | undefined; words: string; stop: boolean };

/** Something is wrong. `stop`: the step named stops with it. Words are the customer's matter and sealed. */
export function decideTrouble(job: JobState, trouble: Trouble): NewEvent[] {
	requireWork(job);
	const step = trouble.step === undefined ? undefined : getStep(job, trouble.step);
	const { reason, words } = trouble;
	const events: NewEvent[] = [
		jobEvents["job.troubled"].make(
			`job:${job.id}`,
			step ? { reason, step: step.id } : { reason },
			words === "" ? {} : { personal: { kid: `subject:${job.subject}`, value: { words } } },
		),
	];
	if (trouble.stop && step?.state === "running") {
		events.push(jobEvents["job.step_paused"].make(`job:${job.id}`, { step: step.id, reason: "trouble" }));
	}
	return events;
}

/** The repair clock stands still for a permitted reason; whoever works stops with it. */
export function decideClockPause(job: JobState, reason: string, rules: PauseRules): NewEvent[] {
	requireWork(job);
	if (!clockOf(job, repairClock)) refuse("rule-broken", "bench.clock-not-running");
	if (clockPaused(job)) refuse("rule-broken", "bench.clock-paused");
	if (!rules.stopsClock.includes(reason)) refuse("rule-broken", "bench.pause-not-permitted");
	const stopped = job.steps
		.filter((s) => s.state === "running")
		.map((s) => jobEvents["job.step_paused"].make(`job:${job.id}`, { step: s.id, reason }));
	return [...stopped, ...workStops(job, reason, rules)];
}

export function decideClockResume(job: JobState): NewEvent[] {
	requireWork(job);
	if (!clockPaused(job)) refuse("rule-broken", "bench.clock-not-paused");
	return workGoesOn(job);
}
