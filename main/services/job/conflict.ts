/** Two decisions made apart: shown side by side, ended by a person's choice. */
import { conflicts } from "../../../domain/event/decision.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import { decideResolve, stageToRedo, stands } from "../../../domain/job/inspect/conflict.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { jobCalls } from "../../../preload/contract/job.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { iso, personView } from "../bench/views.ts";
import { move } from "./job-reader.ts";

type Views = OutputOf<(typeof jobCalls)["job.get"]>["conflicts"];

function eventsOf(app: App, ids: readonly string[]): WeltEvent[] {
	return ids.flatMap((id) => app.events.find(id) ?? []);
}

/** What was chosen in a decision, as a code: an outcome, an answer, a stage. */
function choiceOf({ body }: WeltEvent): string | null {
	const { outcome, answer, stage, reason } = body;
	const choice = outcome ?? answer ?? stage ?? reason;
	return typeof choice === "string" ? choice : null;
}

export function conflictViews(app: App, job: JobState): Views {
	return conflicts(job.heads).map(({ field, events }) => ({
		field,
		decisions: eventsOf(app, events).map((event) => {
			const holds = stands(job, event);
			return {
				id: event.id,
				type: event.type,
				choice: choiceOf(event),
				at: iso(event.wall),
				by: personView(app, event.actor),
				stands: holds,
				stage: holds ? job.stage : stageToRedo(event),
			};
		}),
	}));
}

export function resolveConflict(app: App, by: By, input: ParsedOf<(typeof jobCalls)["job.resolveConflict"]>) {
	const { state: job } = app.states.getAt("job", input.jobId, input.version);
	const decisions = eventsOf(app, job.heads.stage ?? []);
	return move(app, by, job.id, decideResolve(job, decisions, input.kept, input.reason));
}
