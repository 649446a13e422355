/**
 * Nobody works on what they don't have in hand. Asked by the log for every event of a job this PC is about to write, so
 * that no way of working can forget it; events of others are folded whatever they say.
 */
import { refuse } from "../../errors.ts";
import type { WeltEvent } from "../../event/event.ts";
import { movesCustody } from "../fold/move.ts";
import type { JobState } from "../state.ts";
import { holderOf, moveUnderWay } from "./custody.ts";

type Held = Pick<JobState, "heads" | "custody" | "moves">;

/** A workshop's name as the job's ways tell it; empty when they don't. */
export function workshopIn(job: Pick<JobState, "moves">, store: string): string {
	for (const { from, to, fromName, toName } of job.moves.toReversed()) {
		if (to === store) return toName;
		if (from === store) return fromName;
	}
	return "";
}

/** @throws Refusal `job.custody-in-conflict`, `job.in-transit`, `job.elsewhere` (workshop) */
export function needHere(job: Held, here: string): void {
	if ((job.heads["custody"] ?? []).length > 1) refuse("conflict", "job.custody-in-conflict");
	const holder = holderOf(job.custody);
	if (holder === here) return;
	if (holder !== null) refuse("rule-broken", "job.elsewhere", { workshop: workshopIn(job, holder) });
	refuse("rule-broken", "job.in-transit", { workshop: moveUnderWay(job)?.toName ?? "" });
}

/** Sending, accepting and taking back ask for themselves; everything else is done where the piece is. */
export function admitsWork(job: Held, event: Pick<WeltEvent, "type" | "store">): void {
	if (!movesCustody(event.type)) needHere(job, event.store);
}
