/** What a history says of a job's events. Undefined for any other. */

import type { JsonObject, WeltEvent } from "../../../domain/event/event.ts";
import type { Finding } from "../../../domain/finding/finding.ts";
import type { TimelineValue } from "../../../preload/contract/timeline.ts";
import type { Teller } from "./teller.ts";

type Values = Record<string, TimelineValue>;

export function tellJob(t: Teller, event: WeltEvent): Values | undefined {
	const b = event.body;
	return early(t, event, b) ?? late(t, event.type, b);
}

function early(t: Teller, event: WeltEvent, b: JsonObject): Values | undefined {
	switch (event.type) {
		case "job.received":
			return {
				pieces: t.pieces((b.pieces as { kind: string }[]).map((p) => p.kind)),
				services:
					(b.services as string[]).length > 0 ? t.operations(b.services as string[]) : t.code("services", "none"),
				promised: t.at(b.promisedAt),
			};
		case "job.photographed":
			return { count: t.number(event.blobs.length), role: t.code("photo", event.blobs[0]?.role ?? "other") };
		case "job.finding_added":
			return found(t, b.finding as unknown as Finding);
		case "job.finding_changed":
			return found(t, b.now as unknown as Finding);
		case "job.finding_removed":
			return { fault: t.called(b.finding) };
		case "job.liability_decided":
			return {
				fault: t.called(b.finding),
				cause: t.word(t.vocab.causes, String(b.cause)),
				outcome: t.code("liability", b.outcome),
				rules: t.text((b.rules as string[]).join(" ")),
			};
		case "job.outcome_decided":
			return { outcome: t.code("outcome", b.outcome) };
		case "job.quoted": {
			const totals = b.totals as JsonObject;
			return { version: t.number(Number(b.version)), total: t.fen(totals.customerFen), brand: t.fen(totals.brandFen) };
		}
		case "job.quote_answered":
			return {
				version: t.number(Number(b.version)),
				answer: t.code("answer", b.answer),
				means: t.code("means", b.means),
			};
		default:
			return undefined;
	}
}

function found(t: Teller, finding: Finding): Values {
	return {
		fault: t.fault(finding.fault),
		component: t.component(finding.component),
		severity: t.word(t.vocab.severities, finding.severity),
	};
}

function late(t: Teller, type: string, b: JsonObject): Values | undefined {
	switch (type) {
		case "job.assigned":
			return { person: b.person === null ? t.code("assigned", "nobody") : t.person(b.person) };
		case "job.step_started":
		case "job.step_paused":
		case "job.step_finished":
		case "job.step_reopened":
			return { step: t.called(b.step) };
		case "job.part_used":
			return { part: t.part(String(b.part)), quantity: { text: String(Number(b.milli) / 1000) } };
		case "job.part_returned":
			return { part: t.called(b.use) };
		case "job.qc_passed":
			return { points: t.number((b.points as unknown[]).length), own: t.code("own", b.ownWork) };
		case "job.qc_failed":
			return { points: t.number((b.points as { passed: boolean }[]).filter((p) => !p.passed).length) };
		case "job.shelved":
			return { shelf: b.shelf === null ? t.code("shelf", "none") : t.text(b.shelf) };
		case "job.handed_over":
			return {
				pieces: t.calledAll(b.pieces as string[]),
				missing: t.number((b.missing as unknown[]).length + ((b.staying as unknown[] | undefined)?.length ?? 0)),
			};
		case "job.kept_for_rework":
			return { pieces: t.calledAll(b.pieces as string[]) };
		case "job.followed_up":
			return { result: t.code("result", b.result), next: b.nextAt ? t.at(b.nextAt) : t.code("next", "none") };
		case "job.cancelled":
			return { fee: t.fen(b.testFeeFen ?? 0) };
		case "job.dispatched":
			return { to: t.text(b.toName), waybill: t.text(b.waybill || "—"), seal: t.text(b.seal || "—") };
		case "job.accepted":
			return { seal: t.code("seal", b.sealWhole) };
		case "job.rework_linked":
			return { number: earlierNumber(t, String(b.of)) };
		case "job.stage_resolved":
			return { stage: t.code("stage", b.stage) };
		default:
			return undefined;
	}
}

function earlierNumber(t: Teller, jobId: string): TimelineValue {
	const job = t.app.states.find("job", jobId)?.state;
	return t.text(job ? (t.app.states.find("order", job.order)?.state.number ?? "") : "");
}
