/** The job's events as a record people read: who did what and when, newest first. Facts only; words are opened apart. */
import type { JsonObject, JsonValue, WeltEvent } from "../../../domain/event/event.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { jobCalls } from "../../../preload/contract/job.ts";
import type { App } from "../../app.ts";
import { iso, personView } from "../bench/views.ts";
import { writerView } from "../transfer/reader.ts";

type JobRecord = OutputOf<(typeof jobCalls)["job.record"]>;
type Facts = JobRecord["entries"][number]["facts"];

/** Fields of bodies a sentence can use; everything else stays in the log. */
const plainFields = [
	...["fault", "component", "severity", "cause", "proposed", "outcome", "amountFen", "reason", "score", "version"],
	...["answer", "means", "channel", "testFeeFen", "asAgreed", "shelf", "part", "milli", "ownWork", "complete"],
	...["result", "score", "done", "stage", "operation", "early", "toName", "sealWhole"],
] as const;

function isPlain(value: JsonValue | undefined): value is string | number | boolean {
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function factsOf(app: App, body: JsonObject, titles: ReadonlyMap<string, string>): Facts {
	const inner = (body.finding ?? body.now) as JsonValue | undefined;
	const source: JsonObject = { ...(typeof inner === "object" && inner && !Array.isArray(inner) ? inner : {}), ...body };
	const facts: Facts = {};
	for (const field of plainFields) {
		const value = source[field];
		if (isPlain(value)) facts[field] = value;
	}
	const totals = body.totals as JsonObject | undefined;
	if (totals && typeof totals.customerFen === "number") facts.customerFen = totals.customerFen;
	if (Array.isArray(body.rules)) facts.rules = body.rules.join(" ");
	if (Array.isArray(body.pieces)) facts.pieces = body.pieces.length;
	if (typeof body.step === "string") {
		facts.step = titles.get(body.step) ?? "";
		facts.stepEn = titles.get(`${body.step} en`) ?? facts.step;
	}
	if (typeof body.person === "string") facts.person = personView(app, body.person).name;
	if (typeof body.finding === "string") facts.fault = titles.get(body.finding) ?? "";
	return facts;
}

/** Step ids → titles (and with " en" behind: in English), finding ids → fault codes, as the events named them. */
function namesIn(events: readonly WeltEvent[]): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const { body } of events) {
		for (const step of [...list(body.plan), ...list(body.rework)]) {
			if (typeof step.id !== "string" || typeof step.title !== "string") continue;
			names.set(step.id, step.title);
			if (typeof step.titleEn === "string") names.set(`${step.id} en`, step.titleEn);
		}
		const { finding } = body;
		if (typeof finding === "object" && finding && !Array.isArray(finding)) {
			if (typeof finding.id === "string" && typeof finding.fault === "string") names.set(finding.id, finding.fault);
		}
	}
	return names;
}

function list(value: JsonValue | undefined): JsonObject[] {
	return Array.isArray(value) ? (value as JsonObject[]) : [];
}

export function jobRecord(app: App, jobId: string): JobRecord {
	app.states.get("job", jobId);
	const events = app.events.list([`job:${jobId}`]);
	const names = namesIn(events);
	const entries = events.map((event) => {
		const words = app.vault.open(event)?.words;
		return {
			id: event.id,
			type: event.type,
			at: iso(event.wall),
			by: writerView(app, event),
			facts: factsOf(app, event.body, names),
			words: typeof words === "string" && words !== "" ? words : null,
			photos: event.blobs.filter((b) => b.role !== "signature").map((b) => b.sha),
		};
	});
	return { entries: entries.reverse() };
}
