/** Not right at pick-up: kept, back at the bench, inspected again, handed over at last. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, type Received, receive } from "../../../support/fixtures.ts";
import { approve } from "../../../support/orders/approved.ts";
import { decline } from "../../../support/orders/finished.ts";
import { type Choice, pickUp } from "../../../support/orders/pick-up.ts";
import { refusals } from "../../../support/refusal.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const refusal = refusals(() => ws);
const day = 86_400_000;
const wrong = { code: "stitch-bad", note: "线头没收好" };

const stateOf = (jobId: string) => ws.app.states.get("job", jobId).state;
const versionOf = (jobId: string) => ws.app.states.get("job", jobId).version;

/** Every open step done by the technician, then passed by the inspector. */
async function work(jobId: string): Promise<void> {
	for (const { id } of stateOf(jobId).steps.filter((step) => step.state !== "done")) {
		ws.as("technician");
		await ws.call("bench.startStep", { jobId, version: versionOf(jobId), stepId: id });
		ws.clock.pass(60_000);
		await ws.call("bench.finishStep", { jobId, version: versionOf(jobId), stepId: id, next: false });
	}
	ws.as("inspector");
	const { points } = await ws.call("qc.job", { jobId });
	const passed = points.map(({ code }) => ({ point: code, passed: true }));
	await ws.call("qc.pass", { jobId, version: versionOf(jobId), points: passed });
	ws.as("clerk");
}

/** Pairs with a seam sewn (O14), on the shelf. */
async function ready(jobs = 1): Promise<Received> {
	const order = receive(ws, { jobs });
	for (const jobId of order.jobIds) {
		approve(ws, jobId, ["O14"]);
		await work(jobId);
	}
	return order;
}

/** As the counter sends it: pieces named `kept-for-rework` say what is wrong. */
async function taking(orderId: string, choice: Choice = {}, rework: string | undefined = wrong.code) {
	const input = await pickUp(ws, orderId, choice);
	const jobs = input.jobs.map((job) => ({
		...job,
		missing: job.missing.map((m) =>
			m.reason === "kept-for-rework" && rework ? { ...m, note: wrong.note, rework } : m,
		),
	}));
	return { ...input, jobs };
}

describe("nothing leaves", () => {
	it("goes back to the bench with its reason, counted, under a new promise; then again to QC and out", async () => {
		const { orderId, jobIds } = await ready();
		const [jobId = ""] = jobIds;
		const before = stateOf(jobId);
		ws.clock.pass(day);
		ws.as("clerk");
		const kept = await ws.call("handover.keep", { jobId, version: versionOf(jobId), reason: wrong });
		expect(kept.stage).toBe("repair");
		const now = ws.clock.now;
		expect(stateOf(jobId)).toMatchObject({
			reworks: 1,
			returning: false,
			handovers: [],
			kept: [{ reason: "stitch-bad", round: 1, handover: null, at: now, by: ws.staff.clerk }],
		});
		const again = stateOf(jobId).steps.slice(before.steps.length);
		expect(again.map((s) => [s.operation, s.title, s.round, s.state])).toEqual(
			before.steps.map((s) => [s.operation, s.title, 1, "todo"]),
		);
		const [first, second] = stateOf(jobId).clocks.filter((c) => c.clock === "F");
		expect(first?.stoppedAt).not.toBeNull();
		expect(second).toMatchObject({ startedAt: now, stoppedAt: null });
		// The bench reads what the customer said; nothing of it stands in the log in clear.
		ws.as("technician");
		const bench = await ws.call("bench.job", { jobId });
		expect(bench.failures).toMatchObject([
			{ from: "customer", words: wrong.note, points: [], reason: { name: { zh: "缝线不良" } } },
		]);
		expect((await ws.call("bench.queue", {})).rows).toMatchObject([{ card: { jobId, reworks: 1 }, whose: "mine" }]);
		const [event] = ws.app.events.list([`job:${jobId}`]).slice(-1);
		expect(JSON.stringify(event?.body)).not.toContain(wrong.note);
		ws.as("clerk");
		expect((await ws.call("handover.ready", {})).orders).toEqual([]);
		await work(jobId);
		expect(stateOf(jobId)).toMatchObject({ stage: "hand-over", qc: [{ passed: true }, { passed: true }] });
		const done = await ws.call("handover.complete", await taking(orderId));
		expect(done).toMatchObject({ partial: false, jobs: [{ stage: "follow-up" }] });
		const { entries } = await ws.call("order.timeline", { orderId });
		expect(entries.find((e) => e.type === "job.kept_for_rework")).toMatchObject({ words: wrong.note });
	});

	it("keeps the law's ceiling for a warranty repair where it was, and lets it run on", async () => {
		const { jobIds } = receive(ws);
		const [jobId = ""] = jobIds;
		approve(ws, jobId, ["O14"]);
		const ceiling = { clock: "J", dueAt: ws.clock.now + 30 * day, warnAt: ws.clock.now + 24 * day };
		const { jobEvents } = await import("../../../../domain/job/job.ts");
		const start = jobEvents["job.clock_moved"].make(`job:${jobId}`, { clocks: { start: [ceiling] }, reason: "test" });
		ws.app.log.append(ws.staff.clerk, [start]);
		await work(jobId);
		ws.clock.pass(2 * day);
		ws.as("clerk");
		await ws.call("handover.keep", { jobId, version: versionOf(jobId), reason: { code: "stitch-bad" } });
		const clocks = stateOf(jobId).clocks.filter((c) => c.clock === "J");
		expect(clocks).toMatchObject([{ stoppedAt: expect.any(Number) }, { ...ceiling, stoppedAt: null }]);
		await work(jobId);
		expect(stateOf(jobId).clocks.every((c) => c.stoppedAt !== null)).toBe(true);
	});

	it("is refused for what goes back unrepaired, what is not ready, an old screen and a reason nobody knows", async () => {
		const { jobIds } = receive(ws, { jobs: 2 });
		const [back = "", fresh = ""] = jobIds;
		decline(ws, back);
		const input = (jobId: string, more: object = {}) => ({ jobId, version: versionOf(jobId), reason: wrong, ...more });
		expect(await refusal("handover.keep", input(back))).toMatchObject({ reason: "handover.nothing-to-redo" });
		expect(await refusal("handover.keep", input(fresh))).toMatchObject({ reason: "job.wrong-stage" });
		const { jobIds: others } = await ready();
		const [jobId = ""] = others;
		expect(await refusal("handover.keep", input(jobId, { version: 1 }))).toMatchObject({ code: "conflict" });
		expect(await refusal("handover.keep", input(jobId, { reason: { code: "no-such" } }))).toMatchObject({
			reason: "standard.unknown-reason",
		});
		ws.as("technician");
		expect(await refusal("handover.keep", input(jobId))).toMatchObject({ reason: "session.wrong-role" });
	});
});

describe("some of it leaves", () => {
	it("hands over one shoe and works on the other again, which is paid when it leaves", async () => {
		const { orderId, jobIds } = await ready();
		const [jobId = ""] = jobIds;
		const [left, right] = stateOf(jobId).pieces;
		const first = await ws.call(
			"handover.complete",
			await taking(orderId, { missing: { 2: "kept-for-rework" }, cash: 0 }),
		);
		expect(first).toMatchObject({ partial: true, followUpAt: null, jobs: [{ jobId, stage: "repair" }] });
		expect(first.money).toMatchObject({ dueFen: 5_000 });
		const kept = stateOf(jobId);
		expect(kept).toMatchObject({
			reworks: 1,
			warranty: [],
			kept: [{ pieces: [right?.id], handover: first.handoverId }],
		});
		expect(kept.handovers).toMatchObject([{ pieces: [left?.id], complete: false }]);
		// Only on what is here.
		const again = kept.steps.filter((s) => s.round === 1);
		expect(again.length).toBeGreaterThan(0);
		expect(new Set(again.map((s) => s.pieceId))).toEqual(new Set([right?.id]));
		await work(jobId);
		const second = await ws.call("handover.complete", await taking(orderId));
		expect(second).toMatchObject({ partial: false, jobs: [{ stage: "follow-up" }], money: { dueFen: 0 } });
		expect(stateOf(jobId).pieces.every((p) => p.gone?.missing === null)).toBe(true);
	});

	it("hands over one item while the other one of the order goes back", async () => {
		const { orderId, jobIds } = await ready(2);
		const [taken = "", back = ""] = jobIds;
		const missing = { 3: "kept-for-rework", 4: "kept-for-rework" };
		const done = await ws.call("handover.complete", await taking(orderId, { missing, cash: 5_000 }));
		expect(done.partial).toBe(true);
		expect(stateOf(taken).stage).toBe("follow-up");
		expect(stateOf(back)).toMatchObject({ stage: "repair", reworks: 1, handovers: [] });
		const { handovers } = ws.app.states.get("order", orderId).state;
		expect(handovers).toMatchObject([{ jobs: [taken], partial: true }]);
	});

	it("wants to know what is wrong, and that something leaves at all; nothing is done by halves", async () => {
		const { orderId, jobIds } = await ready();
		const [jobId = ""] = jobIds;
		const version = versionOf(jobId);
		const silent = await taking(orderId, { missing: { 2: "kept-for-rework" } }, "");
		expect(await refusal("handover.complete", silent)).toMatchObject({ reason: "handover.rework-reason" });
		const unknown = await taking(orderId, { missing: { 2: "kept-for-rework" } }, "no-such");
		expect(await refusal("handover.complete", unknown)).toMatchObject({ reason: "standard.unknown-reason" });
		const all = await taking(orderId, { missing: { 1: "kept-for-rework", 2: "kept-for-rework" } });
		expect(await refusal("handover.complete", all)).toMatchObject({ reason: "handover.nothing-given" });
		expect(versionOf(jobId)).toBe(version);
		expect(ws.app.states.get("order", orderId).state.payments).toEqual([]);
	});
});
