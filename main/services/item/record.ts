/**
 * The whole record of an item, for the screen a scan opens: folded states first, then the events as lines. Reads only,
 * prepared statements only: this is what a scanner waits for.
 */
import { type CounterReader, createCounterReader } from "../../../db/queries/counter.ts";
import { localDay } from "../../../domain/clock/zone.ts";
import { refuse } from "../../../domain/errors.ts";
import type { AggId } from "../../../domain/event/event.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import { acceptedQuote, type JobState, owedFen } from "../../../domain/job/state.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { itemCalls } from "../../../preload/contract/item.ts";
import type { App } from "../../app.ts";
import { findMasked } from "../customer/masked.ts";
import { briefOf, standingItem } from "./brief.ts";
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
	const item = standingItem(app, askedId) ?? refuse("not-found", "item.not-found");
	const version = app.states.get("item", item.id).version;
	const ids =
		item.id === askedId ? rows.jobsOfItem(item.id) : [...rows.jobsOfItem(item.id), ...rows.jobsOfItem(askedId)];
	const jobs = ids.flatMap((id) => app.states.find("job", id)?.state ?? []);
	const { state: store } = app.store();
	const todayOn = localDay(app.ports.clock.now(), store.calendar.zone);
	const names = personNames(app);
	const inTimeline = jobs.slice(0, jobsInTimeline);
	const aggs: AggId[] = [`item:${item.id}`, ...inTimeline.map((j) => `job:${j.id}` as const)];
	const subject = jobs.find((j) => j.stage !== "voided")?.subject;
	return {
		item: { ...briefOf(item), materials: item.materials, version },
		mergedFrom: item.id === askedId ? null : askedId,
		pieces: item.pieces,
		codes: item.codes,
		purchase: purchaseOf(item),
		coverage: coverageOf(item, { store, index: app.standard.index, todayOn }),
		customer: (subject && findMasked(app, subject)) || null,
		jobs: jobs.map((job) => jobLine(app, job, todayOn)),
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
		timeline: app.events
			.list(aggs)
			.flatMap((event) => timelineLine(event, names) ?? [])
			.reverse(),
		shortened: jobs.length > inTimeline.length,
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
	const { operations } = app.standard.index;
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
		faults: [...new Set(job.findings.map((f) => f.fault))],
		outcome: job.outcome?.outcome ?? null,
		operations: [...new Set((quote?.lines ?? []).map((l) => l.code).filter((c) => operations.has(c)))],
		customerFen: owedFen(job),
		brandFen: quote?.totals.brandFen ?? 0,
		reworks: job.reworks,
		reworkOf: job.reworkOf,
		goingBack: job.returning,
		warranty: job.warranty.map(({ operation, until }) => ({
			operation,
			untilOn: until,
			running: until >= todayOn,
		})),
		photos: job.photos.length,
	};
}
