/**
 * The customer's answer to a quote. Accepting copies the plan of work into the event; declining sends the item back,
 * or, when an earlier version was accepted, lets the work go on as agreed. Called by the quote service and at intake.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { BlobRef, NewEvent } from "../../event/event.ts";
import type { Cause } from "../../finding/finding.ts";
import { testFeeBearer } from "../../liability/call.ts";
import type { StandardIndex } from "../../standard/lookup.ts";
import type { ClockMoves } from "../events/clocks.ts";
import { jobEvents } from "../job.ts";
import { planAcceptance, planSteps, planWarranty } from "../plan.ts";
import { acceptedQuote, currentQuote, type JobState, type QuoteVersion } from "../state.ts";
import { checkReason, type GivenReason, needAgreement, needStage } from "./guard.ts";

export type Answer = {
	quoteVersion: number;
	answer: "accepted" | "declined" | "changed";
	means: "signature" | "paper" | "phone" | "chat" | "at-intake" | "page";
	/** Which line or account: the shop's phone, WeChat, the platform's chat … */
	channel?: string | undefined;
	/** The customer's words. */
	words?: string | undefined;
	/** Why it was declined. */
	reason?: GivenReason | undefined;
	testFee: boolean;
	/** The customer wants the replaced parts back. */
	returnOldParts: boolean;
};

export type AnswerFacts = {
	index: StandardIndex;
	/** Short name or code of the province, for the floor of the work's warranty. */
	province: string;
	testFeeFen: number;
	now: number;
	/** The screenshot of a chat, or nothing. */
	screenshot?: BlobRef | undefined;
	hasSignature: boolean;
	newId: () => string;
	clocks: ClockMoves;
};

/** The version that waits for an answer. Refuses `quote.none`, `quote.not-current`, `quote.answered-already`. */
export function getWaitingQuote(job: JobState, version: number): QuoteVersion {
	const quote = currentQuote(job);
	if (!quote) return refuse("rule-broken", "quote.none");
	if (quote.version !== version) refuse("conflict", "quote.not-current", { now: quote.version });
	if (quote.answer) refuse("rule-broken", "quote.answered-already");
	return quote;
}

/** Each way of answering leaves its own trace. */
function checkMeans(given: Answer, facts: AnswerFacts): void {
	if (given.means === "signature" && !facts.hasSignature) refuse("invalid-input", "quote.signature-needed");
	if (given.means !== "phone" && given.means !== "chat") return;
	if (!given.channel) refuse("invalid-input", "quote.channel-needed");
	if (!given.words) refuse("invalid-input", "quote.words-needed");
	if (given.means === "chat" && !facts.screenshot) refuse("invalid-input", "quote.screenshot-needed");
}

/** The test fee is the customer's only where the fault is: never when making or transport answers for it. */
export function customerBearsTest(job: Pick<JobState, "liability">): boolean {
	const found: Cause[] = job.liability.map((call) => call.cause);
	return found.every((cause) => testFeeBearer(cause) === "customer");
}

export function decideAnswer(job: JobState, given: Answer, facts: AnswerFacts): NewEvent[] {
	needAgreement(job);
	needStage(job, ["quote"]);
	const quote = getWaitingQuote(job, given.quoteVersion);
	checkMeans(given, facts);
	const { answer, means, channel, words } = given;
	const agreedBefore = acceptedQuote(job) !== undefined;
	if (answer === "accepted" && facts.now > quote.validUntil) refuse("rule-broken", "quote.expired");
	if (answer === "changed" && !words) refuse("invalid-input", "quote.words-needed");
	if (answer === "declined") {
		if (!given.reason) refuse("rule-broken", "quote.decline-reason-needed");
		checkReason(facts.index.standard, "decline", given.reason);
	}
	const charged = answer === "declined" && !agreedBefore && given.testFee;
	if (given.testFee && !charged) refuse("invalid-input", "quote.no-test-fee-here");
	if (charged && !customerBearsTest(job)) refuse("rule-broken", "quote.test-fee-not-customers");
	const said = [words, given.reason?.note].filter((text) => text).join("\n");
	return [
		jobEvents["job.quote_answered"].make(
			`job:${job.id}`,
			{
				version: quote.version,
				answer,
				means,
				...(channel ? { channel } : {}),
				...(answer === "declined" && given.reason ? { reason: given.reason.code } : {}),
				...(charged ? { testFeeFen: facts.testFeeFen } : {}),
				...(answer === "declined" && agreedBefore ? { asAgreed: true } : {}),
				...(answer === "accepted" ? workAgreed(job, quote, given, facts) : {}),
				clocks: facts.clocks,
			},
			{
				base: decisionBase(job.heads, "stage"),
				...(facts.screenshot ? { blobs: [facts.screenshot] } : {}),
				...(said ? { personal: { kid: `subject:${job.subject}` as const, value: { words: said } } } : {}),
			},
		),
	];
}

function workAgreed(job: JobState, quote: QuoteVersion, given: Answer, facts: AnswerFacts) {
	const { index, province, newId } = facts;
	return {
		plan: planSteps(quote.lines, index, job.pieces, newId, job.steps),
		acceptance: planAcceptance(quote.lines, index),
		workWarranty: planWarranty(quote.lines, index, province),
		returnOldParts: given.returnOldParts,
	};
}

/** Clock moves of an answer. `repair` and `diagnosis`: the clocks that start, when they do. */
export function answerClocks(
	job: JobState,
	answer: Answer["answer"],
	repair: NonNullable<ClockMoves["start"]>,
	diagnosis: NonNullable<ClockMoves["start"]>,
): ClockMoves {
	if (answer === "changed") return { stop: ["E"], start: diagnosis };
	const underWay = job.clocks.some((c) => c.clock === "F" && c.stoppedAt === null);
	if (underWay) {
		const goesOn = answer === "accepted" || acceptedQuote(job) !== undefined;
		return goesOn ? { stop: ["D", "E"], resume: ["F"] } : { stop: ["D", "E", "F", "J"] };
	}
	return answer === "accepted" ? { stop: ["D", "E"], start: repair } : { stop: ["D", "E", "J"] };
}
