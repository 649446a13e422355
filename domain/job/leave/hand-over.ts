/**
 * One job leaves: every piece of it is handed over, named missing with a coded reason, or stays for a while. Sets off
 * the warranty of the work and the follow-up call. Called by the order's hand-over (domain/order/decide-handover.ts).
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import type { Approver } from "../../person/person.ts";
import type { Standard } from "../../standard/schema.ts";
import { workWarrantyUntil } from "../../warranty/work.ts";
import type { ClockStart } from "../clock-moves.ts";
import type { OldParts } from "../events/leave.ts";
import { checkReason, type GivenReason, needAgreement, needStage } from "../inspect/guard.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";

export type LeavingJob = {
	/** Scanned or ticked at the counter. */
	pieces: readonly string[];
	missing: readonly {
		pieceId: string;
		reason: string;
		note: string;
		/** What is not right with a piece that stays for rework, of the list `qc-fail`. */
		rework?: string | undefined;
	}[];
	/** What became of the parts taken out; null when none were. */
	oldParts: OldParts | null;
};

export type LeaveFacts = {
	handoverId: string;
	/** Local date of today. */
	todayOn: string;
	/** Null: nobody to call, or the store makes no calls. */
	followUp: { at: number; clocks: ClockStart[] } | null;
	approver: Approver | undefined;
};

/** The one reason under which a piece is not gone: it is worked on again and handed over later. */
const stays = "kept-for-rework";

/** True when a missing piece needs a manager. Refuses pieces that are not here, named twice or not accounted for. */
export function checkPieces(job: JobState, leaving: LeavingJob, standard: Standard): boolean {
	needStage(job, ["hand-over"]);
	needAgreement(job);
	const here = new Set(job.pieces.filter((p) => p.gone === null).map((p) => p.id));
	const named = [...leaving.pieces, ...leaving.missing.map((m) => m.pieceId)];
	if (named.some((id) => !here.has(id))) refuse("rule-broken", "handover.piece-not-here");
	if (new Set(named).size !== named.length) refuse("invalid-input", "handover.piece-twice");
	const open = here.size - named.length;
	if (open > 0) refuse("rule-broken", "handover.pieces-open", { count: open });
	const staying = leaving.missing.filter((m) => m.reason === stays);
	if (staying.some((m) => m.rework === undefined)) refuse("invalid-input", "handover.rework-reason");
	if (staying.length > 0 && job.returning) refuse("rule-broken", "handover.nothing-to-redo");
	const hadParts = job.parts.length > 0;
	if (hadParts && job.returnOldParts && leaving.oldParts === null) refuse("rule-broken", "handover.old-parts");
	return leaving.missing
		.map((m) => checkReason(standard, "missing-piece", { code: m.reason, note: m.note }))
		.some((r) => r.manager);
}

/** What stays for rework and why; undefined when nothing does. */
export function keptOf(leaving: LeavingJob): GivenReason | undefined {
	const staying = leaving.missing.filter((m) => m.reason === stays);
	const code = staying.find((m) => m.rework !== undefined)?.rework;
	if (code === undefined) return undefined;
	const note = staying.flatMap((m) => (m.note === "" ? [] : [m.note])).join("\n");
	return note === "" ? { code } : { code, note };
}

/** True when all of it stays: the job has no part in this hand-over. */
export function staysWhole(leaving: LeavingJob): boolean {
	return leaving.pieces.length === 0 && leaving.missing.every((m) => m.reason === stays);
}

/** Pieces must have been checked. */
export function decideLeave(job: JobState, leaving: LeavingJob, facts: LeaveFacts): NewEvent {
	const { handoverId, todayOn, followUp, approver } = facts;
	const gone = leaving.missing.filter((m) => m.reason !== stays);
	const staying = leaving.missing.filter((m) => m.reason === stays);
	const complete = staying.length === 0;
	const repaired = complete && !job.returning;
	const plain = ({ pieceId, reason }: LeavingJob["missing"][number]) => ({ pieceId, reason });
	const notes = gone.flatMap((m) => (m.note === "" ? [] : [m.note])).join("\n");
	const running = [...new Set(job.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock))];
	const call = repaired && followUp ? followUp : null;
	const clocks = {
		...(complete && running.length > 0 ? { stop: running } : {}),
		...(call ? { start: call.clocks } : {}),
	};
	return jobEvents["job.handed_over"].make(
		`job:${job.id}`,
		{
			handover: handoverId,
			pieces: [...leaving.pieces],
			missing: gone.map(plain),
			...(staying.length > 0 ? { staying: staying.map(plain) } : {}),
			...(leaving.oldParts ? { oldParts: leaving.oldParts } : {}),
			...(approver ? { approver } : {}),
			complete,
			warranty: repaired ? warrantyFrom(job, todayOn) : [],
			...(call ? { followUpAt: call.at } : {}),
			clocks,
		},
		{
			base: decisionBase(job.heads, "stage"),
			refs: [`order:${job.order}`],
			...(notes ? { personal: { kid: `subject:${job.subject}` as const, value: { words: notes } } } : {}),
		},
	);
}

/** The warranty of the work as it would run from that day. */
export function warrantyFrom(job: Pick<JobState, "workWarranty">, todayOn: string): JobState["warranty"] {
	return job.workWarranty
		.filter(({ days }) => days > 0)
		.map(({ operation, days }) => ({ operation, until: workWarrantyUntil(todayOn, days) }));
}
