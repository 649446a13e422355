/** Back to the bench from the counter: what the customer finds not right stays and is worked on again. */
import { repairClockCode, startClocks } from "../../../domain/job/clock-moves.ts";
import { keptOf, type LeavingJob } from "../../../domain/job/leave/hand-over.ts";
import { decideKeep, type KeepFacts } from "../../../domain/job/leave/keep.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { handoverCalls } from "../../../preload/contract/handover.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";

type Call = (typeof handoverCalls)["handover.keep"];

function factsOf(app: App): KeepFacts {
	const { index } = app.standard;
	const { calendar, policies } = app.store().state;
	return {
		standard: index.standard,
		repairClock: (operations) =>
			startClocks(index, [repairClockCode(index, operations)], calendar, app.ports.clock.now(), policies.clockSet),
		newId: app.ports.ids.uuid,
	};
}

/** The whole job stays. */
export function keepForRework(app: App, by: By, { jobId, version, reason }: ParsedOf<Call>): OutputOf<Call> {
	const { state: job } = app.states.getAt("job", jobId, version);
	app.log.append(by.person, [decideKeep(job, { reason }, factsOf(app))]);
	const now = app.states.get("job", jobId);
	return { version: now.version, stage: now.state.stage };
}

/** What stays of a job others of whose pieces, or of whose order, just left. Inside the hand-over's transaction. */
export function keepWhatStays(app: App, by: By, jobId: string, leaving: LeavingJob, handover: string): void {
	const reason = keptOf(leaving);
	const job = app.log.state<JobState>(`job:${jobId}`)?.state;
	if (reason && job) app.log.append(by.person, [decideKeep(job, { reason, handover }, factsOf(app))]);
}
