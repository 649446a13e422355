/**
 * The hand-over (交付): who takes which jobs away, every piece accounted for, the balance settled, signed. One decision
 * makes every event of it, so that nothing of it can happen alone. Called by the hand-over service.
 */
import { refuse } from "../errors.ts";
import type { BlobRef, NewEvent } from "../event/event.ts";
import { checkReason, type GivenReason } from "../job/inspect/guard.ts";
import {
	checkPieces,
	decideLeave,
	keptOf,
	type LeaveFacts,
	type LeavingJob,
	staysWhole,
} from "../job/leave/hand-over.ts";
import type { JobState } from "../job/state.ts";
import type { Approver } from "../person/person.ts";
import type { Standard } from "../standard/schema.ts";
import { balanceOf, hasLeft } from "./balance.ts";
import { decidePay, type Given, needValid } from "./decide-payment.ts";
import type { OrderState } from "./fold.ts";
import { orderEvents } from "./order.ts";
import { needsManagerFor, type Pickup } from "./pickup.ts";

export type HandOver = {
	id: string;
	leaving: ReadonlyMap<string, LeavingJob>;
	pickup: Pickup;
	payments: readonly Given[];
	signature: { how: "screen"; picture: BlobRef } | { how: "paper" } | { how: "none"; reason: GivenReason };
	/** The work leaves although something is not paid. */
	leaveOpen: boolean;
};

export type HandOverFacts = Omit<LeaveFacts, "handoverId" | "approver"> & {
	/** Every job of the order. */
	jobs: readonly JobState[];
	standard: Standard;
	/** The customer's phone, undefined when none is known. */
	phone: string | undefined;
	isManager: boolean;
	approver: Approver | undefined;
};

/** What a manager was asked to allow. */
export type ManagerNeed = "open-balance" | "missing-piece" | "identity";

/** What must be settled when these jobs leave: their price and that of what left before, fen. */
export function dueAtHandOver(
	order: OrderState,
	jobs: readonly JobState[],
	leaving: (jobId: string) => boolean,
): number {
	return balanceOf(
		order,
		jobs.filter((job) => leaving(job.id) || hasLeft(job)),
	).dueFen;
}

/**
 * @throws Refusal `order.voided`, `handover.nothing-chosen`, `handover.not-of-order`, `handover.balance-left` (leftYuan),
 * `handover.manager-needed` (needs), and those of pieces, pick-up and payments
 */
export function decideHandOver(order: OrderState, wanted: HandOver, facts: HandOverFacts): NewEvent[] {
	needValid(order);
	const { leaving, pickup, payments } = wanted;
	if (leaving.size === 0) refuse("invalid-input", "handover.nothing-chosen");
	const going = facts.jobs.filter((job) => leaving.has(job.id));
	if (going.length !== leaving.size) refuse("invalid-input", "handover.not-of-order");
	if (going.every((job) => staysWhole(leavingOf(job)))) refuse("rule-broken", "handover.nothing-given");
	const needs: ManagerNeed[] = [];
	const lost = going.map((job) => checkPieces(job, leavingOf(job), facts.standard));
	if (lost.some((needed) => needed)) needs.push("missing-piece");
	if (needsManagerFor(pickup, facts.phone)) needs.push("identity");
	const paid = decidePay(order, facts.jobs, payments);
	const due = dueAtHandOver(order, facts.jobs, (id) => isWhole(leaving.get(id)));
	const openFen = Math.max(0, due - payments.reduce((sum, p) => sum + p.amountFen, 0));
	if (openFen > 0) {
		if (!wanted.leaveOpen) refuse("rule-broken", "handover.balance-left", { leftYuan: (openFen / 100).toFixed(2) });
		needs.push("open-balance");
	}
	if (needs.length > 0 && !facts.isManager && !facts.approver)
		refuse("forbidden", "handover.manager-needed", { needs });
	const approver = needs.length > 0 ? facts.approver : undefined;
	const given = going.filter((job) => !staysWhole(leavingOf(job)));
	const left = given.map((job) => decideLeave(job, leavingOf(job), { ...facts, handoverId: wanted.id, approver }));
	const partial = facts.jobs.some((job) => {
		if (leaving.has(job.id)) return !isWhole(leavingOf(job));
		return !hasLeft(job) && job.stage !== "voided";
	});
	const jobs = given.map((job) => job.id);
	return [
		...paid,
		...signed(order, wanted, facts.standard),
		handedOver(order, wanted, { jobs, partial, openFen, approver }),
		...left,
	];

	function leavingOf(job: JobState): LeavingJob {
		return leaving.get(job.id) ?? refuse("invalid-input", "handover.not-of-order");
	}
}

function signed(order: OrderState, { signature }: HandOver, standard: Standard): NewEvent[] {
	if (signature.how === "none") {
		checkReason(standard, "unsigned", signature.reason);
		return [];
	}
	const blobs = signature.how === "screen" ? [signature.picture] : [];
	const wrong = blobs.some((b) => b.kid !== `subject:${order.subject}` || b.role !== "signature");
	if (wrong) refuse("invalid-input", "handover.signature-not-for-this");
	const body = { what: "hand-over" as const, how: signature.how };
	return [orderEvents["order.signed"].make(`order:${order.id}`, body, { blobs })];
}

/** Nothing of the job stays for rework; what stays is not paid for yet. */
function isWhole(leaving: LeavingJob | undefined): boolean {
	return leaving !== undefined && keptOf(leaving) === undefined;
}

type Outcome = { jobs: string[]; partial: boolean; openFen: number; approver: Approver | undefined };

function handedOver(order: OrderState, wanted: HandOver, { jobs, partial, openFen, approver }: Outcome): NewEvent {
	const { id, pickup, signature } = wanted;
	const unsigned = signature.how === "none" ? signature.reason : undefined;
	const value = {
		...(pickup.to === "other" && pickup.name ? { name: pickup.name } : {}),
		...(pickup.to === "other" && pickup.phone ? { phone: pickup.phone } : {}),
		...(unsigned?.note ? { words: unsigned.note } : {}),
	};
	return orderEvents["order.handed_over"].make(
		`order:${order.id}`,
		{
			id,
			jobs,
			to: pickup.to,
			slip: pickup.slip,
			proof: pickup.slip === "shown" ? "slip" : (pickup.proof ?? ""),
			partial,
			...(openFen > 0 ? { openFen } : {}),
			...(unsigned ? { unsigned: unsigned.code } : {}),
			...(approver ? { approver } : {}),
		},
		{
			refs: jobs.map((job) => `job:${job}` as const),
			...(Object.keys(value).length > 0 ? { personal: { kid: `subject:${order.subject}` as const, value } } : {}),
		},
	);
}
