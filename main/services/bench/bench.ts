/**
 * The bench's commands: read the job at the version the screen saw, let the rules decide, append, answer where it stands.
 * Called by main/handlers/bench.ts. Shows nothing (queue.ts, job-view.ts do).
 */
import type { WorkRows } from "../../../db/queries/work.ts";
import { refuse } from "../../../domain/errors.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { startClocks } from "../../../domain/job/clock-moves.ts";
import type { JobState } from "../../../domain/job/state.ts";
import * as decide from "../../../domain/job/work/bench.ts";
import { decidePhoto, decideReturnPart, decideUsePart } from "../../../domain/job/work/parts.ts";
import { getPart, getReason } from "../../../domain/standard/lookup.ts";
import type { ReasonList } from "../../../domain/standard/rules.ts";
import type { benchCalls } from "../../../preload/contract/bench.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { repairs } from "./people.ts";
import { repairRule } from "./views.ts";

type Calls = typeof benchCalls;
type Input<K extends keyof Calls> = ParsedOf<Calls[K]>;
type OnJob = { jobId: string; version: number };

/** The standard's clock for a part that is waited for; the repair clock's pause is as long. */
const partClockRule = "G-core";

export function jobAt(app: App, { jobId, version }: OnJob): JobState {
	return app.states.getAt("job", jobId, version).state;
}

/** Appends what was decided and says where the job stands now. */
export function act(app: App, by: By, jobId: string, events: readonly NewEvent[]) {
	if (events.length > 0) app.log.append(by.person, events);
	const { state, version } = app.states.get("job", jobId);
	return { version, stage: state.stage };
}

function at(app: App, by: By): decide.At {
	return { by: by.person, now: app.ports.clock.now() };
}

/** A coded reason of the list; one that needs words is refused without them. */
export function checkedReason(app: App, list: ReasonList, code: string, words = ""): string {
	const reason = getReason(app.standard.index.standard, list, code);
	if (reason.note && words === "") refuse("invalid-input", "bench.words-needed", { reason: code });
	return code;
}

function pauseRules(app: App, job: JobState): decide.PauseRules {
	const { calendar, policies } = app.store().state;
	return {
		stopsClock: (repairRule(app, job)?.pauses ?? []).map((p) => p.why),
		waiting: (reason) =>
			reason === "waiting-part"
				? startClocks(app.standard.index, [partClockRule], calendar, app.ports.clock.now(), policies.clockSet)
				: [],
	};
}

export function take(app: App, by: By, input: Input<"bench.take">) {
	return act(app, by, input.jobId, decide.decideAssign(jobAt(app, input), by.person));
}

export function assign(app: App, by: By, input: Input<"bench.assign">) {
	const job = jobAt(app, input);
	const own = job.assignee === by.person || input.person === by.person;
	if (!own && !by.roles.includes("manager")) refuse("forbidden", "bench.not-yours-to-give");
	if (input.person !== null && !repairs(app, input.person)) refuse("invalid-input", "bench.not-a-technician");
	return act(app, by, input.jobId, decide.decideAssign(job, input.person));
}

/** What the person was doing on other jobs stops in the same transaction: nobody works at two benches. */
export function startStep(app: App, rows: WorkRows, by: By, input: Input<"bench.startStep">) {
	const job = jobAt(app, input);
	const events = decide.decideStart(job, { step: input.stepId, early: input.early }, at(app, by));
	return act(app, by, job.id, [...leaveOthers(rows, by, job.id), ...events]);
}

function leaveOthers(rows: WorkRows, by: By, jobId: string): NewEvent[] {
	const others = rows.workedOnBy(by.person).filter(({ state }) => state.id !== jobId);
	return others.flatMap(({ state }) => decide.decideLeave(state, by.person));
}

export function pauseStep(app: App, by: By, input: Input<"bench.pauseStep">) {
	const job = jobAt(app, input);
	const reason = checkedReason(app, "pause", input.reason, "-");
	return act(app, by, job.id, decide.decidePause(job, { step: input.stepId, reason }, pauseRules(app, job)));
}

export function finishStep(app: App, rows: WorkRows, by: By, input: Input<"bench.finishStep">) {
	const job = jobAt(app, input);
	const events = decide.decideFinish(job, { step: input.stepId, next: input.next }, at(app, by));
	const begins = events.some((e) => e.type === "job.step_started");
	return act(app, by, job.id, begins ? [...leaveOthers(rows, by, job.id), ...events] : events);
}

export function reopenStep(app: App, by: By, input: Input<"bench.reopenStep">) {
	const job = jobAt(app, input);
	const reason = checkedReason(app, "correction", input.reason, "-");
	return act(app, by, job.id, decide.decideReopen(job, { step: input.stepId, reason }));
}

export function finishRepair(app: App, by: By, input: Input<"bench.finishRepair">) {
	return act(app, by, input.jobId, decide.decideFinishRepair(jobAt(app, input)));
}

export function usePart(app: App, by: By, input: Input<"bench.usePart">) {
	const job = jobAt(app, input);
	const { code: part } = getPart(app.standard.index, input.part);
	const { milli, operation, lot } = input;
	return act(app, by, job.id, decideUsePart(job, { id: app.ports.ids.uuid(), part, milli, operation, lot }));
}

export function returnPart(app: App, by: By, input: Input<"bench.returnPart">) {
	const job = jobAt(app, input);
	return act(app, by, job.id, decideReturnPart(job, input.use, checkedReason(app, "part-return", input.reason)));
}

export function trouble(app: App, by: By, input: Input<"bench.trouble">) {
	const job = jobAt(app, input);
	const { words, stop, stepId: step } = input;
	const reason = checkedReason(app, "trouble", input.reason, words);
	return act(app, by, job.id, decide.decideTrouble(job, { reason, step, words, stop }));
}

export function pauseClock(app: App, by: By, input: Input<"bench.pauseClock">) {
	const job = jobAt(app, input);
	const reason = checkedReason(app, "pause", input.reason, "-");
	return act(app, by, job.id, decide.decideClockPause(job, reason, pauseRules(app, job)));
}

export function resumeClock(app: App, by: By, input: Input<"bench.resumeClock">) {
	return act(app, by, input.jobId, decide.decideClockResume(jobAt(app, input)));
}

export function photoTicket(app: App, input: Input<"bench.photoTicket">) {
	const { state: job } = app.states.get("job", input.jobId);
	if (job.stage !== "qc") decide.requireWork(job);
	return { ticket: app.media.ticket(`order:${job.order}`, input.role) };
}

export function addPhoto(app: App, by: By, input: Input<"bench.addPhoto">) {
	const { state: job } = app.states.get("job", input.jobId);
	if (job.photos.some((p) => p.sha === input.handle)) refuse("rule-broken", "bench.photo-there");
	const { stepId: step, pieceId, insteadOf } = input;
	return act(app, by, job.id, decidePhoto(job, { step, pieceId, insteadOf, picture: app.blobs.ref(input.handle) }));
}
