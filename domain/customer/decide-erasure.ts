/**
 * May a customer be erased? The same rule at a workstation and at the archive. What the law wants kept (what was
 * repaired, paid, warranted) stays in the log and names nobody; only business still under way needs the person.
 */
import { refuse } from "../errors.ts";
import type { NewEvent } from "../event/event.ts";
import type { JobState } from "../job/state.ts";
import { balanceOf, hasLeft } from "../order/balance.ts";
import type { OrderState } from "../order/fold.ts";
import { customerEvents } from "./customer.ts";

/** Asked for by the customer, consent taken back, or nothing is left to keep the data for. */
export const erasureReasons = ["asked", "consent-withdrawn", "purpose-met"] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** One of the customer's orders with its jobs. */
export type Business = { order: OrderState; jobs: readonly JobState[] };

/**
 * @param orders all of the customer's that are known here
 * @throws Refusal `customer.erased`, `customer.job-open` (number), `customer.money-open` (number)
 */
export function decideErasure(
	subject: { id: string; erased: boolean },
	orders: readonly Business[],
	reason: ErasureReason,
): NewEvent[] {
	if (subject.erased) refuse("rule-broken", "customer.erased");
	for (const { order, jobs } of orders) {
		const { number } = order;
		if (order.voided) continue;
		const here = jobs.some((job) => !hasLeft(job) && job.stage !== "voided");
		if (here) refuse("rule-broken", "customer.job-open", { number });
		const { dueFen, creditFen } = balanceOf(order, jobs);
		if (dueFen > 0 || creditFen > 0) refuse("rule-broken", "customer.money-open", { number });
	}
	return [customerEvents["subject.erased"].make(`subject:${subject.id}`, { reason })];
}
