/**
 * What an order still costs its customer: owed by its jobs, paid at the counter, billed to the brand. Called by every
 * screen and paper that names a balance, so that all of them name the same one. Decides nothing.
 */
import { type JobState, owedFen } from "../job/state.ts";
import { brandBilledFen, type OrderState, paidFen } from "./fold.ts";

/** All amounts fen. */
export type Balance = {
	/** By accepted quotes and test fees. */
	owedFen: number;
	/** Received at the counter minus given back. */
	paidFen: number;
	/** Of what is owed, billed to the brand. */
	brandBilledFen: number;
	/** Still to be paid; 0 when more was paid than is owed. */
	dueFen: number;
	/** Paid beyond what is owed: the customer's money. */
	creditFen: number;
};

type Owing = Parameters<typeof owedFen>[0];

/** @param jobs those whose price counts: all of the order, or only what leaves today */
export function balanceOf(order: Pick<OrderState, "payments">, jobs: readonly Owing[]): Balance {
	const owed = jobs.reduce((sum, job) => sum + owedFen(job), 0);
	const paid = paidFen(order);
	const billed = brandBilledFen(order);
	const left = owed - paid - billed;
	return {
		owedFen: owed,
		paidFen: paid,
		brandBilledFen: billed,
		dueFen: Math.max(0, left),
		creditFen: Math.max(0, -left),
	};
}

/** True once the item has left: its price is part of what must be settled. */
export function hasLeft(job: Pick<JobState, "stage">): boolean {
	return job.stage === "follow-up" || job.stage === "closed";
}
