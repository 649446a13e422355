/**
 * What every decision about a job asks first: is it open, is it in a stage where this act makes sense, is nobody's
 * decision in dispute. Called by the decide functions of this folder; never reads a clock or a store.
 */
import { refuse } from "../../errors.ts";
import { getReason } from "../../standard/lookup.ts";
import type { ReasonList } from "../../standard/rules.ts";
import type { Standard } from "../../standard/schema.ts";
import type { Stage } from "../stage.ts";
import type { JobState } from "../state.ts";

/** Refuses `job.wrong-stage` (details: stage) unless the job is in one of `stages`. */
export function needStage(job: Pick<JobState, "stage">, stages: readonly Stage[]): void {
	if (!stages.includes(job.stage)) refuse("rule-broken", "job.wrong-stage", { stage: job.stage });
}

/** Refuses `job.in-conflict` while two decisions on one base wait for a person to choose. */
export function needAgreement(job: Pick<JobState, "heads">): void {
	if ((job.heads.stage ?? []).length > 1) refuse("conflict", "job.in-conflict");
}

/** A coded reason with its note, as a person chose it. */
export type GivenReason = { code: string; note?: string | undefined };

/**
 * Checks a coded reason against its list: known, and with a note where the list asks for one.
 * Answers whether a manager must stand behind it. Refuses `standard.unknown-reason`, `job.note-needed`.
 */
export function checkReason(standard: Standard, list: ReasonList, given: GivenReason): { manager: boolean } {
	const reason = getReason(standard, list, given.code);
	if (reason.note && !given.note) refuse("invalid-input", "job.note-needed", { reason: given.code });
	return { manager: reason.manager ?? false };
}
