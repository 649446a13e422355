/**
 * The whole record of an item, for the screen a scan opens: folded states first, then the events as lines. Reads only,
 * prepared statements only: this is what a scanner waits for.
 */
import { type CounterReader, createCounterReader } from "../../../db/queries/counter.ts";
import { localDay } from "../../../domain/clock/zone.ts";
import { refuse } from "../../../domain/errors.ts";
import type { AggId, WeltEvent } from "../../../domain/event/event.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import { acceptedQuote, type JobState, owedFen } from "../../../domain/job/state.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { itemCalls } from "../../../preload/contract/item.ts";
import type { App } from "../../app.ts";
import { findMasked } from "../customer/masked.ts";
import { suspectedDouble } from "../passport/double.ts";
import { type Elsewhere, elsewhere, wholeItem, workshopName } from "../passport/elsewhere.ts";
import { briefOf } from "./brief.ts";
import { coverageOf } from "./coverage.ts";
import { timelineLine } from "./timeline.ts";

export type ItemRecord = OutputOf<(typeof itemCalls)["item.record"]>;
type JobLine = ItemRecord["jobs"][number];

/** Jobs whose every event is read; older ones are listed with their result. */
const jobsInTimeline = 20;
const mostPhotos = 200;
const iso = (ms: number) => new Date(ms).toISOString();

/** Vocabulary codes of purchase.authenticity; -1 is a suspicion and only ever called "held". */
export const authenticityCodes = ["unknown", "label-match", "code-verified", "chip-matched"] as const;

export function createRecordDesk(app: App): { record(itemId: string): ItemRecord } {
	const rows = createCounterReader(app.reader);
	return { record: (itemId) => record(app, rows, itemId) };
}

function record(app: App, rows: CounterReader, askedId: string): ItemRecord {
	const known = elsewhere(app, askedId);
	const item = wholeItem(app, askedId, known) ?? refuse("not-found", "item.not-found");
	const here = app.states.find("item", item.id);
	const version = here?.version ?? 0;
	const jobs = rows.jobsOfItem(item.id).flatMap((id) => app.states.find("job", id)?.state ?? []);
	const { state: store } = app.store();
	const todayOn = localDay(app.ports.clock.now(), store.calendar.zone);
	const names = personNames(app);
	const inTimeline = jobs.slice(0, jobsInTimeline);
	const aggs: AggId[] = [`item:${item.id}`, ...inTimeline.map((j) => `job:${j.id}` as const)];
	const subject = jobs.find((j) => j.stage !== "voided")?.subject;
	return {
		item: { ...briefOf(item), materials: item.materials, version },
		mergedFrom: item.id === askedId ? null : askedId,
		...{ here: here !== undefined, archiveAt: archiveAt(app, item.id) },
		double: here ? doubleBrief(app, here.state) : null,
		pieces: item.pieces,
		codes: item.codes,
		purchase: purchaseOf(item),
		coverage: coverageOf(item, { store, index: app.standard.index, todayOn }),
		customer: (subject && findMasked(app, subject)) || null,
		jobs: jobs.map((job) => jobLine(app, job, todayOn)),
		elsewhere: known.jobs.map((each) => lineElsewhere(app, each, todayOn)),
		openJobId: rows.openJobOfItem(item.id) ?? null,
		photos: jobs.flatMap(photosOf).slice(0, mostPhotos),
		refusals: item.refusals.map((r) => ({
			id: r.event,
			at: iso(r.at),
			by: names(r.by),
			reason: r.reason,
			note: r.noted ? wordsIn(app, r.event) : "",
			appeal: r.appeal && { at: iso(r.appeal.at), by: names(r.appeal.by), decision: r.appeal.decision },
		})),
		timeline: history(app, aggs, known.events, names),
		shortened: jobs.length > inTimeline.length,
	};
}

/** Newest first. What others wrote stands among it by its time, what was stored here in the order it was stored. */
function history(
	app: App,
	aggs: readonly AggId[],
	others: readonly WeltEvent[],
	names: (id: string) => string,
): ItemRecord["timeline"] {
	const own = app.events.list(aggs).flatMap((event) => timelineLine(event, names) ?? []);
	if (others.length === 0) return own.reverse();
	const theirs = others.flatMap((event) => timelineLine(event, () => "", workshopName(app, event.store)) ?? []);
	return [...own, ...theirs].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).reverse();
}

const archiveAt = (app: App, itemId: string) => {
	const at = app.sync.passports.answeredAt(itemId);
	return at === undefined ? null : iso(at);
};

function doubleBrief(app: App, item: ItemState): ItemRecord["double"] {
	const other = suspectedDouble(app, item);
	return other ? briefOf(other) : null;
}

function lineElsewhere(app: App, { job, store, number }: Elsewhere["jobs"][number], todayOn: string) {
	const left = job.handovers.findLast((h) => h.complete);
	return {
		...{ jobId: job.id, workshop: workshopName(app, store), number, stage: job.stage, services: job.services },
		receivedAt: iso(job.receivedAt),
		handedAt: left ? iso(left.at) : null,
		outcome: job.outcome?.outcome ?? null,
		reworks: job.reworks,
		...workOf(app, job, todayOn),
	};
}

/** What was found and done, and how long that is warranted. */
function workOf(app: App, job: JobState, todayOn: string) {
	const { operations } = app.standard.index;
	return {
		faults: [...new Set(job.findings.map((f) => f.fault))],
		operations: [...new Set((acceptedQuote(job)?.lines ?? []).map((l) => l.code).filter((c) => operations.has(c)))],
		warranty: job.warranty.map(({ operation, until }) => {
			return { operation, untilOn: until, running: until >= todayOn };
		}),
	};
}

/** Reads each name once per record. */
function personNames(app: App): (id: string) => string {
	const known = new Map<string, string>();
	return (id) => {
		let name = known.get(id);
		if (name === undefined) {
			name = app.states.find("person", id)?.state.name ?? "";
			known.set(id, name);
		}
		return name;
	};
}

function wordsIn(app: App, eventId: string): string {
	const event = app.events.find(eventId);
	const words = event && app.vault.open(event)?.words;
	return typeof words === "string" ? words : "";
}

function purchaseOf(item: ItemState): ItemRecord["purchase"] {
	if (!item.purchase) return null;
	const { channel, shop, boughtOn, proof, orderNumber, priceFen, authenticity } = item.purchase;
	const code = authenticity < 0 ? "held" : (authenticityCodes[authenticity] ?? "unknown");
	return { channel, shop, boughtOn, proof, orderNumber, priceFen, authenticity: code, proofs: item.proofs };
}

function photosOf(job: JobState): ItemRecord["photos"] {
	return job.photos.map(({ sha, role, at, pieceId, originals = [] }) => {
		return { handle: sha, role, at: iso(at), jobId: job.id, pieceId, originals };
	});
}

function jobLine(app: App, job: JobState, todayOn: string): JobLine {
	const quote = acceptedQuote(job);
	const order = app.states.find("order", job.order)?.state;
	const left = job.handovers.findLast((h) => h.complete);
	return {
		jobId: job.id,
		orderId: job.order,
		number: order?.number ?? "",
		ordinal: job.ordinal,
		stage: job.stage,
		receivedAt: iso(job.receivedAt),
		promisedAt: iso(job.promisedAt),
		handedAt: left ? iso(left.at) : null,
		services: job.services,
		outcome: job.outcome?.outcome ?? null,
		customerFen: owedFen(job),
		brandFen: quote?.totals.brandFen ?? 0,
		reworks: job.reworks,
		reworkOf: job.reworkOf,
		goingBack: job.returning,
		...workOf(app, job, todayOn),
		photos: job.photos.length,
	};
}
