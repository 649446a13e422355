/**
 * Not right at pick-up: the customer looks at the work and something stays for another round. It goes back to the bench,
 * through quality control and is handed over again. Called by the hand-over service.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Standard } from "../../standard/schema.ts";
import type { ClockStart } from "../clock-moves.ts";
import type { ClockMoves } from "../events/clocks.ts";
import type { StepPlan } from "../events/quote.ts";
import { checkReason, type GivenReason, needAgreement, needStage } from "../inspect/guard.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";
import { planRework } from "../work/qc.ts";

export type Keeping = {
	/** Of the list `qc-fail`: what the customer finds wrong. The note holds their words. */
	reason: GivenReason;
	/** The hand-over it was part of, when other pieces left in it. */
	handover?: string | undefined;
};

export type KeepFacts = {
	standard: Standard;
	/** A new repair clock for these operations. */
	repairClock(operations: readonly string[]): ClockStart[];
	newId: () => string;
};

/** Every agreed operation again, on what is still here; on the item as a whole when all of it is. */
function stepsAgain(job: JobState, pieces: readonly string[], newId: () => string): StepPlan[] {
	const agreed = job.steps.filter((step) => step.round === 0);
	if (agreed.length === 0) return [];
	const whole = pieces.length === job.pieces.length;
	const redo = [...new Set(agreed.map((step) => step.operation))].flatMap((operation) => {
		if (whole) return [{ operation }];
		const named = agreed.filter((step) => step.operation === operation);
		const here = pieces.filter((id) => named.some((step) => step.pieceId === undefined || step.pieceId === id));
		return here.map((pieceId) => ({ operation, pieceId }));
	});
	// What stays may be a piece nothing was done on: then the bench says what is to be done.
	return redo.length === 0 ? [] : planRework(job, redo, newId);
}

/**
 * The repair has a new promise from now. The law's ceiling for a warranty repair was never met: it runs on to the day it
 * was to end all along.
 */
function clocksAgain(job: JobState, repair: ClockStart[]): ClockMoves {
	const runs = (code: string) => job.clocks.some((c) => c.clock === code && c.stoppedAt === null);
	const ceiling = job.clocks.findLast((c) => c.clock === "J");
	const start = [
		...(runs("F") ? [] : repair),
		...(ceiling && !runs("J") ? [{ clock: "J", dueAt: ceiling.dueAt, warnAt: ceiling.warnAt }] : []),
	];
	return start.length > 0 ? { start } : {};
}

/**
 * Everything of the job that is still here stays.
 * @throws Refusal `job.wrong-stage`, `job.in-conflict`, `handover.nothing-to-redo` (it goes back unrepaired),
 * `standard.unknown-reason`, `job.note-needed`
 */
export function decideKeep(job: JobState, { reason, handover }: Keeping, facts: KeepFacts): NewEvent {
	needStage(job, ["hand-over"]);
	needAgreement(job);
	const pieces = job.pieces.filter((piece) => piece.gone === null).map((piece) => piece.id);
	if (job.returning || pieces.length === 0) refuse("rule-broken", "handover.nothing-to-redo");
	checkReason(facts.standard, "qc-fail", reason);
	const rework = stepsAgain(job, pieces, facts.newId);
	const operations = [...new Set(job.steps.map((step) => step.operation))];
	return jobEvents["job.kept_for_rework"].make(
		`job:${job.id}`,
		{
			pieces,
			reason: reason.code,
			rework,
			...(handover ? { handover } : {}),
			clocks: clocksAgain(job, facts.repairClock(operations)),
		},
		{
			base: decisionBase(job.heads, "stage"),
			refs: [`order:${job.order}`],
			...(reason.note ? { personal: { kid: `subject:${job.subject}` as const, value: { words: reason.note } } } : {}),
		},
	);
}
