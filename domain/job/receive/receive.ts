/**
 * Receives one item of a drop-off as a job: its pieces with their label numbers, what is wrong or asked for, the flaws
 * both sides looked at, the promise and the clocks. Called by the intake only.
 */
import { refuse } from "../../errors.ts";
import type { AggId, BlobRef, NewEvent } from "../../event/event.ts";
import type { StandardIndex } from "../../standard/lookup.ts";
import type { ClockStart } from "../clock-moves.ts";
import type { ConditionMark } from "../events/receive.ts";
import { jobEvents } from "../job.ts";

export type ReceiveInput = {
	jobId: string;
	orderId: string;
	itemId: string;
	subjectId: string;
	/** Category of the item, which decides which services make sense. */
	category: string;
	/** 1.. within the order. */
	ordinal: number;
	pieces: { id: string; kind: string; no: number }[];
	services: string[];
	accessories: string[];
	condition: ConditionMark[];
	declaredValueFen: number | null;
	/** The customer's own words; empty when only services are asked for. */
	words: string;
	promisedAt: number;
	clocks: ClockStart[];
	/** An earlier job whose work this one comes back about. */
	reworkOf: string | null;
};

/** Clocks that end with the receipt itself: it is the acknowledgement, and the item is where it will be worked on. */
const endedByReceipt = ["A", "C"];

type Index = Pick<StandardIndex, "operations" | "zones" | "standard">;

/**
 * @throws Refusal `job.nothing-asked`, `job.no-pieces`, `job.unknown-service`, `job.service-of-other-category`,
 * `job.unknown-mark`
 */
export function decideReceive(input: ReceiveInput, index: Index): NewEvent[] {
	const { jobId, orderId, itemId, subjectId, words, clocks, reworkOf, category, ...rest } = input;
	if (words === "" && rest.services.length === 0) refuse("rule-broken", "job.nothing-asked");
	if (rest.pieces.length === 0) refuse("rule-broken", "job.no-pieces");
	for (const code of rest.services) {
		const operation = index.operations.get(code) ?? refuse("invalid-input", "job.unknown-service", { code });
		if (!operation.categories.includes(category)) {
			refuse("rule-broken", "job.service-of-other-category", { service: operation.name.zh });
		}
	}
	for (const mark of rest.condition) {
		const flaw = index.standard.vocab.flaws.some((f) => f.code === mark.flaw);
		if (!flaw || !index.zones.has(mark.zone)) {
			refuse("invalid-input", "job.unknown-mark", { zone: mark.zone, flaw: mark.flaw });
		}
	}
	const agg = `job:${jobId}` as const;
	const refs: AggId[] = [`order:${orderId}`, `item:${itemId}`];
	const body = { ...rest, order: orderId, item: itemId, subject: subjectId, hasWords: words !== "" };
	const personal = words === "" ? {} : { personal: { kid: `subject:${subjectId}` as const, value: { words } } };
	const events: NewEvent[] = [
		jobEvents["job.received"].make(agg, { ...body, clocks: { start: clocks } }, { refs, ...personal }),
	];
	const ended = endedByReceipt.filter((letter) => clocks.some((c) => c.clock === letter));
	if (ended.length > 0) {
		events.push(jobEvents["job.clock_moved"].make(agg, { clocks: { stop: ended }, reason: "received-at-counter" }));
	}
	if (reworkOf !== null) events.push(jobEvents["job.rework_linked"].make(agg, { of: reworkOf }));
	return events;
}

/** Pictures taken at the counter: of the item, of one piece, or of one mark of its condition. */
export function decidePhotographed(
	jobId: string,
	shows: { pieceId?: string; mark?: string; insteadOf?: string },
	blobs: BlobRef[],
): NewEvent[] {
	return blobs.length === 0 ? [] : [jobEvents["job.photographed"].make(`job:${jobId}`, shows, { blobs })];
}
