/**
 * Looks at every finding of a job with the rules: is its component covered, who do the rules say answers for it, what
 * did a person decide, and has something changed since. Pure; the services hand in what they read.
 */
import { localDay } from "../../clock/zone.ts";
import type { ItemState } from "../../item/item.ts";
import type { Proposal } from "../../liability/call.ts";
import { proposeLiability } from "../../liability/propose.ts";
import type { Verdict } from "../../quote/build.ts";
import { getFault, type StandardIndex } from "../../standard/lookup.ts";
import type { StoreState } from "../../store/store.ts";
import { brandTermOf } from "../../warranty/brand-term.ts";
import { type Coverage, coverage, type WorkWarranty } from "../../warranty/coverage.ts";
import type { JobState } from "../state.ts";
import { isOutdatedCall } from "./liability.ts";

export type JudgeFacts = {
	job: JobState;
	item: Pick<ItemState, "category" | "purchase">;
	store: Pick<StoreState, "province" | "calendar" | "policies">;
	index: StandardIndex;
	/** Warranties of earlier work on this item. */
	prior: readonly WorkWarranty[];
	/** Days this item was away for repairs the brand paid. */
	repairDays: number;
};

export type Judged = {
	finding: JobState["findings"][number];
	coverage: Coverage;
	proposal: Proposal;
	/** The rule that named the cause, when one did. */
	ruleId: string | null;
	/** On a photo: pinned there, or the photo was taken for it. */
	hasPhoto: boolean;
	call: JobState["liability"][number] | null;
	/** The rules would propose something else than when it was decided. */
	outdated: boolean;
};

/** Two-letter code of the province the centre stands in; undefined when none is stated or known. */
export function provinceCode(index: StandardIndex, province: string): string | undefined {
	if (province === "") return undefined;
	const all = [...index.provinces.values()];
	return all.find((p) => p.code === province || p.name.zh === province)?.code;
}

/**
 * The promise on one component (undefined: the item as a whole). Counted to the day the item was handed in, so that our
 * own time never costs the customer cover.
 */
export function coverageOf(facts: JudgeFacts, component: string | undefined): Coverage {
	const { item, store, index, job } = facts;
	const own = { id: "brand", version: index.standard.manifest.version };
	return coverage({
		purchasedOn: item.purchase?.boughtOn ?? undefined,
		brandTerm: brandTermOf(item.purchase?.brandTermDays, store.policies, index.promises, own),
		province: provinceCode(index, store.province),
		provinces: index.standard.provinces,
		category: item.category,
		component,
		todayOn: localDay(job.receivedAt, store.calendar.zone),
		repairDaysNotCounted: facts.repairDays,
		priorWorkWarranties: facts.prior,
	});
}

/** Every finding with its coverage, proposal and call, in the order they were found. */
export function judge(facts: JudgeFacts): Judged[] {
	const { job, item, index } = facts;
	return job.findings.map((finding) => {
		const shown = job.photos.filter((p) => p.finding === finding.id).map((p) => ({ blob: p.sha, x: 0, y: 0 }));
		const pins = [...(finding.pins ?? []), ...shown];
		const covered = coverageOf(facts, finding.component);
		const proposal = proposeLiability({
			finding: { evidence: finding.evidence, pins },
			fault: getFault(index, finding.fault),
			coverage: covered,
			rules: index.standard.liability,
			itemPriceFen: item.purchase?.priceFen ?? undefined,
		});
		const call = job.liability.find((c) => c.finding === finding.id) ?? null;
		return {
			finding,
			coverage: covered,
			proposal,
			ruleId: decidingRule(proposal),
			hasPhoto: pins.length > 0,
			call,
			outdated: call !== null && isOutdatedCall(call, proposal),
		};
	});
}

function decidingRule(proposal: Proposal): string | null {
	const paid = proposal.rules.find((hit) => hit.effect === "paid-for-that-part");
	const named = proposal.rules.find((hit) => hit.effect.startsWith("cause-"));
	return (paid ?? named)?.id ?? null;
}

/** What the quote must know of each decided finding. A rule is only named when the call followed it. */
export function verdictsOf(judged: readonly Judged[]): Verdict[] {
	return judged.flatMap(({ finding, call, coverage: covered, ruleId }) => {
		if (!call) return [];
		const followed = call.reason === null && ruleId !== null;
		return [
			{
				findingId: finding.id,
				outcome: call.outcome,
				basis: covered.basis,
				...(followed ? { ruleId } : {}),
			},
		];
	});
}
