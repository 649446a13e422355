/**
 * Work that does not go on: the customer calls it off (any time before it is complete), or the job was a mistake.
 * Called by the order service. What was done stays in the history; what was paid is refunded on its own.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Approver } from "../../person/person.ts";
import type { Standard } from "../../standard/schema.ts";
import { customerBearsTest } from "../inspect/answer.ts";
import { checkReason, type GivenReason, needAgreement, needStage } from "../inspect/guard.ts";
import { jobEvents } from "../job.ts";
import { acceptedQuote, type JobState } from "../state.ts";

export type Cancellation = {
	reason: GivenReason;
	/** What the customer pays all the same: the test fee, or more for work begun; 0 = nothing. */
	feeFen: number;
	/** The customer's words. */
	words: string;
};

export type CancelFacts = {
	standard: Standard;
	/** The store's test fee; more needs a manager. */
	testFeeFen: number;
	isManager: boolean;
	approver: Approver | undefined;
};

/** The most that may be charged: what was agreed, once work has begun; the test fee before that. */
export function highestFee(job: JobState, testFeeFen: number): number {
	if (!customerBearsTest(job)) return 0;
	const begun = job.steps.some((s) => s.state !== "todo") || job.parts.length > 0;
	return Math.max(testFeeFen, begun ? (acceptedQuote(job)?.totals.customerFen ?? 0) : 0);
}

/**
 * @throws Refusal `job.going-back-already`, `job.complete-already`, `job.wrong-stage`, `job.note-needed`,
 * `job.fee-too-high`, `job.fee-needs-manager`
 */
export function decideCancel(job: JobState, given: Cancellation, facts: CancelFacts): NewEvent[] {
	needAgreement(job);
	if (job.returning) refuse("rule-broken", "job.going-back-already");
	if (job.stage === "hand-over") refuse("rule-broken", "job.complete-already");
	needStage(job, ["inspection", "quote", "repair", "qc"]);
	checkReason(facts.standard, "cancel-job", given.reason);
	const highest = highestFee(job, facts.testFeeFen);
	if (given.feeFen > highest) refuse("rule-broken", "job.fee-too-high", { highestYuan: (highest / 100).toFixed(2) });
	if (given.feeFen > facts.testFeeFen && !facts.isManager && !facts.approver) {
		refuse("forbidden", "job.fee-needs-manager");
	}
	const agg = `job:${job.id}` as const;
	const running = [...new Set(job.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock))];
	const words = [given.words, given.reason.note ?? ""].filter((t) => t !== "").join("\n");
	const cancelled = jobEvents["job.cancelled"].make(
		agg,
		{
			reason: given.reason.code,
			...(given.feeFen > 0 ? { testFeeFen: given.feeFen } : {}),
			...(facts.approver ? { approver: facts.approver } : {}),
			...(running.length > 0 ? { clocks: { stop: running } } : {}),
		},
		{
			base: decisionBase(job.heads, "stage"),
			...(words ? { personal: { kid: `subject:${job.subject}` as const, value: { words } } } : {}),
		},
	);
	return [...stopWork(job), cancelled];
}

/** Nobody works on after this: running steps stop, so that no time is counted. */
function stopWork(job: JobState): NewEvent[] {
	return job.steps
		.filter((s) => s.state === "running")
		.map((s) => jobEvents["job.step_paused"].make(`job:${job.id}`, { step: s.id, reason: "customer-asked" }));
}

/** Why a job can't be taken as a mere mistake any more, or null: work was begun, or it has left. */
export function workBegun(job: JobState): boolean {
	const early = job.stage === "inspection" || job.stage === "quote" || job.stage === "voided";
	const worked = job.steps.some((s) => s.runs.length > 0) || job.parts.length > 0;
	return !early || worked || job.handovers.length > 0;
}

/** @throws Refusal `order.work-begun` */
export function decideVoidJob(job: JobState, reason: string, approver: Approver): NewEvent[] {
	if (job.stage === "voided") return [];
	if (workBegun(job)) refuse("rule-broken", "order.work-begun");
	const running = [...new Set(job.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock))];
	const body = { reason, approver, ...(running.length > 0 ? { clocks: { stop: running } } : {}) };
	return [jobEvents["job.voided"].make(`job:${job.id}`, body, { base: decisionBase(job.heads, "stage") })];
}
