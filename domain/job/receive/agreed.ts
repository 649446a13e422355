/**
 * Work agreed at the counter straight from the price list: nothing to inspect and nobody to wait for. Turns services
 * into an outcome and a quote, which the usual answer then accepts. Called by the intake only.
 */
import { refuse } from "../../errors.ts";
import { decisionBase } from "../../event/decision.ts";
import type { NewEvent } from "../../event/event.ts";
import { buildQuote, type Quote } from "../../quote/build.ts";
import { findProvinceCode, type StandardIndex } from "../../standard/lookup.ts";
import { jobEvents } from "../job.ts";
import type { JobState } from "../state.ts";

/** The job goes straight to repair. @throws Refusal `job.agreed-without-service` */
export function decideAgreed(job: Pick<JobState, "id" | "services" | "heads">): NewEvent {
	if (job.services.length === 0) refuse("rule-broken", "job.agreed-without-service");
	return jobEvents["job.outcome_decided"].make(
		`job:${job.id}`,
		{ outcome: "repair", reason: "agreed-at-intake" },
		{ base: decisionBase(job.heads, "stage") },
	);
}

/**
 * What the list asks for the services. The customer pays; whatever a warranty might bear needs an inspection first.
 * @throws Refusal `quote.not-on-list`, `standard.unknown-operation`
 */
export function listQuote(
	index: StandardIndex,
	services: readonly string[],
	province: string,
	newId: () => string,
): Quote {
	return buildQuote({
		index,
		prices: index.standard.prices,
		findingIds: [],
		verdicts: [],
		remedies: [],
		services: services.map((operation) => ({ operation })),
		province: findProvinceCode(index, province),
		newId,
	});
}
