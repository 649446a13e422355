/**
 * The call after the hand-over: when it falls due, how it went, whether it is tried again. Called by the hand-over and
 * follow-up services. Nothing is asked that the customer need not answer: no score is fine.
 */
import type { WorkCalendar } from "../../clock/calendar.ts";
import { dateOn } from "../../clock/date.ts";
import { nextOpening } from "../../clock/working.ts";
import { localDayNumber, startOfDay } from "../../clock/zone.ts";
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import { needAgreement, needStage } from "../inspect/guard.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";

export const followUpResults = ["satisfied", "unsatisfied", "unreached", "declined"] as const;
export type FollowUpResult = (typeof followUpResults)[number];

/** So many calls that reached nobody may end it. */
export const enoughTries = 2;

/** Opening time of the day `days` after `at`: nobody is called before the shop is open. ms UTC. */
export function followUpDay(calendar: WorkCalendar, at: number, days: number): number {
	const day = dateOn(localDayNumber(at, calendar.zone) + days);
	return nextOpening(calendar, startOfDay(day, calendar.zone));
}

export type Ticked = {
	result: FollowUpResult;
	/** 1–5. */
	score: number | null;
	/** The customer's words. */
	words: string;
	/** Try again then, ms UTC; null = this ends it. */
	nextAt: number | null;
	nowAt: number;
};

/**
 * @throws Refusal `job.wrong-stage`, `followup.try-again`, `followup.no-more-calls`, `followup.next-past`,
 * `followup.no-score-unheard`, `followup.words-needed`
 */
export function decideFollowUp(job: JobState, ticked: Ticked): NewEvent {
	const { result, score, words, nextAt, nowAt } = ticked;
	needAgreement(job);
	needStage(job, ["follow-up"]);
	const heard = result === "satisfied" || result === "unsatisfied";
	if (score !== null && !heard) refuse("invalid-input", "followup.no-score-unheard");
	if (result === "unsatisfied" && words === "") refuse("invalid-input", "followup.words-needed");
	if (result === "unreached" && nextAt === null && (job.followUp?.tries ?? 0) + 1 < enoughTries) {
		refuse("rule-broken", "followup.try-again");
	}
	if (result === "declined" && nextAt !== null) refuse("rule-broken", "followup.no-more-calls");
	if (nextAt !== null && nextAt <= nowAt) refuse("invalid-input", "followup.next-past");
	const done = nextAt === null;
	const running = job.clocks.some((c) => c.clock === "L" && c.stoppedAt === null);
	return jobEvents["job.followed_up"].make(
		`job:${job.id}`,
		{
			result,
			done,
			...(score === null ? {} : { score }),
			...(nextAt === null ? {} : { nextAt }),
			// The first call that reached somebody keeps the promise; a second one is a courtesy.
			...(running && (done || heard) ? { clocks: { stop: ["L"] } } : {}),
		},
		{
			base: decisionBase(job.heads, "stage"),
			...(words ? { personal: { kid: `subject:${job.subject}` as const, value: { words } } } : {}),
		},
	);
}
