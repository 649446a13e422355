/** Steps as the bench, QC and the job page show them: names, runs, time per person, what hinders, what cures. */
import type { JobState, JobStep } from "../../../domain/job/state.ts";
import { standsStill } from "../../../domain/job/work/agreed.ts";
import { hindranceOf, timeByPerson } from "../../../domain/job/work/steps.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type { CuringView, StepView } from "../../../preload/contract/bench.ts";
import type { App } from "../../app.ts";
import { iso, isoOrNull, personView, reasonView } from "./views.ts";

export function stepTitle(step: Pick<JobStep, "title" | "titleEn">): Localized {
	return step.titleEn === undefined ? { zh: step.title } : { zh: step.title, en: step.titleEn };
}

export function operationName(app: App, code: string): Localized {
	return app.standard.index.operations.get(code)?.name ?? { zh: code, en: code };
}

/** When its cure began: it ends so many hours after the step was finished. */
function cureFrom(step: JobStep): number | null {
	return step.cureUntil === null ? null : step.cureUntil - step.cureHours * 3_600_000;
}

function hindranceNow(job: JobState, step: JobStep, now: number): StepView["hindered"] {
	if (step.state === "done" || step.state === "running") return null;
	if (standsStill(job, step)) return { why: "left-out", no: step.no };
	const found = hindranceOf(job, step, now);
	return found ? { why: found.why, no: found.step.no } : null;
}

export function stepView(app: App, job: JobState, step: JobStep): StepView {
	const now = app.ports.clock.now();
	const hindrance = hindranceNow(job, step, now);
	const standard = app.standard.index.operations.get(step.operation)?.steps.find((s) => s.name.zh === step.title);
	const ended = { runs: step.runs.filter((r) => r.to !== null) };
	const people = [...timeByPerson(ended, now)].map(([id, ms]) => ({ person: personView(app, id), ms }));
	return {
		id: step.id,
		no: step.no,
		operation: step.operation,
		operationName: operationName(app, step.operation),
		title: stepTitle(step),
		minutes: step.minutes,
		cureHours: step.cureHours,
		cureFromAt: isoOrNull(cureFrom(step)),
		cureUntilAt: isoOrNull(step.cureUntil),
		state: step.state,
		pausedFor: step.pausedFor === null ? null : reasonView(app, "pause", step.pausedFor),
		pieceId: step.pieceId ?? null,
		round: step.round,
		wantsPhoto: standard?.photo === true,
		runs: step.runs.map(({ from, to, by, early }) => ({
			by: personView(app, by),
			fromAt: iso(from),
			toAt: isoOrNull(to),
			early: early ?? null,
		})),
		spentMs: people.reduce((sum, { ms }) => sum + ms, 0),
		people,
		hindered: hindrance,
	};
}

/** Steps that still cure, the one ready first first. */
export function curingViews(job: JobState, now: number): CuringView[] {
	return job.steps
		.flatMap((s) => (s.cureUntil !== null && s.cureUntil > now ? [{ step: s, until: s.cureUntil }] : []))
		.sort((a, b) => a.until - b.until)
		.map(({ step, until }) => ({
			stepId: step.id,
			title: stepTitle(step),
			fromAt: iso(cureFrom(step) ?? until),
			untilAt: iso(until),
		}));
}
