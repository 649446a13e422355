/**
 * Ends a conflict: two decisions were made on one base (on two workstations), the first in the order stands until a
 * person says which one counts. The fold kept the other's facts out, so choosing it leads back to where it can be
 * done again, unless it changed nothing but the stage. Called by the job service and to show the choices.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent, WeltEvent } from "../../event/event.ts";
import { jobEvents } from "../job.ts";
import type { Stage } from "../stage.ts";
import type { JobState } from "../state.ts";

/** The stage the job goes to when this decision, which did not stand, is chosen. */
export function stageToRedo(event: Pick<WeltEvent, "type" | "body">): Stage {
	switch (event.type) {
		case "job.outcome_decided":
			return "inspection";
		case "job.quoted":
		case "job.quote_answered":
			return "quote";
		case "job.repair_finished":
			return "repair";
		case "job.qc_passed":
		case "job.qc_failed":
			return "qc";
		case "job.voided":
			return "voided";
		default:
			return "hand-over";
	}
}

/** Whether this decision is the one the job's stage follows now. */
export function stands(job: Pick<JobState, "stageAt">, event: Pick<WeltEvent, "wall">): boolean {
	return event.wall === job.stageAt;
}

/** @param kept id of the decision that counts from now on */
export function decideResolve(
	job: JobState,
	decisions: readonly Pick<WeltEvent, "id" | "type" | "body" | "wall">[],
	kept: string,
	reason: string,
): NewEvent[] {
	const heads = decisionBase(job.heads, "stage");
	if (heads.length < 2) refuse("rule-broken", "job.no-conflict");
	const chosen = decisions.find((d) => d.id === kept && heads.includes(d.id));
	if (!chosen) refuse("invalid-input", "job.not-a-decision");
	const stage = stands(job, chosen) ? job.stage : stageToRedo(chosen);
	return [jobEvents["job.stage_resolved"].make(`job:${job.id}`, { stage, reason, kept }, { base: heads })];
}
