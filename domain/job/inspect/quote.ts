/**
 * Issuing a quote: the lines as built and checked become a version the customer answers. Called by the quote service.
 * A later version replaces the one before with a reason; in the repair stage what it adds waits for the customer, what was
 * agreed before goes on.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Quote } from "../../quote/build.ts";
import { checkLine } from "../../quote/check.ts";
import type { QuoteLine } from "../../quote/line.ts";
import type { StandardIndex } from "../../standard/lookup.ts";
import type { ClockMoves } from "../events/clocks.ts";
import { jobEvents } from "../job.ts";
import { currentQuote, type JobState } from "../state.ts";
import { isLeftOut } from "../work/agreed.ts";
import type { ApprovalNeed } from "./choices.ts";
import { needAgreement, needStage } from "./guard.ts";
import type { Judged } from "./judge.ts";
import { needCalls } from "./outcome.ts";

/** Why a version replaces the one before. */
export const requoteReasons = [
	"customer-asked",
	"new-damage",
	"part-or-material",
	"corrected",
	"expired",
	"decision-changed",
] as const;
export type RequoteReason = (typeof requoteReasons)[number];

export type IssueFacts = {
	judged: readonly Judged[];
	needs: readonly ApprovalNeed[];
	/** A manager issues it, or one was verified. */
	approved: boolean;
	/** ms UTC, later than now. */
	validUntil: number;
	reason?: RequoteReason | undefined;
	clocks: ClockMoves;
};

/** Refuses when no quote may be issued now; what a screen shows as "why not yet" comes from the same checks. */
export function needQuotable(job: JobState, judged: readonly Judged[]): void {
	needAgreement(job);
	// A service alone needs no inspection: its quote may go out at once.
	needStage(job, ["inspection", "quote", "repair"]);
	if (job.stage === "inspection" && job.findings.length > 0) refuse("rule-broken", "quote.outcome-first");
	needCalls(job);
	if (judged.some((j) => j.outdated)) refuse("rule-broken", "quote.call-outdated");
}

export function decideQuote(job: JobState, index: StandardIndex, quote: Quote, facts: IssueFacts): NewEvent[] {
	needQuotable(job, facts.judged);
	if (quote.lines.length === 0) refuse("rule-broken", "quote.empty");
	if (facts.needs.length > 0 && !facts.approved) {
		refuse("forbidden", "quote.approval-needed", { codes: facts.needs.map((n) => n.code) });
	}
	const before = currentQuote(job);
	if (before && !facts.reason) refuse("rule-broken", "quote.reason-needed");
	const { standard } = index;
	for (const line of quote.lines) checkLine(line, standard, standard.prices);
	// What the new version leaves out is not worked on while the customer thinks about it.
	const stopped = job.steps
		.filter((step) => step.state === "running" && isLeftOut(quote.lines, step))
		.map((step) => jobEvents["job.step_paused"].make(`job:${job.id}`, { step: step.id, reason: "customer-asked" }));
	return [
		...stopped,
		jobEvents["job.quoted"].make(
			`job:${job.id}`,
			{
				version: (before?.version ?? 0) + 1,
				lines: quote.lines,
				totals: quote.totals,
				coverage: facts.judged.map(({ finding, coverage }) => ({
					finding: finding.id,
					covered: coverage.covered,
					until: coverage.untilOn,
					rule: coverage.ruleId,
					ruleVersion: coverage.ruleVersion,
				})),
				validUntil: facts.validUntil,
				standard: standard.manifest.version,
				prices: standard.prices.version,
				samplePrices: standard.prices.sample,
				...(before && facts.reason ? { reason: facts.reason } : {}),
				clocks: facts.clocks,
			},
			{ base: decisionBase(job.heads, "stage") },
		),
	];
}

/**
 * Clock moves of issuing: the diagnosis is done, the customer's time begins; the repair's stands still unless somebody goes
 * on with what was agreed before.
 */
export function quoteClocks(job: JobState, lines: readonly QuoteLine[], start: ClockMoves["start"]): ClockMoves {
	const goesOn = job.steps.some((step) => step.state === "running" && !isLeftOut(lines, step));
	return {
		stop: ["D", "E"],
		...(start ? { start } : {}),
		// The customer's decision is a pause of the repair by itself.
		...(job.stage === "repair" && !goesOn ? { pause: [{ clock: "F", why: "customer-asked" }] } : {}),
	};
}
