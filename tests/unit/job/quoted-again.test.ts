/** The quote is talked about again while the repair is under way: what was agreed goes on, what is not agreed never does. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../../domain/errors.ts";
import type { NewEvent, WeltEvent } from "../../../domain/event/event.ts";
import { jobFold } from "../../../domain/job/fold/fold.ts";
import { answerClocks, decideAnswer } from "../../../domain/job/inspect/answer.ts";
import { decideQuote, quoteClocks } from "../../../domain/job/inspect/quote.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { decideAgreed, listQuote } from "../../../domain/job/receive/agreed.ts";
import { acceptedQuote, currentQuote, type JobState } from "../../../domain/job/state.ts";
import { openWork, standsStill } from "../../../domain/job/work/agreed.ts";
import * as decide from "../../../domain/job/work/bench.ts";
import { decideFail } from "../../../domain/job/work/qc.ts";
import { workerOf } from "../../../domain/job/work/steps.ts";
import { index } from "../standard/sample.ts";

const hour = 3_600_000;
const rules: decide.PauseRules = { stopsClock: ["waiting-part", "customer-asked"], waiting: () => [] };
const repair = [{ clock: "F", dueAt: 9e12, warnAt: 8e12 }];

/** A job whose customer agreed to two works of one step each: a clean (O42) and a patch (O16). */
function work() {
	let state: JobState | undefined;
	let count = 0;
	const now = { ms: 1_000_000 };
	const newId = () => `n${++count}`;
	const job = (): JobState => {
		if (!state) throw new Error("not received");
		return state;
	};
	const append = (events: readonly NewEvent[], by = "li") => {
		for (const event of events) {
			const full = { ...event, id: newId(), wall: now.ms, actor: by, refs: [], blobs: [] } as unknown as WeltEvent;
			state = jobFold.fold(state, full);
		}
	};
	const quote = (services: readonly string[]) => {
		const made = listQuote(index, services, "", newId);
		const reason = currentQuote(job()) ? { reason: "customer-asked" as const } : {};
		const clocks = quoteClocks(job(), made.lines, []);
		append(
			decideQuote(job(), index, made, { judged: [], needs: [], approved: true, validUntil: 9e12, ...reason, clocks }),
		);
	};
	const answer = (said: "accepted" | "declined" | "changed") => {
		const given = {
			quoteVersion: job().quotes.length,
			means: "paper",
			words: "好",
			reason: { code: "too-expensive" },
		} as const;
		append(
			decideAnswer(
				job(),
				{ ...given, answer: said, testFee: false, returnOldParts: false },
				{
					index,
					province: "",
					testFeeFen: 0,
					now: now.ms,
					hasSignature: false,
					newId,
					clocks: answerClocks(job(), said, repair, []),
				},
			),
		);
	};
	const step = (operation: string, round = 0) => {
		const found = job().steps.find((s) => s.operation === operation && s.round === round);
		if (!found) throw new Error(`no step of ${operation}`);
		return found;
	};
	const start = (id: string, by = "li") => append(decide.decideStart(job(), { step: id }, { by, now: now.ms }), by);
	const finish = (id: string, by = "li") =>
		append(decide.decideFinish(job(), { step: id, next: false }, { by, now: now.ms }), by);
	append([
		jobEvents["job.received"].make("job:1", {
			order: "o",
			item: "i",
			subject: "s",
			ordinal: 1,
			pieces: [{ id: "p", kind: "pair", no: 1 }],
			services: ["O42", "O16"],
			accessories: [],
			condition: [],
			declaredValueFen: null,
			hasWords: false,
			promisedAt: 9e12,
		}),
	]);
	append([decideAgreed(job())]);
	quote(["O42", "O16"]);
	answer("accepted");
	return { job, append, now, newId, quote, answer, step, start, finish };
}

const reasonOf = (act: () => unknown): string => {
	try {
		act();
		return "ok";
	} catch (error) {
		return error instanceof Refusal ? error.reason : String(error);
	}
};
const clockRuns = (job: JobState) => {
	const clock = job.clocks.find((c) => c.clock === "F" && c.stoppedAt === null);
	return clock?.pauses.every((p) => p.to !== null) ?? false;
};

describe("a new version asked for while the work is under way", () => {
	test("leaves agreed work where it is: what runs runs on, its clock too, what is open may be started", () => {
		const { job, quote, start, finish, step } = work();
		start(step("O42").id);
		quote(["O42", "O16", "O36"]);
		expect(job().stage).toBe("quote");
		expect(step("O42").state).toBe("running");
		expect(clockRuns(job())).toBe(true);
		finish(step("O42").id);
		start(step("O16").id);
		expect(step("O16").state).toBe("running");
		// What only the new version asks for is not at the bench yet.
		expect(job().steps.map((s) => s.operation)).toEqual(["O42", "O16"]);
	});

	test("stops what it leaves out, and that only", () => {
		const { job, quote, start, step } = work();
		start(step("O16").id);
		quote(["O42", "O36"]);
		expect(step("O16")).toMatchObject({ state: "paused", pausedFor: "customer-asked" });
		expect(clockRuns(job())).toBe(false);
		expect(reasonOf(() => start(step("O16").id))).toBe("bench.step-left-out");
		start(step("O42").id);
		expect(clockRuns(job())).toBe(true);
	});

	test("once all that is agreed is done it is the customer's turn, not quality control's", () => {
		const { job, quote, start, finish, step } = work();
		quote(["O42", "O16", "O36"]);
		expect(clockRuns(job())).toBe(false);
		for (const code of ["O42", "O16"]) {
			start(step(code).id);
			expect(clockRuns(job())).toBe(true);
			finish(step(code).id);
		}
		expect(job().stage).toBe("quote");
		expect(clockRuns(job())).toBe(false);
		expect(reasonOf(() => decide.decideFinishRepair(job()))).toBe("bench.quote-waits");
	});

	test("accepted: done stays done, running runs on, the new work waits to be started", () => {
		const { job, quote, answer, start, finish, step } = work();
		start(step("O42").id);
		finish(step("O42").id);
		start(step("O16").id);
		quote(["O42", "O16", "O36"]);
		answer("accepted");
		expect(job().stage).toBe("repair");
		expect(job().steps.map((s) => [s.operation, s.state])).toEqual([
			["O42", "done"],
			["O16", "running"],
			["O36", "todo"],
		]);
		expect(clockRuns(job())).toBe(true);
	});

	test("accepted without work that was begun: its time counts, nobody has to finish it", () => {
		const { job, quote, answer, start, finish, step, now } = work();
		start(step("O16").id);
		now.ms += hour;
		quote(["O42"]);
		answer("accepted");
		expect(step("O16")).toMatchObject({ state: "done", pausedFor: null });
		expect(step("O16").runs).toMatchObject([{ to: now.ms }]);
		start(step("O42").id);
		finish(step("O42").id);
		expect(job().stage).toBe("qc");
	});

	test("declined or put off: what was agreed goes on, what it left out too", () => {
		for (const said of ["declined", "changed"] as const) {
			const { job, quote, answer, start, step } = work();
			quote(["O42"]);
			expect(reasonOf(() => start(step("O16").id))).toBe("bench.step-left-out");
			answer(said);
			expect(job().stage).toBe(said === "declined" ? "repair" : "quote");
			start(step("O16").id);
			expect(step("O16").state).toBe("running");
		}
	});

	test("in a rework round keeps the work that is to be done again", () => {
		const { job, append, quote, answer, start, finish, step, now, newId } = work();
		for (const code of ["O42", "O16"]) {
			start(step(code).id);
			finish(step(code).id);
		}
		const failure = {
			points: [{ point: "A8", passed: false }],
			reason: "not-clean",
			words: "",
			redo: [{ operation: "O42" }],
		};
		append(decideFail(job(), ["A8"], failure, { by: "wang", now: now.ms }, newId));
		quote(["O42", "O16", "O36"]);
		answer("accepted");
		expect(job().steps.map((s) => [s.operation, s.round, s.state])).toEqual([
			["O42", 0, "done"],
			["O16", 0, "done"],
			["O36", 0, "todo"],
			["O42", 1, "todo"],
		]);
	});

	test("is not begun on by anybody who never agreed to anything", () => {
		const { job, quote } = work();
		const never = { ...job(), stage: "quote" as const, quotes: job().quotes.map((q) => ({ ...q, answer: null })) };
		expect(reasonOf(() => decide.decideAssign(never, "li"))).toBe("bench.not-approved");
		quote(["O42"]);
		expect(reasonOf(() => decide.decideAssign(job(), "li"))).toBe("ok");
	});
});

const act = fc.record({
	kind: fc.constantFrom("start", "start", "finish", "finish", "pause", "reopen", "quote", "answer", "end", "wait"),
	on: fc.nat(5),
	by: fc.constantFrom("li", "wang"),
	services: fc.constantFrom(["O42", "O16"], ["O42"], ["O16", "O36"], ["O42", "O16", "O36"]),
	said: fc.constantFrom("accepted" as const, "accepted" as const, "declined" as const, "changed" as const),
	reason: fc.constantFrom("shift-end", "customer-asked"),
	ms: fc.constantFrom(0, 1000, 30 * hour),
});

test("whatever is asked, answered and done, nobody works on what the customer has not agreed to", () => {
	fc.assert(
		fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
			const { job, append, now, quote, answer, start, finish } = work();
			for (const { kind, on, by, services, said, reason, ms } of acts) {
				now.ms += ms;
				const before = job();
				const id = before.steps[on % Math.max(1, before.steps.length)]?.id ?? "";
				const outcome = reasonOf(() => {
					if (kind === "start") start(id, by);
					else if (kind === "finish") finish(id, by);
					else if (kind === "pause") append(decide.decidePause(before, { step: id, reason }, rules), by);
					else if (kind === "reopen") append(decide.decideReopen(before, { step: id, reason: "wrong-scan" }), by);
					else if (kind === "quote") quote(services);
					else if (kind === "answer") answer(said);
					else if (kind === "end") append(decide.decideFinishRepair(before), by);
				});
				expect(outcome).toMatch(/^(ok|[a-z]+\.[a-z-]+)$/);
				const after = job();
				const agreed = new Set(acceptedQuote(after)?.lines.map((line) => line.code));
				for (const step of after.steps) {
					const worker = workerOf(step);
					expect(worker !== undefined).toBe(step.state === "running");
					if (step.state === "done") continue;
					// Open work is agreed work, and nobody stands at what the waiting version leaves out.
					expect(agreed.has(step.operation)).toBe(true);
					if (standsStill(after, step)) expect(worker).toBeUndefined();
				}
				const workers = after.steps.flatMap((s) => workerOf(s) ?? []);
				if (workers.length > 0) expect(clockRuns(after)).toBe(true);
				if (after.stage === "qc") expect(openWork(after)).toEqual([]);
				expect(["repair", "quote", "qc"]).toContain(after.stage);
				expect(new Set(after.steps.map((s) => s.id)).size).toBe(after.steps.length);
				expect(after.heads.stage).toHaveLength(1);
			}
		}),
		{ numRuns: 300 },
	);
});
