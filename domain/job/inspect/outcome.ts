/**
 * What becomes of the item: repair, or a decision instead of one (exchange, refund, compensation, back unrepaired).
 * Called by the inspection service. Money itself moves at the counter; here only what was agreed is kept.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Approver } from "../../person/person.ts";
import type { ReasonList } from "../../standard/rules.ts";
import type { Standard } from "../../standard/schema.ts";
import type { ClockMoves } from "../events/clocks.ts";
import type { Outcome } from "../events/inspect.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";
import { checkReason, type GivenReason, needAgreement, needStage } from "./guard.ts";

export type WantedOutcome = {
	outcome: Outcome;
	reason?: GivenReason | undefined;
	/** Refund or compensation, fen. */
	amountFen?: number | undefined;
};

export type OutcomeFacts = {
	/** What the customer paid for the item, fen; null when nobody knows. */
	priceFen: number | null;
	/** The exchange or return is the customer's by rule or by term, so no manager has to allow it. */
	owed: boolean;
	isManager: boolean;
	/** Manager, already verified. */
	approver?: Approver | undefined;
	clocks: ClockMoves;
};

/** Where the coded reason of each decision comes from. */
export const outcomeReasons = {
	exchange: "exchange",
	refund: "return",
	compensate: "complaint",
	"return-unrepaired": "cancel-job",
} as const satisfies Record<Exclude<Outcome, "repair">, ReasonList>;

const withAmount: readonly Outcome[] = ["refund", "compensate"];

function checkAmount({ outcome, amountFen }: WantedOutcome, priceFen: number | null): void {
	if (!withAmount.includes(outcome)) {
		if (amountFen !== undefined) refuse("invalid-input", "outcome.amount-not-here");
		return;
	}
	if (amountFen === undefined || amountFen === 0) refuse("invalid-input", "outcome.amount-needed");
	if (outcome === "refund" && priceFen !== null && amountFen > priceFen) {
		refuse("rule-broken", "outcome.amount-above-price", { priceFen });
	}
}

/** True when only a manager may decide this, whoever asks. */
export function needsManager(
	job: JobState,
	wanted: WantedOutcome,
	owed: boolean,
	reasonNeedsManager: boolean,
): boolean {
	if (wanted.outcome === "repair") return false;
	if (reasonNeedsManager || job.stage === "repair" || wanted.outcome === "compensate") return true;
	return !owed && (wanted.outcome === "exchange" || wanted.outcome === "refund");
}

/** Every finding has its call before anything is decided upon them. */
export function needCalls(job: JobState): void {
	const open = job.findings.filter((f) => !job.liability.some((call) => call.finding === f.id));
	if (open.length > 0) refuse("rule-broken", "outcome.liability-missing", { count: open.length });
}

export function decideOutcome(
	job: JobState,
	standard: Standard,
	wanted: WantedOutcome,
	facts: OutcomeFacts,
): NewEvent[] {
	needAgreement(job);
	needStage(job, wanted.outcome === "repair" ? ["inspection"] : ["inspection", "quote", "repair"]);
	if (!job.inspection) refuse("rule-broken", "inspection.not-started");
	needCalls(job);
	checkAmount(wanted, facts.priceFen);
	let manager = false;
	if (wanted.outcome === "repair") {
		if (job.findings.length + job.services.length === 0) refuse("rule-broken", "outcome.nothing-to-repair");
	} else {
		if (!wanted.reason) refuse("rule-broken", "outcome.reason-needed");
		const asked = checkReason(standard, outcomeReasons[wanted.outcome], wanted.reason);
		manager = needsManager(job, wanted, facts.owed, asked.manager);
	}
	if (manager && !facts.isManager && !facts.approver) refuse("forbidden", "outcome.manager-needed");
	const { outcome, amountFen } = wanted;
	const reason = outcome === "repair" ? undefined : wanted.reason;
	return [
		jobEvents["job.outcome_decided"].make(
			`job:${job.id}`,
			{
				outcome,
				...(reason ? { reason: reason.code } : {}),
				...(amountFen === undefined ? {} : { amountFen }),
				...(manager && facts.approver ? { approver: facts.approver } : {}),
				clocks: facts.clocks,
			},
			{
				base: decisionBase(job.heads, "stage"),
				...(reason?.note
					? { personal: { kid: `subject:${job.subject}` as const, value: { words: reason.note } } }
					: {}),
			},
		),
	];
}
