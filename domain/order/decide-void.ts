/**
 * An order that should never have been: voided with a coded reason and a manager behind it, while no work was done and
 * no money is kept. Voided, never deleted. Called by the order service.
 */
import { refuse } from "../errors.ts";
import type { NewEvent } from "../event/event.ts";
import { checkReason, type GivenReason } from "../job/inspect/guard.ts";
import { decideVoidJob } from "../job/leave/cancel.ts";
import type { JobState } from "../job/state.ts";
import type { Approver } from "../person/person.ts";
import type { Standard } from "../standard/schema.ts";
import { needValid } from "./decide-payment.ts";
import { brandBilledFen, type OrderState, paidFen } from "./fold.ts";
import { noteEvent } from "./note.ts";
import { orderEvents } from "./order.ts";

/** @throws Refusal `order.voided`, `order.money-not-back` (paidYuan), `order.work-begun`, `job.note-needed` */
export function decideVoid(
	order: OrderState,
	jobs: readonly JobState[],
	given: { reason: GivenReason; approver: Approver; standard: Standard },
): NewEvent[] {
	needValid(order);
	const { reason, approver, standard } = given;
	checkReason(standard, "void-order", reason);
	const kept = paidFen(order) + brandBilledFen(order);
	if (kept !== 0) refuse("rule-broken", "order.money-not-back", { paidYuan: (kept / 100).toFixed(2) });
	const agg = `order:${order.id}` as const;
	const events = jobs.flatMap((job) => decideVoidJob(job, reason.code, approver));
	if (reason.note) events.push(noteEvent(order, "void", reason.note));
	return [...events, orderEvents["order.voided"].make(agg, { reason: reason.code, approver })];
}
