/**
 * The liability call on one finding: a person confirms what the rules proposed, or decides otherwise with a coded
 * reason. Called by the inspection service with the proposal it has just computed and the approvals it has verified.
 */
import { refuse } from "../../errors.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Cause } from "../../finding/finding.ts";
import { isOverride, type Outcome, type Proposal } from "../../liability/call.ts";
import type { Approver } from "../../person/person.ts";
import type { Standard } from "../../standard/schema.ts";
import { jobEvents } from "../job.ts";
import { acceptedQuote, type JobState } from "../state.ts";
import { checkReason, type GivenReason, needStage } from "./guard.ts";

export type Verdict = {
	finding: string;
	cause: Cause;
	outcome: Outcome;
	reason?: GivenReason | undefined;
	/** The customer was told to stop using it (rule R9). */
	stopUseTold: boolean;
};

export type Behind = {
	/** Who decides. */
	person: string;
	isManager: boolean;
	/** Second inspector, already verified. */
	second?: Approver | undefined;
	/** Manager, already verified. */
	approver?: Approver | undefined;
	/** The shop has one inspector only and may look twice itself (a setting); such calls are flagged. */
	ownSecondLook: boolean;
};

function chargebackOf(verdict: Verdict, proposal: Proposal): Proposal["chargeback"] {
	if (!isOverride(verdict, proposal)) return proposal.chargeback;
	if (verdict.outcome === "paid-repair" || verdict.outcome === "returned-unrepaired") return "none";
	return ({ M: "factory", T: "carrier", W: "store", U: "store" } as const)[verdict.cause];
}

/** Checks what the rules make a duty: photo, second look, stop-use notice, never misuse. */
function checkDuties(verdict: Verdict, proposal: Proposal, hasPhoto: boolean, behind: Behind): void {
	if (verdict.cause === "U" && proposal.rules.some((hit) => hit.effect === "never-misuse")) {
		refuse("rule-broken", "liability.never-misuse");
	}
	if (verdict.cause === "U" && !hasPhoto) refuse("rule-broken", "liability.photo-needed");
	if (proposal.needs.includes("stop-use-notice") && !verdict.stopUseTold) {
		refuse("rule-broken", "liability.stop-use-not-told");
	}
	if (!proposal.needs.includes("second-inspector")) return;
	if (!behind.second) refuse("rule-broken", "liability.second-needed");
	if (behind.second.person === behind.person && !behind.ownSecondLook) {
		refuse("rule-broken", "liability.second-same-person");
	}
}

/** `hasPhoto`: the finding is shown on at least one photo. */
export function decideLiability(
	job: JobState,
	standard: Standard,
	proposal: Proposal,
	verdict: Verdict,
	hasPhoto: boolean,
	behind: Behind,
): NewEvent[] {
	needStage(job, ["inspection", "quote", "repair"]);
	if (!job.findings.some((f) => f.id === verdict.finding)) refuse("not-found", "finding.not-found");
	if (acceptedQuote(job)?.lines.some((line) => line.findingIds.includes(verdict.finding))) {
		refuse("rule-broken", "finding.in-accepted-quote");
	}
	const differs = isOverride(verdict, proposal);
	if (differs) {
		if (!verdict.reason) refuse("rule-broken", "liability.reason-needed");
		const { manager } = checkReason(standard, "liability-override", verdict.reason);
		if (manager && !behind.isManager && !behind.approver) refuse("forbidden", "liability.manager-needed");
	}
	checkDuties(verdict, proposal, hasPhoto, behind);
	const { second, approver } = behind;
	const reason = differs ? verdict.reason : undefined;
	return [
		jobEvents["job.liability_decided"].make(
			`job:${job.id}`,
			{
				finding: verdict.finding,
				proposed: proposal.cause,
				rules: proposal.rules.map((hit) => hit.id),
				cause: verdict.cause,
				outcome: verdict.outcome,
				chargeback: chargebackOf(verdict, proposal),
				score: proposal.score,
				...(reason ? { reason: reason.code } : {}),
				...(second ? { second } : {}),
				...(differs && approver ? { approver } : {}),
				...(verdict.stopUseTold ? { stopUseTold: true } : {}),
				standard: proposal.version,
			},
			reason?.note ? { personal: { kid: `subject:${job.subject}`, value: { words: reason.note } } } : {},
		),
	];
}

/**
 * True when the evidence, the term or the price has changed since the call, so that the rules would propose
 * something else today: the person looks again before a quote goes out.
 */
export function isOutdatedCall(
	call: Pick<JobState["liability"][number], "proposed" | "rules">,
	proposal: Proposal,
): boolean {
	const now = proposal.rules.map((hit) => hit.id).sort();
	return call.proposed !== proposal.cause || [...call.rules].sort().join() !== now.join();
}
