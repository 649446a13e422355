/**
 * Whatever is sent, in whatever order, by whoever: the job only ever moves along the stages it may, every charged line
 * is on the list or carries a reason and a manager, and what the customer did not accept is never at the bench.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayMove, type Stage } from "../../../domain/job/stage.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { isOffList, quoteTotals } from "../../../domain/quote/check.ts";
import { findPrice } from "../../../domain/standard/lookup.ts";
import { openReadyWorkstation, type ReadyWorkstation, testPin } from "../../support/fixtures.ts";
import { type Choices, Journey } from "./inspected.ts";

let ws: ReadyWorkstation;
beforeAll(async () => {
	ws = await openReadyWorkstation();
});
afterAll(() => ws.dispose());

const roles = ["clerk", "technician", "inspector", "manager"] as const;
const evidence = ["matches-m", "matches-w", "symmetric-ground-wear", "burn", "hydrolysis", "flex-line"] as const;
const faults = ["FW01", "FW03", "FW05", "BG01", "FW99"] as const;
const operations = ["O01", "O02", "O16", "O43", "O68", "O99"] as const;

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const role = one(roles);
const reason = fc.option(
	fc.record({
		code: one(["goodwill", "new-evidence", "quality", "too-slow", "not-a-reason"]),
		note: one(["", "说明"]),
	}),
	{ nil: undefined },
);
const approval = one(["none", "manager", "clerk"]);

/** One command as a screen, or somebody playing with one, could send it. `at` picks a finding. */
const act = fc.oneof(
	fc.record({ kind: fc.constant("find" as const), role, fault: one(faults), tags: fc.subarray([...evidence]) }),
	fc.record({ kind: fc.constant("photo" as const), role, at: fc.nat(3) }),
	fc.record({ kind: fc.constant("remove" as const), role, at: fc.nat(3), reason }),
	fc.record({
		kind: fc.constant("call" as const),
		role,
		at: fc.nat(3),
		follow: fc.boolean(),
		cause: one(["M", "W", "U", "T"]),
		outcome: one(["free-repair", "paid-repair", "exchange"]),
		reason,
		approval,
		told: fc.boolean(),
	}),
	fc.record({
		kind: fc.constant("outcome" as const),
		role,
		outcome: one(["repair", "repair", "repair", "exchange", "refund", "compensate", "return-unrepaired"]),
		reason,
		amountFen: fc.option(one([0, 500, 90_000]), { nil: undefined }),
		approval,
	}),
	fc.record({
		kind: fc.constant("issue" as const),
		role,
		add: fc.option(one(operations), { nil: undefined }),
		price: fc.option(
			fc.record({ code: one(operations), unitFen: fc.nat(20_000), reason: one(["goodwill", "member"]) }),
			{
				nil: undefined,
			},
		),
		why: one([undefined, "corrected", "new-damage"]),
		approval,
	}),
	fc.record({
		kind: fc.constant("answer" as const),
		role,
		answer: one(["accepted", "accepted", "declined", "changed"]),
		quoteVersion: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
		words: one([undefined, "好的"]),
		reason,
		testFee: fc.boolean(),
	}),
	/** What a good inspector and clerk would do next: without it a walk by chance rarely gets past the findings. */
	fc.record({ kind: fc.constant("proper" as const) }),
	fc.record({ kind: fc.constant("proper" as const) }),
	fc.record({ kind: fc.constant("proper" as const) }),
	fc.record({ kind: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 9 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const behind = (who: string) =>
	who === "none" ? {} : { approval: { person: who === "manager" ? ws.staff.manager : ws.staff.clerk, pin: testPin } };

async function proper(job: Journey): Promise<string> {
	ws.as("inspector");
	const { state } = job;
	const open = state.findings.find((f) => !state.liability.some((call) => call.finding === f.id));
	if (open && state.stage !== "hand-over") {
		await job.photograph(open.id);
		return job.confirm(open.id).then(
			() => "ok",
			() => "refused",
		);
	}
	if (state.stage === "inspection") return job.try("inspection.decideOutcome", { outcome: "repair" });
	if (state.stage !== "quote") return "ok";
	const waiting = state.quotes.at(-1);
	if (waiting && !waiting.answer) return job.accept();
	const { choices } = await job.draft();
	return job.try("quote.issue", { choices, ...(waiting ? { reason: "corrected" } : {}) });
}

async function run(job: Journey, one: Act): Promise<string> {
	if (one.kind === "wait") {
		ws.clock.pass(one.days * 86_400_000);
		return "ok";
	}
	if (one.kind === "proper") return proper(job);
	ws.as(one.role);
	const finding = "at" in one ? job.state.findings[one.at % Math.max(1, job.state.findings.length)] : undefined;
	const findingId = finding?.id ?? "00000000-0000-7000-8000-000000000000";
	switch (one.kind) {
		case "find":
			return job.try("inspection.addFinding", {
				finding: {
					fault: one.fault,
					component: one.fault === "FW03" ? "upper" : "outsole",
					severity: "major",
					evidence: one.tags,
				},
			});
		case "photo":
			return job.photograph(finding?.id).then(
				() => "ok",
				() => "refused",
			);
		case "remove":
			return job.try("inspection.removeFinding", {
				findingId,
				reason: { code: one.reason ? "typing-error" : "other" },
			});
		case "call": {
			const proposal = (await job.page()).findings.find((f) => f.id === findingId)?.proposal;
			const { cause, outcome } = one.follow && proposal ? proposal : one;
			const more = { ...(one.reason ? { reason: one.reason } : {}), ...behind(one.approval) };
			const second = one.approval === "none" ? {} : { second: { person: ws.staff.manager, pin: testPin } };
			return job.try("inspection.decideLiability", {
				findingId,
				cause,
				outcome,
				stopUseTold: one.told,
				...more,
				...second,
			});
		}
		case "outcome": {
			const { outcome, reason: why, amountFen } = one;
			const more = { ...(why ? { reason: why } : {}), ...(amountFen === undefined ? {} : { amountFen }) };
			return job.try("inspection.decideOutcome", { outcome, ...more, ...behind(one.approval) });
		}
		case "issue": {
			const choices: Choices = (await job.draft()).choices;
			if (one.add) choices.services.push({ operation: one.add });
			const first = [...choices.remedies, ...choices.services][0]?.operation;
			if (one.price) choices.prices.push({ ...one.price, code: first ?? one.price.code });
			return job.try("quote.issue", { choices, ...(one.why ? { reason: one.why } : {}), ...behind(one.approval) });
		}
		case "answer": {
			const { answer, words, reason: why, testFee } = one;
			const quoteVersion = one.quoteVersion ?? job.state.quotes.at(-1)?.version ?? 1;
			const more = { ...(words ? { words } : {}), ...(why ? { reason: why } : {}) };
			return job.try("quote.answer", { quoteVersion, answer, means: "paper", testFee, ...more });
		}
	}
}

function checkLines(job: JobState): void {
	const { prices } = ws.app.standard.index.standard;
	for (const quote of job.quotes) {
		expect(quote.totals).toEqual(quoteTotals(quote.lines));
		for (const line of quote.lines) {
			expect(line.amountFen).toBe(line.included ? 0 : line.qty * line.unitFen);
			if (line.included) continue;
			if (isOffList(line)) expect(line.deviation?.approver).toBe(ws.staff.manager);
			else expect(line.unitFen).toBe(findPrice(prices, line.code)?.unitFen);
		}
	}
}

function checkJob(before: Stage, job: JobState): void {
	if (job.stage !== before) expect([before, job.stage, mayMove(before, job.stage)]).toEqual([before, job.stage, true]);
	if (job.stage === "repair") {
		const agreed = job.quotes.findLast((q) => q.answer?.answer === "accepted");
		expect(agreed).toBeDefined();
		const codes = new Set(agreed?.lines.map((l) => l.code));
		for (const step of job.steps) expect(codes.has(step.operation)).toBe(true);
	}
	for (const call of job.liability) {
		const found = job.findings.find((f) => f.id === call.finding);
		expect(found).toBeDefined();
		if (call.cause !== call.proposed) expect(call.reason).not.toBe(null);
		if (call.cause === "U") expect(call.rules).not.toContain("R7");
		if (call.rules.includes("R9")) expect(call.stopUseTold).toBe(true);
		if (call.rules.includes("R10")) expect([null, call.by]).not.toContain(call.second);
	}
	if (job.outcome && job.outcome.outcome !== "repair") expect(job.outcome.reason).not.toBe(null);
	expect(job.heads.stage).toHaveLength(1);
	checkLines(job);
}

test("no order of commands leads off the stages, off the list or past an approval", async () => {
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 22 }), async (acts) => {
			const job = new Journey(ws);
			for (const each of acts) {
				const { stage } = job.state;
				const events = ws.app.events.list([`job:${job.jobId}`]).length;
				const outcome = await run(job, each);
				seen.add(outcome);
				expect(outcome).not.toBe("internal");
				if (outcome !== "ok") expect(ws.app.events.list([`job:${job.jobId}`])).toHaveLength(events);
				checkJob(stage, job.state);
			}
			for (const { type } of ws.app.events.list([`job:${job.jobId}`])) seen.add(type);
		}),
		{ numRuns: 50, seed: 20_261_121, endOnFailure: false },
	);
	// The walk got somewhere: everything was done, and refused where it must be.
	const done = ["finding_added", "finding_removed", "photographed", "liability_decided", "outcome_decided", "quoted"];
	for (const type of [...done, "quote_answered"]) expect(seen).toContain(`job.${type}`);
	expect(seen).toContain("job.wrong-stage");
	expect(seen).toContain("quote.approval-needed");
});
