/**
 * The inspector's commands: read the job at the version the screen saw, judge it by the rules, let the domain decide,
 * append. Called by main/handlers/inspection.ts.
 */

import { refuse } from "../../../domain/errors.ts";
import type { Finding } from "../../../domain/finding/finding.ts";
import { startClocks } from "../../../domain/job/clock-moves.ts";
import type { ClockMoves } from "../../../domain/job/events/clocks.ts";
import * as findings from "../../../domain/job/inspect/finding.ts";
import { decideLiability } from "../../../domain/job/inspect/liability.ts";
import { decideOutcome } from "../../../domain/job/inspect/outcome.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { inspectionCalls } from "../../../preload/contract/inspection.ts";
import type { By } from "../../router.ts";
import { type JobReader, move, type ReadJob } from "../job/job-reader.ts";
import { isOwed } from "../job/owed.ts";
import { verifyApproval } from "../session/credentials.ts";

type Calls = typeof inspectionCalls;
type Input<K extends keyof Calls> = ParsedOf<Calls[K]>;

export function startInspection(reader: JobReader, by: By, input: Input<"inspection.start">) {
	const { job } = reader.readAt(input);
	return move(reader.app, by, job.id, findings.decideStartInspection(job));
}

export function addFinding(reader: JobReader, by: By, input: Input<"inspection.addFinding">) {
	const { app } = reader;
	const { job, item } = reader.readAt(input);
	const finding: Finding = { id: app.ports.ids.uuid(), ...input.finding };
	const { index } = app.standard;
	const events = findings.decideAddFinding(job, item.category, index, finding, { words: input.note });
	return { ...move(app, by, job.id, events), findingId: finding.id };
}

export function changeFinding(reader: JobReader, by: By, input: Input<"inspection.changeFinding">) {
	const { app } = reader;
	const { job, item } = reader.readAt(input);
	const now: Finding = { id: input.findingId, ...input.finding };
	const { index } = app.standard;
	return move(app, by, job.id, findings.decideChangeFinding(job, item.category, index, now, { words: input.note }));
}

export function removeFinding(reader: JobReader, by: By, input: Input<"inspection.removeFinding">) {
	const { app } = reader;
	const { job } = reader.readAt(input);
	return move(app, by, job.id, findings.decideRemoveFinding(job, app.standard.index, input.findingId, input.reason));
}

/** Approvals are verified before the job is read, so that nothing changes between reading and writing. */
export async function decideCall(reader: JobReader, by: By, input: Input<"inspection.decideLiability">) {
	const { app } = reader;
	const second = input.second && (await verifyApproval(app, input.second, "inspector"));
	const approver = input.approval && (await verifyApproval(app, input.approval, "manager"));
	const { job, judged, store } = reader.readAt(input);
	const found = judged.find((j) => j.finding.id === input.findingId) ?? refuse("not-found", "finding.not-found");
	const { cause, outcome, reason, stopUseTold } = input;
	const events = decideLiability(
		job,
		app.standard.index.standard,
		found.proposal,
		{ finding: found.finding.id, cause, outcome, reason, stopUseTold },
		found.hasPhoto,
		{
			person: by.person,
			isManager: by.roles.includes("manager"),
			second,
			approver,
			ownSecondLook: store.policies.selfInspection,
		},
	);
	return move(app, by, job.id, events);
}

/** What the decision does to the promises: anything but a repair ends them; a refund starts the law's own clock. */
function outcomeClocks({ app }: JobReader, { store }: ReadJob, outcome: Input<"inspection.decideOutcome">["outcome"]) {
	if (outcome === "repair") return {};
	const now = app.ports.clock.now();
	const codes = outcome === "refund" ? ["I"] : [];
	const start = startClocks(app.standard.index, codes, store.calendar, now, store.policies.clockSet);
	const moves: ClockMoves = { stop: ["D", "E", "F", "J"], ...(start.length > 0 ? { start } : {}) };
	return moves;
}

export async function decideWhatBecomes(reader: JobReader, by: By, input: Input<"inspection.decideOutcome">) {
	const { app } = reader;
	const approver = input.approval && (await verifyApproval(app, input.approval, "manager"));
	const found = reader.readAt(input);
	const { outcome, reason, amountFen } = input;
	const owed = (outcome === "exchange" || outcome === "refund") && isOwed(found, outcome);
	const events = decideOutcome(
		found.job,
		app.standard.index.standard,
		{ outcome, reason, amountFen },
		{
			priceFen: found.item.purchase?.priceFen ?? null,
			owed,
			isManager: by.roles.includes("manager"),
			approver,
			clocks: outcomeClocks(reader, found, outcome),
		},
	);
	return move(app, by, found.job.id, events);
}
