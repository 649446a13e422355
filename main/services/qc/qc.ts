/** Quality control's commands: the rules decide, the log keeps it. Called by main/handlers/qc.ts. */

import type { JobState } from "../../../domain/job/state.ts";
import { decideFail, decidePass, type Inspector } from "../../../domain/job/work/qc.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { qcCalls } from "../../../preload/contract/qc.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { act, checkedReason, jobAt } from "../bench/bench.ts";

type Input<K extends keyof typeof qcCalls> = ParsedOf<(typeof qcCalls)[K]>;

/** The points agreed with the quote; for work agreed without them, those of its operations as the standard has them. */
export function acceptanceOf(app: App, job: JobState): string[] {
	if (job.acceptance.length > 0) return job.acceptance;
	const operations = new Set(job.steps.map((s) => s.operation));
	const codes = [...operations].flatMap((code) => app.standard.index.operations.get(code)?.acceptance ?? []);
	return [...new Set(codes)];
}

function inspector(app: App, by: By): Inspector {
	const { selfInspection } = app.store().state.policies;
	return { by: by.person, now: app.ports.clock.now(), selfInspection };
}

export function pass(app: App, by: By, input: Input<"qc.pass">) {
	const job = jobAt(app, input);
	return act(app, by, job.id, decidePass(job, acceptanceOf(app, job), input.points, inspector(app, by)));
}

export function fail(app: App, by: By, input: Input<"qc.fail">) {
	const job = jobAt(app, input);
	const { points, words, redo } = input;
	const reason = checkedReason(app, "qc-fail", input.reason, words);
	const failure = { points, reason, words, redo };
	return act(app, by, job.id, decideFail(job, acceptanceOf(app, job), failure, inspector(app, by), app.ports.ids.uuid));
}
