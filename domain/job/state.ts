/** The folded state of a job: what every screen about it is drawn from. JSON only, nothing personal. */
import type { z } from "zod";
import type { DecisionHeads } from "../event/decision.ts";
import type { Cause, Finding } from "../finding/finding.ts";
import type { Outcome as LiabilityOutcome } from "../liability/call.ts";
import type { QuoteLine, QuoteTotals } from "../quote/line.ts";
import type { Outcome } from "./events/inspect.ts";
import type { OldParts } from "./events/leave.ts";
import type { coverageSchema, StepPlan } from "./events/quote.ts";
import type { ConditionMark } from "./events/receive.ts";
import type { Custody, Move } from "./move/custody.ts";
import type { Stage } from "./stage.ts";

export type JobPiece = {
	id: string;
	kind: string;
	no: number;
	/** Where it is: with us, handed over, or named missing with a reason. */
	gone: { at: number; missing: string | null } | null;
};

export type JobPhoto = {
	sha: string;
	kid: string;
	role: string;
	at: number;
	by: string;
	pieceId: string | null;
	finding: string | null;
	step: string | null;
	/** Of the condition at intake. */
	mark: string | null;
	/** What it stands in for, as taken, oldest first. */
	originals?: string[];
};

export type JobClock = {
	clock: string;
	startedAt: number;
	dueAt: number;
	warnAt: number;
	stoppedAt: number | null;
	pauses: { from: number; to: number | null; why: string }[];
};

export type LiabilityCall = {
	finding: string;
	proposed: Cause | null;
	rules: string[];
	cause: Cause;
	outcome: LiabilityOutcome;
	chargeback: string;
	score: number;
	reason: string | null;
	/** Second inspector's id (rule R10), or null. */
	second: string | null;
	/** The stop-use notice of rule R9 was given. */
	stopUseTold: boolean;
	at: number;
	by: string;
	/** Event that may hold a note. */
	event: string;
};

export type QuoteAnswer = {
	answer: "accepted" | "declined" | "changed";
	means: string;
	channel: string | null;
	reason: string | null;
	at: number;
	by: string;
	/** Event that holds the words and the screenshot. */
	event: string;
	testFeeFen: number;
};

export type QuoteVersion = {
	version: number;
	event: string;
	at: number;
	by: string;
	lines: QuoteLine[];
	totals: QuoteTotals;
	coverage: (z.infer<typeof coverageSchema> & { finding?: string | undefined })[];
	validUntil: number;
	standard: string;
	prices: string;
	samplePrices: boolean;
	reason: string | null;
	answer: QuoteAnswer | null;
};

export type JobStep = StepPlan & {
	state: "todo" | "running" | "paused" | "done";
	/** One entry per start; `to` null while running. */
	runs: { from: number; to: number | null; by: string; early?: string }[];
	pausedFor: string | null;
	cureUntil: number | null;
	/** 0 = as agreed, 1 = first rework round … */
	round: number;
};

export type JobState = {
	id: string;
	order: string;
	item: string;
	subject: string;
	ordinal: number;
	receivedAt: number;
	receivedBy: string;
	stage: Stage;
	stageAt: number;
	pieces: JobPiece[];
	services: string[];
	accessories: string[];
	condition: ConditionMark[];
	declaredValueFen: number | null;
	promisedAt: number;
	/** Event that holds the customer's words, or null. */
	wordsIn: string | null;
	photos: JobPhoto[];
	inspection: { startedAt: number; by: string } | null;
	findings: (Finding & { at: number; by: string; noteIn: string | null })[];
	liability: LiabilityCall[];
	outcome: {
		outcome: Outcome;
		reason: string | null;
		amountFen: number | null;
		approver: string | null;
		at: number;
		by: string;
		/** Event that may hold a note. */
		event: string;
	} | null;
	quotes: QuoteVersion[];
	/** Owed by the customer for testing when the quote was declined or the job cancelled. */
	testFeeFen: number;
	/** Leaves unrepaired: declined, cancelled, or a decision other than repair. */
	returning: boolean;
	assignee: string | null;
	steps: JobStep[];
	acceptance: string[];
	workWarranty: { operation: string; days: number }[];
	returnOldParts: boolean;
	parts: { id: string; part: string; milli: number; operation: string | null; lot?: string; at: number; by: string }[];
	troubles: { reason: string; step: string | null; at: number; by: string; event: string }[];
	qc: {
		passed: boolean;
		points: { point: string; passed: boolean }[];
		reason: string | null;
		ownWork: boolean;
		at: number;
		by: string;
		/** Event that holds the inspector's words, when there are some. */
		wordsIn: string | null;
	}[];
	/** Rework rounds begun, by a failed QC or by the customer at pick-up. */
	reworks: number;
	/** What the customer found not right at pick-up. */
	kept: {
		pieces: string[];
		reason: string;
		/** The rework round it began. */
		round: number;
		handover: string | null;
		at: number;
		by: string;
		/** Event that holds the customer's words, when there are some. */
		wordsIn: string | null;
	}[];
	shelf: string | null;
	handovers: {
		id: string;
		at: number;
		by: string;
		pieces: string[];
		complete: boolean;
		/** The parts taken out: given back, left with the shop, or there were none. */
		oldParts: OldParts | null;
	}[];
	warranty: { operation: string; until: string }[];
	followUp: {
		dueAt: number;
		done: boolean;
		result: string | null;
		score: number | null;
		/** Calls so far; before the last one each failed to reach the customer. */
		tries: number;
	} | null;
	cancelled: { reason: string; at: number; by: string } | null;
	voided: { reason: string; at: number; by: string } | null;
	reworkOf: string | null;
	clocks: JobClock[];
	/** Who has it in hand. */
	custody: Custody;
	/** Ways between workshops, oldest first. */
	moves: Move[];
	heads: DecisionHeads;
};

/** The version in force: the newest one. */
export function currentQuote(job: Pick<JobState, "quotes">): QuoteVersion | undefined {
	return job.quotes.at(-1);
}

/** The newest version the customer accepted, or undefined. */
export function acceptedQuote(job: Pick<JobState, "quotes">): QuoteVersion | undefined {
	return job.quotes.findLast((q) => q.answer?.answer === "accepted");
}

/** What the customer owes for this job, fen: the accepted quote, or the test fee when it goes back unrepaired. */
export function owedFen(job: Pick<JobState, "quotes" | "testFeeFen" | "returning" | "voided">): number {
	if (job.voided) return 0;
	if (job.returning) return job.testFeeFen;
	return acceptedQuote(job)?.totals.customerFen ?? 0;
}
