/** Whether an exchange or a refund is the customer's by rule, so that no manager has to allow it. */
import type { ReadJob } from "./job-reader.ts";

/** A confirmed call says so, or making answers for a fault inside the term for exchange or return. */
export function isOwed({ judged }: Pick<ReadJob, "judged">, what: "exchange" | "refund"): boolean {
	return judged.some(({ call, coverage }) => {
		if (!call) return false;
		const making = call.cause === "M";
		if (what === "refund") return call.outcome === "return" || (making && coverage.returnable);
		return call.outcome === "exchange" || call.outcome === "return" || (making && coverage.exchangeable);
	});
}
