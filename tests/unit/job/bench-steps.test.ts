import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../../domain/errors.ts";
import type { NewEvent, WeltEvent } from "../../../domain/event/event.ts";
import type { StepPlan } from "../../../domain/job/events/quote.ts";
import { jobFold } from "../../../domain/job/fold/fold.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { JobState } from "../../../domain/job/state.ts";
import * as decide from "../../../domain/job/work/bench.ts";
import { decideFail, decidePass } from "../../../domain/job/work/qc.ts";
import { hindranceOf, timeByPerson, workerOf } from "../../../domain/job/work/steps.ts";

const hour = 3_600_000;
const people = ["li", "wang", "chen"];
const rules: decide.PauseRules = {
	stopsClock: ["waiting-part", "customer-asked"],
	waiting: (reason) => (reason === "waiting-part" ? [{ clock: "G", dueAt: 9e12, warnAt: 8e12 }] : []),
};

/** Two operations on one pair; the second step of the first one cures for two hours. */
const plan: StepPlan[] = [
	{ id: "a1", operation: "O01", no: 1, title: "除胶", minutes: 5, cureHours: 0 },
	{ id: "a2", operation: "O01", no: 2, title: "压合", minutes: 5, cureHours: 2 },
	{ id: "a3", operation: "O01", no: 3, title: "修边", minutes: 5, cureHours: 0 },
	{ id: "b1", operation: "O14", no: 4, title: "车线", minutes: 9, cureHours: 0 },
];

/** A job's own small log: events in, state out, as the workstation folds it. */
function bench() {
	let state: JobState | undefined;
	let count = 0;
	const now = { ms: 1_000_000 };
	const seen: WeltEvent[] = [];
	const append = (by: string, events: readonly NewEvent[]) => {
		for (const event of events) {
			count += 1;
			const full = { ...event, id: `e${count}`, wall: now.ms, actor: by, refs: [], blobs: [] } as unknown as WeltEvent;
			seen.push(full);
			state = jobFold.fold(state, full);
		}
	};
	const job = (): JobState => {
		if (!state) throw new Error("not received");
		return state;
	};
	const base = () => ({ base: job().heads.stage ?? [] });
	append("clerk", [
		jobEvents["job.received"].make("job:1", {
			order: "o",
			item: "i",
			subject: "s",
			ordinal: 1,
			pieces: [{ id: "p", kind: "pair", no: 1 }],
			services: [],
			accessories: [],
			condition: [],
			declaredValueFen: null,
			hasWords: false,
			promisedAt: 9e12,
		}),
	]);
	append("clerk", [jobEvents["job.outcome_decided"].make("job:1", { outcome: "repair" }, base())]);
	const answer = { version: 1, answer: "accepted", means: "paper", plan, acceptance: ["A1"] } as const;
	const clocks = { start: [{ clock: "F", dueAt: 9e12, warnAt: 8e12 }] };
	append("clerk", [
		jobEvents["job.quote_answered"].make("job:1", { ...answer, plan: [...plan], acceptance: ["A1"], clocks }, base()),
	]);
	return { job, append, now, seen };
}

const act = fc.record({
	kind: fc.constantFrom("start", "pause", "finish", "next", "reopen", "clock-stop", "clock-go", "pass", "fail", "wait"),
	step: fc.constantFrom("a1", "a2", "a3", "b1", "newest"),
	by: fc.constantFrom(...people),
	early: fc.boolean(),
	reason: fc.constantFrom("shift-end", "waiting-part", "customer-asked"),
	ms: fc.constantFrom(0, 1000, hour, 3 * hour),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function decided(
	job: JobState,
	{ kind, step: named, by, early, reason }: Act,
	now: number,
	newId: () => string,
): NewEvent[] {
	const step = named === "newest" ? (job.steps.at(-1)?.id ?? "") : named;
	const at = { by, now };
	switch (kind) {
		case "start":
			return decide.decideStart(job, early ? { step, early: "tested-dry" } : { step }, at);
		case "pause":
			return decide.decidePause(job, { step, reason }, rules);
		case "finish":
		case "next":
			return decide.decideFinish(job, { step, next: kind === "next" }, at);
		case "reopen":
			return decide.decideReopen(job, { step, reason: "wrong-scan" });
		case "clock-stop":
			return decide.decideClockPause(job, reason, rules);
		case "clock-go":
			return decide.decideClockResume(job);
		case "pass":
			return decidePass(job, ["A1"], [{ point: "A1", passed: true }], { ...at, selfInspection: false });
		case "fail": {
			const failure = {
				points: [{ point: "A1", passed: false }],
				reason: "bond-open",
				words: "",
				redo: [{ operation: "O01" }],
			};
			return decideFail(job, ["A1"], failure, at, newId);
		}
		default:
			return [];
	}
}

function checkLaws(job: JobState, now: number): void {
	for (const step of job.steps) {
		const open = step.runs.filter((r) => r.to === null);
		// A step runs exactly while one person works on it.
		expect(open.length).toBe(step.state === "running" ? 1 : 0);
		for (const run of step.runs) expect(run.to ?? now).toBeGreaterThanOrEqual(run.from);
		const total = step.runs.reduce((sum, r) => sum + (r.to ?? now) - r.from, 0);
		expect([...timeByPerson(step, now).values()].reduce((a, b) => a + b, 0)).toBe(total);
	}
	// Nobody works on two steps at once.
	const workers = job.steps.flatMap((s) => workerOf(s) ?? []);
	expect(new Set(workers).size).toBe(workers.length);
	// It is at QC or further exactly when every step is done.
	const allDone = job.steps.every((s) => s.state === "done");
	expect(allDone).toBe(job.stage !== "repair");
	const clock = job.clocks.find((c) => c.clock === "F");
	const paused = clock?.pauses.some((p) => p.to === null) ?? false;
	// The clock stands still only while nobody works, and ends when QC passes.
	if (paused) expect(workers).toEqual([]);
	expect(clock?.stoppedAt === null).toBe(job.stage !== "hand-over");
	expect(job.clocks.filter((c) => c.stoppedAt === null && c.clock === "G").length).toBeLessThanOrEqual(1);
	expect(job.reworks).toBe(job.qc.filter((q) => !q.passed).length);
	expect(new Set(job.steps.map((s) => s.id)).size).toBe(job.steps.length);
}

test("whatever people do at the bench, the steps, the clock and the stage agree", () => {
	fc.assert(
		fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
			const { job, append, now } = bench();
			let ids = 0;
			for (const each of acts) {
				now.ms += each.ms;
				const before = job();
				let events: NewEvent[] = [];
				try {
					events = decided(before, each, now.ms, () => `n${++ids}`);
				} catch (error) {
					// The rules say no in the trade's words, never otherwise.
					expect(error).toBeInstanceOf(Refusal);
				}
				for (const event of events) {
					if (event.type !== "job.step_started") continue;
					const { step: id, early } = event.body as { step: string; early?: string };
					const finished = events.some((e) => e.type === "job.step_finished");
					const step = before.steps.find((s) => s.id === id);
					if (step && !finished)
						expect(hindranceOf(before, step, now.ms) === undefined || early !== undefined).toBe(true);
				}
				append(each.by, events);
				checkLaws(job(), now.ms);
			}
		}),
		{ numRuns: 300 },
	);
});

test("the same events give the same state, whatever it was decided by", () => {
	const { job, append, now, seen } = bench();
	append("li", decide.decideStart(job(), { step: "a1" }, { by: "li", now: now.ms }));
	now.ms += hour;
	append("li", decide.decideFinish(job(), { step: "a1", next: true }, { by: "li", now: now.ms }));
	let again: JobState | undefined;
	for (const event of seen) again = jobFold.fold(again, event);
	expect(again).toEqual(job());
});
