/**
 * An event as one line of an item's record: its type and the few facts a person wants to read, as codes. Money the
 * customer pays is there, nothing personal and no cost of ours. Events that only serve the machine make no line.
 */
import { aggKey, aggKind, type JsonValue, type WeltEvent } from "../../../domain/event/event.ts";
import type { ItemRecord } from "./record.ts";

type Line = ItemRecord["timeline"][number];
type Facts = Line["facts"];
type Pick = (body: Record<string, JsonValue>) => Facts;

const text = (value: JsonValue | undefined) => (typeof value === "string" ? value : "");
const number = (value: JsonValue | undefined) => (typeof value === "number" ? value : 0);
const list = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);
const field = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
	typeof value === "object" && value !== null && !Array.isArray(value) ? value[name] : undefined;
const none: Pick = () => ({});

/** Event type → its facts. What is not named here makes no line. */
const lines: Record<string, Pick> = {
	"item.registered": (b) => ({ brand: text(b.brand), kind: text(b.kind) }),
	"item.set": (b) => ({ fields: Object.keys((b.changes as Record<string, JsonValue>) ?? {}) }),
	"item.code_added": (b) => ({ kind: text(b.kind), value: text(b.value) }),
	"item.piece_added": (b) => ({ piece: text(b.kind) }),
	"item.purchase_recorded": (b) => ({ channel: text(b.channel), boughtOn: text(b.boughtOn) }),
	"item.refused": (b) => ({ reason: text(b.reason) }),
	"item.refusal_appealed": (b) => ({ decision: text(b.decision) }),
	"item.merged": none,
	"job.received": (b) => ({ services: list(b.services).map(text), marks: list(b.condition).length }),
	"job.photographed": none,
	"job.finding_added": (b) => ({
		fault: text(field(b.finding, "fault")),
		component: text(field(b.finding, "component")),
	}),
	"job.liability_decided": (b) => ({ cause: text(b.cause), rules: list(b.rules).map(text) }),
	"job.outcome_decided": (b) => ({ outcome: text(b.outcome) }),
	"job.quoted": (b) => ({ version: number(b.version), totalFen: number(field(b.totals, "customerFen")) }),
	"job.quote_answered": (b) => ({ version: number(b.version), answer: text(b.answer), means: text(b.means) }),
	"job.step_finished": none,
	"job.part_used": (b) => ({ part: text(b.part) }),
	"job.troubled": (b) => ({ reason: text(b.reason) }),
	"job.repair_finished": none,
	"job.qc_passed": none,
	"job.qc_failed": (b) => ({ reason: text(b.reason) }),
	"job.shelved": (b) => ({ shelf: text(b.shelf) }),
	"job.handed_over": (b) => ({ complete: b.complete === true, pieces: list(b.pieces).length }),
	"job.kept_for_rework": (b) => ({ reason: text(b.reason) }),
	"job.followed_up": (b) => ({ result: text(b.result) }),
	"job.cancelled": (b) => ({ reason: text(b.reason) }),
	"job.voided": (b) => ({ reason: text(b.reason) }),
	"job.corrected": (b) => ({ fields: Object.keys((b.changes as Record<string, JsonValue>) ?? {}) }),
	"job.dispatched": (b) => ({ to: text(b.toName) }),
	"job.accepted": none,
	"job.recalled": none,
	"job.rework_linked": none,
};

/** Undefined for events that make no line. */
export function timelineLine(
	event: WeltEvent,
	names: (id: string) => string,
	workshop: string | null = null,
): Line | undefined {
	const facts = lines[event.type];
	if (!facts) return undefined;
	return {
		id: event.id,
		at: new Date(event.wall).toISOString(),
		by: names(event.actor),
		type: event.type,
		jobId: aggKind(event.agg) === "job" ? aggKey(event.agg) : null,
		workshop,
		facts: facts(event.body),
		photos: workshop !== null ? [] : event.blobs.filter((b) => b.kid.startsWith("order:")).map((b) => b.sha),
	};
}
