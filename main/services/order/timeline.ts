/**
 * The whole history of an order: its own events and those of its jobs, items and customer since it was opened. Names
 * are looked up here, sentences stand in the screen. Personal words are opened, names and phones are masked or left out.
 */
import type { AggId, JsonObject, WeltEvent } from "../../../domain/event/event.ts";
import { aggKey, aggKind } from "../../../domain/event/event.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { orderCalls } from "../../../preload/contract/order.ts";
import type { TimelineEntry, TimelineValue } from "../../../preload/contract/timeline.ts";
import type { App } from "../../app.ts";
import { iso, personView } from "../bench/views.ts";
import { writerView } from "../transfer/reader.ts";
import { readOrder } from "./order-reader.ts";
import { changeLines } from "./tell-changes.ts";
import { tellJob } from "./tell-job.ts";
import { tellOrder } from "./tell-order.ts";
import { reasonOf } from "./tell-reason.ts";
import { createTeller, type Teller } from "./teller.ts";

/** An item and its customer are written in the same act as the order, a moment before it. */
const sameActMs = 5_000;

export function orderTimeline(app: App, orderId: string): OutputOf<(typeof orderCalls)["order.timeline"]> {
	const { order, jobs } = readOrder(app, orderId);
	const own: AggId[] = [`order:${orderId}`, ...order.jobs.map((id) => `job:${id}` as const)];
	const around: AggId[] = [`subject:${order.subject}`, ...new Set(jobs.map(({ job }) => `item:${job.item}` as const))];
	const since = order.openedAt - sameActMs;
	const events = app.events.list([...own, ...around]).filter((event) => own.includes(event.agg) || event.wall >= since);
	const teller = createTeller(app, events);
	const states = jobs.map(({ job }) => job);
	const jobOf = (event: WeltEvent) => {
		const key = aggKey(event.agg);
		const job = states.find((j) => j.id === key || j.item === key);
		return job ? { jobId: job.id, ordinal: job.ordinal } : null;
	};
	return { entries: events.map((event) => entry(app, teller, event, jobOf(event))).reverse() };
}

function entry(app: App, teller: Teller, event: WeltEvent, job: TimelineEntry["job"]): TimelineEntry {
	const kind = aggKind(event.agg);
	// What stands in a customer's own envelope is never words: it is who they are.
	const opened = event.pii && kind !== "subject" ? app.vault.open(event) : undefined;
	const approver = approverId(event.body);
	return {
		id: event.id,
		at: iso(event.wall),
		by: writerView(app, event),
		type: event.type,
		job: kind === "job" || kind === "item" ? job : null,
		values: { ...valuesOf(teller, event, opened ?? {}) },
		reason: reasonOf(app, event),
		approver: approver === undefined ? null : personView(app, approver),
		changes: changeLines(teller, event),
		words: typeof opened?.words === "string" && opened.words !== "" ? opened.words : null,
		sealed: event.pii !== undefined && kind !== "subject" && opened === undefined,
		photos: event.blobs.filter((b) => !app.keys.isErased(b.kid)).map((b) => b.sha),
	};
}

function valuesOf(teller: Teller, event: WeltEvent, opened: JsonObject): Record<string, TimelineValue> {
	return tellOrder(teller, event, opened) ?? tellJob(teller, event) ?? {};
}

function approverId({ approver }: JsonObject): string | undefined {
	if (typeof approver === "string") return approver;
	const person = typeof approver === "object" && approver && !Array.isArray(approver) ? approver.person : undefined;
	return typeof person === "string" ? person : undefined;
}
