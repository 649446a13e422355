import { afterEach, beforeEach, expect, it } from "vitest";
import { openReadyWorkstation, type ReadyWorkstation, receive } from "../../../support/fixtures.ts";
import { finish } from "../../../support/orders/finished.ts";
import { refusals } from "../../../support/refusal.ts";

const dayMs = 86_400_000;
let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const refusal = refusals(() => ws);

async function handedOver(): Promise<string> {
	const { orderId, jobIds } = receive(ws);
	const jobId = jobIds[0] ?? "";
	finish(ws, jobId, { customerFen: 0 });
	const open = await ws.call("handover.open", { orderId });
	await ws.call("handover.complete", {
		...{ handoverId: open.handoverId, orderId, version: open.version, payments: [], leaveOpen: false },
		jobs: open.jobs.map((j) => ({
			...{ jobId: j.jobId, version: j.version, missing: [], oldParts: null },
			pieces: j.pieces.map((p) => p.id),
		})),
		pickup: { to: "customer", name: "", phone: "", slip: "shown", proof: null, phoneTail: "" },
		signature: { how: "paper" },
	});
	return jobId;
}

const due = (later = false) => ws.call("followup.due", { later });
const call = (jobId: string, result: string, more: object = {}) => ({
	...{ jobId, version: ws.app.states.get("job", jobId).version, result, score: null, words: "", nextOn: null },
	...more,
});

it("lists a call on its day, then as overdue, and closes the job with its score and words", async () => {
	const jobId = await handedOver();
	expect((await due()).rows).toEqual([]);
	expect(await due(true)).toMatchObject({ counts: { later: 1 }, rows: [{ jobId, when: "later", tries: 0 }] });
	ws.clock.pass(3 * dayMs);
	ws.as("clerk");
	expect(await due()).toMatchObject({ rows: [{ jobId, when: "today", customer: { phone: "1******5678" } }] });
	ws.clock.pass(dayMs);
	ws.as("clerk");
	expect(await due()).toMatchObject({ counts: { overdue: 1 }, nextOn: "2026-11-26" });
	const done = await ws.call("followup.tick", call(jobId, "satisfied", { score: 5, words: "很合脚" }) as never);
	expect(done.stage).toBe("closed");
	expect((await due(true)).rows).toEqual([]);
	const { state } = ws.app.states.get("job", jobId);
	expect(state.followUp).toMatchObject({ done: true, result: "satisfied", score: 5, tries: 1 });
	expect(state.clocks.every((c) => c.stoppedAt !== null)).toBe(true);
	const { entries } = await ws.call("order.timeline", { orderId: state.order });
	expect(entries[0]).toMatchObject({ type: "job.followed_up", words: "很合脚" });
});

it("tries again when nobody answers, and may end it after the second time", async () => {
	const jobId = await handedOver();
	expect(await refusal("followup.tick", call(jobId, "unreached"))).toMatchObject({ reason: "followup.try-again" });
	const again = await ws.call("followup.tick", call(jobId, "unreached", { nextOn: "2026-11-25" }) as never);
	expect(again.stage).toBe("follow-up");
	expect(await due(true)).toMatchObject({
		rows: [{ tries: 1, lastResult: "unreached", dueAt: "2026-11-25T01:00:00.000Z" }],
	});
	expect((await ws.call("followup.tick", call(jobId, "unreached") as never)).stage).toBe("closed");
});

it("wants to know why somebody is not satisfied, and asks no score of who did not answer", async () => {
	const jobId = await handedOver();
	expect(await refusal("followup.tick", call(jobId, "unsatisfied"))).toMatchObject({ reason: "followup.words-needed" });
	expect(await refusal("followup.tick", call(jobId, "declined", { score: 3 }))).toMatchObject({
		reason: "followup.no-score-unheard",
	});
	expect(await refusal("followup.tick", call(jobId, "declined", { nextOn: "2026-11-25" }))).toMatchObject({
		reason: "followup.no-more-calls",
	});
	expect(await refusal("followup.tick", call(jobId, "unreached", { nextOn: "2026-11-21" }))).toMatchObject({
		reason: "followup.next-past",
	});
	// Somebody who is not satisfied is called again when it is put right.
	const open = call(jobId, "unsatisfied", { score: 2, words: "鞋头又开了", nextOn: "2026-11-26" });
	expect((await ws.call("followup.tick", open as never)).stage).toBe("follow-up");
	expect(await refusal("followup.tick", open)).toMatchObject({ code: "conflict", reason: "job.changed-meanwhile" });
});

it("is the counter's work and only after a hand-over", async () => {
	const { jobIds } = receive(ws);
	expect(await refusal("followup.tick", call(jobIds[0] ?? "", "satisfied"))).toMatchObject({
		reason: "job.wrong-stage",
	});
	ws.as("technician");
	expect(await refusal("followup.due", { later: false })).toMatchObject({ code: "forbidden" });
});
