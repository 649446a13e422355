/**
 * Is this item under warranty, until when and by which promise? The most favourable of the brand's promise, the
 * channel's and the province's floor wins. Called at intake and inspection, and to draw the warranty bar.
 * A claim never restarts the period; an exchange does; repair days are not counted.
 */
import { z } from "zod";
import { addDays, addMonths } from "../clock/date.ts";
import { type Floor, type Provinces, type Term, termSchema } from "../standard/rules.ts";

/** What a brand or a sales channel promises. Editable by the brand; `version` changes with every edit. */
export const promiseSchema = z.object({
	id: z.string().min(1).max(60),
	version: z.string().min(1).max(40),
	repair: termSchema.optional(),
	exchange: termSchema.optional(),
	return: termSchema.optional(),
	/** Longer or shorter repair terms of single components, by component code. */
	components: z.record(z.string(), termSchema).optional(),
});
export type WarrantyPromise = z.infer<typeof promiseSchema>;

/** The warranty of a repair done before, as its order promised it. */
export type WorkWarranty = { component: string; operation: string; untilOn: string };

export type CoverageInput = {
	purchasedOn?: string | undefined;
	/** Signed for or handed over; terms run from here when known. */
	deliveredOn?: string | undefined;
	/** The day this item was handed over in exchange for another: its period starts anew. */
	exchangedOn?: string | undefined;
	brandTerm?: WarrantyPromise | undefined;
	channelTerm?: WarrantyPromise | undefined;
	/** Two-letter code of the consumer's province. */
	province?: string | undefined;
	provinces: Provinces;
	/** Category of the vocabulary, e.g. `shoes`. */
	category: string;
	component?: string | undefined;
	/** Local date in the store's zone. */
	todayOn: string;
	/** Days the item has been away for warranty repair in all. */
	repairDaysNotCounted?: number | undefined;
	priorWorkWarranties?: readonly WorkWarranty[] | undefined;
};

export const bases = ["brand", "channel", "province", "law", "baseline", "work", "none"] as const;

export const coverageSchema = z.object({
	/** Free repair is owed today. */
	covered: z.boolean(),
	/** Last day covered, or null when the start is not known. */
	untilOn: z.iso.date().nullable(),
	/** The rule that gives the latest day. */
	ruleId: z.string(),
	ruleVersion: z.string(),
	basis: z.enum(bases),
	/** The day the terms run from, or null. */
	startOn: z.iso.date().nullable(),
	/** Last day an exchange, and a return for quality, may be asked for. */
	exchangeUntilOn: z.iso.date().nullable(),
	returnUntilOn: z.iso.date().nullable(),
	exchangeable: z.boolean(),
	returnable: z.boolean(),
});
export type Coverage = z.infer<typeof coverageSchema>;

type Kind = "repair" | "exchange" | "return";
type Candidate = { untilOn: string; ruleId: string; ruleVersion: string; basis: Coverage["basis"] };

/** The verdict on one component of one item. Without any date it is "not covered, unknown": a paid quote, no refusal. */
export function coverage(input: CoverageInput): Coverage {
	const startOn = input.exchangedOn ?? input.deliveredOn ?? input.purchasedOn ?? null;
	const repair = best(candidates(input, startOn, "repair").concat(workCandidates(input)));
	const exchangeUntilOn = best(candidates(input, startOn, "exchange"))?.untilOn ?? null;
	const returnUntilOn = best(candidates(input, startOn, "return"))?.untilOn ?? null;
	const reaches = (untilOn: string | null | undefined) => typeof untilOn === "string" && input.todayOn <= untilOn;
	return {
		covered: reaches(repair?.untilOn),
		untilOn: repair?.untilOn ?? null,
		ruleId: repair?.ruleId ?? "none",
		ruleVersion: repair?.ruleVersion ?? input.provinces.version,
		basis: repair?.basis ?? "none",
		startOn,
		exchangeUntilOn,
		returnUntilOn,
		exchangeable: reaches(exchangeUntilOn),
		returnable: reaches(returnUntilOn),
	};
}

/** Last day of a term whose first day is the one after `startOn`. */
export function termEnd(startOn: string, term: Term, extraDays = 0): string {
	return addDays(term.unit === "day" ? addDays(startOn, term.amount) : addMonths(startOn, term.amount), extraDays);
}

function candidates(input: CoverageInput, startOn: string | null, kind: Kind): Candidate[] {
	if (startOn === null) return [];
	const found: Candidate[] = [];
	const add = (basis: Candidate["basis"], ruleId: string, ruleVersion: string, term: Term | undefined) => {
		if (term)
			found.push({ basis, ruleId, ruleVersion, untilOn: termEnd(startOn, term, input.repairDaysNotCounted ?? 0) });
	};
	for (const [basis, promise] of [
		["brand", input.brandTerm],
		["channel", input.channelTerm],
	] as const) {
		if (promise === undefined) continue;
		const component = kind === "repair" && input.component ? promise.components?.[input.component] : undefined;
		add(basis, promise.id, promise.version, component ?? promise[kind]);
	}
	const agreed = found.length > 0;
	const { baseline, national, version } = input.provinces;
	// The baseline stands in for a promise nobody made; a brand that promised something is taken at its word.
	if (!agreed) add("baseline", baseline.id, version, baseline[kind]);
	for (const floor of national) if (holds(floor, kind, agreed, false)) add("law", floor.id, version, floor.term);
	const province = input.provinces.provinces.find((each) => each.code === input.province);
	const sanbao = province?.sanbaoCategories.includes(input.category) ?? false;
	for (const floor of province?.floors ?? []) {
		if (holds(floor, kind, agreed, sanbao)) add("province", floor.id, province?.version ?? version, floor.term);
	}
	return found;
}

function holds(floor: Floor, kind: Kind, agreed: boolean, sanbao: boolean): boolean {
	const wanted = floor.kind === kind || (kind === "repair" && !agreed && floor.kind === "repair-if-nothing-agreed");
	return wanted && (floor.scope === "all-goods" || (floor.scope === "sanbao-goods" && sanbao));
}

function workCandidates(input: CoverageInput): Candidate[] {
	return (input.priorWorkWarranties ?? [])
		.filter((work) => work.component === input.component)
		.map((work) => ({ untilOn: work.untilOn, ruleId: work.operation, ruleVersion: "", basis: "work" as const }));
}

/** The latest end; the first of equals, so that a brand's own promise is named before a floor. */
function best(found: readonly Candidate[]): Candidate | undefined {
	let winner: Candidate | undefined;
	for (const candidate of found) if (!winner || candidate.untilOn > winner.untilOn) winner = candidate;
	return winner;
}
