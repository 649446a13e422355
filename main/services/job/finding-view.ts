/** A judged finding as the job page shows it. */
import type { Judged } from "../../../domain/job/inspect/judge.ts";
import { acceptedQuote, type JobState } from "../../../domain/job/state.ts";
import type { FindingView } from "../../../preload/contract/job-fields.ts";
import type { App } from "../../app.ts";
import { iso, personView, wordsIn } from "../bench/views.ts";

export function findingView(app: App, job: JobState, judged: Judged): FindingView {
	const { finding, call } = judged;
	const agreed = acceptedQuote(job)?.lines.some((line) => line.findingIds.includes(finding.id)) ?? false;
	return {
		id: finding.id,
		fault: finding.fault,
		component: finding.component,
		material: finding.material ?? null,
		severity: finding.severity,
		pieceId: finding.pieceId ?? null,
		zones: finding.zones ?? [],
		measures: finding.measures ?? [],
		evidence: finding.evidence,
		pins: finding.pins ?? [],
		at: iso(finding.at),
		by: personView(app, finding.by),
		note: wordsIn(app, finding.noteIn),
		hasPhoto: judged.hasPhoto,
		coverage: judged.coverage,
		proposal: judged.proposal,
		ruleId: judged.ruleId,
		call: call && {
			cause: call.cause,
			outcome: call.outcome,
			rules: call.rules,
			reason: call.reason,
			note: wordsIn(app, call.event),
			second: call.second === null ? null : personView(app, call.second),
			stopUseTold: call.stopUseTold,
			at: iso(call.at),
			by: personView(app, call.by),
		},
		outdated: judged.outdated,
		agreed,
	};
}
