/** Two decisions made apart: shown side by side, ended by a person's choice. */
import { conflicts } from "../../../domain/event/decision.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import { custodyBy, custodyField } from "../../../domain/job/fold/move.ts";
import { decideResolve, stageToRedo, stands } from "../../../domain/job/inspect/conflict.ts";
import { decideCustody } from "../../../domain/job/move/decide.ts";
import { workshopIn } from "../../../domain/job/move/guard.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { jobCalls } from "../../../preload/contract/job.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { iso, personView } from "../bench/views.ts";
import { workshopView } from "../transfer/reader.ts";
import { move } from "./job-reader.ts";

type Views = OutputOf<(typeof jobCalls)["job.get"]>["conflicts"];

function eventsOf(app: App, ids: readonly string[]): WeltEvent[] {
	return ids.flatMap((id) => app.events.find(id) ?? []);
}

/** What was chosen in a decision, as a code: an outcome, an answer, a stage. */
function choiceOf({ body }: WeltEvent): string | null {
	const { outcome, answer, stage, toName, reason } = body;
	const choice = outcome ?? answer ?? stage ?? toName ?? reason;
	return typeof choice === "string" ? choice : null;
}

export function conflictViews(app: App, job: JobState): Views {
	return conflicts(job.heads).map(({ field, events }) => ({
		field,
		decisions: eventsOf(app, events).map((event) => {
			const custody = field === custodyField;
			const holds = custody ? hasIt(job, event.id) : stands(job, event);
			return {
				id: event.id,
				type: event.type,
				choice: choiceOf(event),
				at: iso(event.wall),
				by: personView(app, event.actor),
				workshop: custody ? workshopView(app, event.store, workshopIn(job, event.store)).name : null,
				stands: holds,
				stage: holds || custody ? job.stage : stageToRedo(event),
			};
		}),
	}));
}

/** The job is where this decision says. */
function hasIt(job: JobState, decision: string): boolean {
	return JSON.stringify(custodyBy(job, decision)) === JSON.stringify(job.custody);
}

export function resolveConflict(app: App, by: By, input: ParsedOf<(typeof jobCalls)["job.resolveConflict"]>) {
	const { state: job } = app.states.getAt("job", input.jobId, input.version);
	if (job.heads[custodyField]?.includes(input.kept)) {
		return move(app, by, job.id, [decideCustody(job, input.kept, input.reason)]);
	}
	const decisions = eventsOf(app, job.heads.stage ?? []);
	return move(app, by, job.id, decideResolve(job, decisions, input.kept, input.reason));
}
