import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InputOf } from "../../../preload/contract/define.ts";
import type { Calls } from "../../../preload/contract/index.ts";
import { openReadyWorkstation, type ReadyWorkstation, type Received, receive } from "../../support/fixtures.ts";
import { approve, storePicture } from "../../support/orders/approved.ts";

const hour = 3_600_000;
let ws: ReadyWorkstation;
let got: Received;
let jobId: string;
let steps: string[];

beforeEach(async () => {
	ws = await openReadyWorkstation();
	got = receive(ws);
	jobId = got.jobIds[0] ?? "";
	// Eight steps, the sixth cures for a day, and one of half an hour's stitching.
	steps = approve(ws, jobId, ["O01", "O14"]);
	ws.as("technician");
});
afterEach(() => ws.dispose());

const version = (id = jobId) => ws.app.states.get("job", id).version;
const job = (id = jobId) => ws.app.states.get("job", id).state;
const step = (k: number) => ({ jobId, version: version(), stepId: steps[k] ?? "" });
const start = (k: number, more: Partial<InputOf<Calls["bench.startStep"]>> = {}) =>
	ws.call("bench.startStep", { ...step(k), ...more });
const finish = (k: number, next = false) => ws.call("bench.finishStep", { ...step(k), next });
async function reason(name: string, input: unknown): Promise<string | undefined> {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
}
async function doSteps(from: number, to: number) {
	for (let k = from; k < to; k++) {
		await start(k);
		ws.clock.pass(60_000);
		await finish(k);
	}
}

describe("the queue", () => {
	test("mine first, then what nobody has, by time left; approved work only", async () => {
		const other = receive(ws, { jobs: 3 });
		const [a = "", b = "", c = ""] = other.jobIds;
		ws.clock.pass(hour);
		ws.as("technician");
		approve(ws, a, ["O14"]);
		approve(ws, b, ["O14"]);
		await ws.call("bench.take", { jobId: b, version: version(b) });
		const { rows } = await ws.call("bench.queue", {});
		expect(rows.map((r) => [r.card.jobId, r.whose])).toEqual([
			[b, "mine"],
			[jobId, "free"],
			[a, "free"],
		]);
		expect(rows.some((r) => r.card.jobId === c)).toBe(false);
		expect(rows[0]?.card.item.kindName.zh).not.toBe("");
		expect(rows[0]?.card.clock?.state).toBe("running");
	});

	test("a job whose next step has to cure says until when, and is told by its minutes left", async () => {
		await doSteps(0, 6);
		await doSteps(8, steps.length);
		const { rows } = await ws.call("bench.queue", {});
		expect(rows[0]?.curing?.untilAt).toBeDefined();
		expect(rows[0]?.stepsDone).toBe(steps.length - 2);
		expect(rows[0]?.minutesLeft).toBeGreaterThan(0);
	});
});

test("a job whose quote is talked about again stays in the queue with what was agreed, and off it once that is done", async () => {
	await start(8);
	ws.as("clerk");
	const draft = await ws.call("quote.draft", { jobId });
	const services = [{ operation: "O14" }, { operation: "O36" }];
	const again = { ...draft.choices, remedies: [], services };
	await ws.call("quote.issue", { jobId, version: version(), choices: again, reason: "customer-asked" });
	ws.as("technician");
	expect(job().stage).toBe("quote");
	const view = await ws.call("bench.job", { jobId });
	expect(view).toMatchObject({ closed: null, currentStepId: steps[8] });
	expect(view.steps[0]?.hindered).toEqual({ why: "left-out", no: 1 });
	expect(view.steps[8]?.state).toBe("running");
	expect(await reason("bench.startStep", step(0))).toBe("bench.step-left-out");
	expect((await ws.call("bench.queue", {})).rows.map((r) => r.card.jobId)).toEqual([jobId]);
	await finish(8);
	await doSteps(9, steps.length);
	expect(job().stage).toBe("quote");
	expect((await ws.call("bench.queue", {})).rows).toEqual([]);
	ws.as("clerk");
	const decline = { quoteVersion: 2, answer: "declined", means: "paper", reason: { code: "too-expensive" } } as const;
	await ws.call("quote.answer", { jobId, version: version(), ...decline });
	ws.as("technician");
	expect((await ws.call("bench.job", { jobId })).currentStepId).toBe(steps[0]);
});

describe("what may be started", () => {
	test("only approved work", async () => {
		const fresh = receive(ws).jobIds[0] ?? "";
		const input = { jobId: fresh, version: version(fresh), stepId: steps[0] };
		expect(await reason("bench.startStep", input)).toBe("bench.not-approved");
		expect(await reason("bench.take", { jobId: fresh, version: version(fresh) })).toBe("bench.not-approved");
		expect((await ws.call("bench.job", { jobId: fresh })).closed).toBe("bench.not-approved");
	});

	test("steps of an operation in their order, other operations beside them", async () => {
		expect(await reason("bench.startStep", step(1))).toBe("bench.earlier-step-open");
		await start(8);
		expect(job().assignee).toBe(ws.staff.technician);
	});

	test("not while the step before cures, unless a reason is given", async () => {
		await doSteps(0, 6);
		const cured = job().steps[5]?.cureUntil;
		expect(cured).toBe(ws.clock.now + 24 * hour);
		expect(await reason("bench.startStep", step(6))).toBe("bench.still-curing");
		expect(await reason("bench.startStep", { ...step(6), early: "in a hurry" })).toBe("call.invalid-input");
		await start(6, { early: "tested-dry" });
		expect(job().steps[6]?.runs[0]?.early).toBe("tested-dry");
		const view = await ws.call("bench.job", { jobId });
		expect(view.steps[6]?.runs[0]?.early).toBe("tested-dry");
	});

	test("after the cure without a reason", async () => {
		await doSteps(0, 6);
		ws.clock.pass(24 * hour);
		ws.as("technician");
		await start(6);
		expect(job().steps[6]?.runs[0]).not.toHaveProperty("early");
	});

	test("nobody works at two benches: what was running elsewhere stops", async () => {
		const second = receive(ws).jobIds[0] ?? "";
		const [first = ""] = approve(ws, second, ["O14"]);
		await ws.call("bench.startStep", { jobId: second, version: version(second), stepId: first });
		ws.clock.pass(2 * 60_000);
		await start(0);
		expect(job(second).steps[0]).toMatchObject({ state: "paused", pausedFor: "other-work" });
		expect(job(second).steps[0]?.runs[0]).toMatchObject({ to: ws.clock.now });
		await start(8);
		expect(job().steps[0]?.state).toBe("paused");
	});
});

describe("steps", () => {
	test("time adds up per person; a colleague takes a running step over", async () => {
		await start(0);
		ws.clock.pass(2 * 60_000);
		expect(await reason("bench.startStep", step(0))).toBe("bench.step-running");
		ws.app.session.open({ person: ws.staff.manager, roles: ["manager"] });
		await start(0);
		ws.clock.pass(3 * 60_000);
		await finish(0);
		const view = (await ws.call("bench.job", { jobId })).steps[0];
		expect(view?.spentMs).toBe(5 * 60_000);
		expect(view?.people.map((p) => [p.person.id, p.ms])).toEqual([
			[ws.staff.technician, 2 * 60_000],
			[ws.staff.manager, 3 * 60_000],
		]);
	});

	test("finish and next in one act", async () => {
		await start(0);
		await finish(0, true);
		expect(
			job()
				.steps.slice(0, 2)
				.map((s) => s.state),
		).toEqual(["done", "running"]);
	});

	test("a step that was never started cannot be finished or paused", async () => {
		expect(await reason("bench.finishStep", { ...step(0), next: false })).toBe("bench.step-not-started");
		expect(await reason("bench.pauseStep", { ...step(0), reason: "shift-end" })).toBe("bench.step-not-running");
		expect(await reason("bench.reopenStep", { ...step(0), reason: "typing-error" })).toBe("bench.step-not-done");
	});

	test("the last finish sends it to QC; taking it back brings it home", async () => {
		await doSteps(0, 6);
		ws.clock.pass(24 * hour);
		ws.as("technician");
		await doSteps(6, steps.length);
		expect(job().stage).toBe("qc");
		expect(job().clocks.find((c) => c.clock === "F")?.stoppedAt).toBeNull();
		expect(await reason("bench.startStep", step(0))).toBe("bench.at-qc");
		const last = steps.length - 1;
		const answer = await ws.call("bench.reopenStep", { ...step(last), reason: "wrong-scan" });
		expect(answer.stage).toBe("repair");
		expect(job().steps[last]?.state).toBe("todo");
		expect(job().steps[last]?.runs).toHaveLength(1);
	});

	test("work without open steps is finished by hand, other work is not", async () => {
		expect(await reason("bench.finishRepair", { jobId, version: version() })).toBe("bench.steps-open");
		const plain = receive(ws).jobIds[0] ?? "";
		approve(ws, plain, ["SO09"]);
		const done = await ws.call("bench.finishRepair", { jobId: plain, version: version(plain) });
		expect(done.stage).toBe("qc");
	});
});

describe("the repair clock", () => {
	test("waiting for a part stops it and starts the part's; work starts it again", async () => {
		const due = (await ws.call("bench.job", { jobId })).card.clock?.dueAt ?? "";
		await start(0);
		await ws.call("bench.pauseStep", { ...step(0), reason: "waiting-part" });
		expect(
			job()
				.clocks.filter((c) => c.stoppedAt === null)
				.map((c) => c.clock),
		).toEqual(["F", "G"]);
		expect((await ws.call("bench.job", { jobId })).card.clock).toMatchObject({
			state: "paused",
			pausedFor: "waiting-part",
		});
		ws.clock.pass(5 * hour);
		ws.as("technician");
		await start(0);
		const clock = (await ws.call("bench.job", { jobId })).card.clock;
		expect(clock?.state).toBe("running");
		expect(Date.parse(clock?.dueAt ?? "")).toBe(Date.parse(due) + 5 * hour);
		expect(job().clocks.find((c) => c.clock === "G")?.stoppedAt).toBe(ws.clock.now);
	});

	test("a part may stop it for 24 hours, not longer", async () => {
		const due = Date.parse((await ws.call("bench.job", { jobId })).card.clock?.dueAt ?? "");
		await ws.call("bench.pauseClock", { jobId, version: version(), reason: "waiting-part" });
		ws.clock.pass(40 * hour);
		ws.as("technician");
		await ws.call("bench.resumeClock", { jobId, version: version() });
		const clock = (await ws.call("bench.job", { jobId })).card.clock;
		expect(Date.parse(clock?.dueAt ?? "")).toBe(due + 24 * hour);
	});

	test("the end of a shift stops the step, not the clock", async () => {
		await start(0);
		await ws.call("bench.pauseStep", { ...step(0), reason: "shift-end" });
		expect((await ws.call("bench.job", { jobId })).card.clock?.state).toBe("running");
		expect(await reason("bench.pauseClock", { jobId, version: version(), reason: "shift-end" })).toBe(
			"bench.pause-not-permitted",
		);
		expect(await reason("bench.resumeClock", { jobId, version: version() })).toBe("bench.clock-not-paused");
	});

	test("it runs on while a colleague works", async () => {
		await start(0);
		ws.app.session.open({ person: ws.staff.manager, roles: ["manager"] });
		await start(8);
		await ws.call("bench.pauseStep", { ...step(0), reason: "waiting-part" });
		expect((await ws.call("bench.job", { jobId })).card.clock?.state).toBe("running");
		await ws.call("bench.pauseClock", { jobId, version: version(), reason: "customer-asked" });
		expect(job().steps.filter((s) => s.state === "running")).toEqual([]);
		expect(await reason("bench.pauseClock", { jobId, version: version(), reason: "customer-asked" })).toBe(
			"bench.clock-paused",
		);
	});
});

describe("parts, trouble, pictures", () => {
	test("suggested, used in thousandths, given back", async () => {
		const before = await ws.call("bench.job", { jobId });
		expect(before.parts.suggested.map((p) => p.part)).toContain("AD01");
		const use = { jobId, part: "AD01", milli: 12_500, operation: "O01", lot: "L2611" };
		await ws.call("bench.usePart", { ...use, version: version() });
		const [used] = (await ws.call("bench.job", { jobId })).parts.used;
		expect(used).toMatchObject({ part: "AD01", milli: 12_500, lot: "L2611", operation: "O01" });
		expect(await reason("bench.usePart", { ...use, part: "ZZ99", version: version() })).toBe("standard.unknown-part");
		expect(await reason("bench.usePart", { ...use, operation: "O33", version: version() })).toBe(
			"bench.operation-not-in-job",
		);
		const back = { jobId, version: version(), use: used?.id ?? "", reason: "too-much" };
		await ws.call("bench.returnPart", back);
		expect((await ws.call("bench.job", { jobId })).parts.used).toEqual([]);
		expect(await reason("bench.returnPart", { ...back, version: version() })).toBe("bench.part-not-used");
	});

	test("trouble stops the step, is shown until work goes on, and its words are sealed", async () => {
		await start(0);
		ws.clock.pass(1000);
		const trouble = { jobId, stepId: steps[0] ?? "", reason: "damaged-at-work", words: "", stop: true };
		expect(await reason("bench.trouble", { ...trouble, version: version() })).toBe("bench.words-needed");
		await ws.call("bench.trouble", { ...trouble, version: version(), words: "面皮被夹出压痕" });
		expect(job().steps[0]).toMatchObject({ state: "paused", pausedFor: "trouble" });
		expect(JSON.stringify(ws.app.states.get("job", jobId))).not.toContain("压痕");
		const view = await ws.call("bench.job", { jobId });
		expect(view.troubles[0]).toMatchObject({ words: "面皮被夹出压痕", open: true });
		expect((await ws.call("bench.queue", {})).rows[0]?.trouble?.code).toBe("damaged-at-work");
		ws.clock.pass(1000);
		await start(0);
		expect((await ws.call("bench.job", { jobId })).troubles[0]?.open).toBe(false);
	});

	test("a picture belongs to its order and comes in once", async () => {
		const { ticket } = await ws.call("bench.photoTicket", { jobId, role: "step" });
		expect(ticket).toMatch(/^[0-9a-f]+$/);
		const handle = storePicture(ws, got.orderId, "step");
		await ws.call("bench.addPhoto", { jobId, handle, stepId: steps[0] ?? "" });
		expect((await ws.call("bench.job", { jobId })).photos[0]).toMatchObject({ handle, role: "step", stepId: steps[0] });
		expect(await reason("bench.addPhoto", { jobId, handle })).toBe("bench.photo-there");
		const foreign = storePicture(ws, receive(ws).orderId, "after", 2);
		expect(await reason("bench.addPhoto", { jobId, handle: foreign })).toBe("bench.photo-not-for-this");
		const proof = storePicture(ws, got.orderId, "proof", 3);
		expect(await reason("bench.addPhoto", { jobId, handle: proof })).toBe("bench.photo-not-for-this");
		expect(await reason("bench.addPhoto", { jobId, handle: "0".repeat(64) })).toBe("media.gone");
		const other = storePicture(ws, got.orderId, "after", 4);
		expect(await reason("bench.addPhoto", { jobId, handle: other, pieceId: steps[0] })).toBe("bench.no-such-piece");
	});

	test("the customer's words are there, prices are not", async () => {
		const view = await ws.call("bench.job", { jobId });
		expect(view.words).toBe("前掌开胶,走路进水");
		expect(view.lines.map((l) => l.code)).toEqual(["O01", "O14"]);
		expect(JSON.stringify(view)).not.toContain("Fen");
	});
});

describe("who, and how it can go wrong", () => {
	test("taking, giving away, only to those who repair", async () => {
		await ws.call("bench.take", { jobId, version: version() });
		expect((await ws.call("bench.job", { jobId })).mine).toBe(true);
		const people = (await ws.call("bench.technicians", {})).people.map((p) => p.id);
		expect(people).toEqual([ws.staff.technician, ws.staff.manager]);
		expect(await reason("bench.assign", { jobId, version: version(), person: ws.staff.clerk })).toBe(
			"bench.not-a-technician",
		);
		await ws.call("bench.assign", { jobId, version: version(), person: ws.staff.manager });
		expect(await reason("bench.assign", { jobId, version: version(), person: null })).toBe("bench.not-yours-to-give");
		ws.as("manager");
		await ws.call("bench.assign", { jobId, version: version(), person: null });
		expect(job().assignee).toBeNull();
	});

	test("a clerk reads but does not work; nobody signed in does neither", async () => {
		ws.as("clerk");
		expect(await reason("bench.startStep", step(0))).toBe("session.wrong-role");
		expect(await reason("bench.queue", {})).toBe("session.wrong-role");
		expect(await reason("bench.job", { jobId })).toBe("ok");
		ws.app.session.lock();
		expect(await reason("bench.job", { jobId })).toBe("session.not-signed-in");
	});

	test("a stale screen is told so", async () => {
		const old = step(0);
		await start(0);
		expect(await reason("bench.finishStep", { ...old, next: false })).toBe("job.changed-meanwhile");
		expect(job().steps[0]?.state).toBe("running");
	});

	test.each([
		["bench.startStep", { jobId: "1", version: 1, stepId: "x" }],
		["bench.startStep", { ...{ jobId: "", version: 1 }, stepId: "" }],
		["bench.job", { jobId: "../../etc" }],
		["bench.job", {}],
		["bench.queue", { all: true }],
		["bench.usePart", { part: "AD01", milli: 0.5 }],
	])("%s refuses what is not an input", async (name, input) => {
		expect(await reason(name, input)).toBe("call.invalid-input");
	});

	test("hostile values: unknown fields, control characters, oversize, foreign steps", async () => {
		const good = { jobId, version: version(), reason: "other", words: "x", stop: false };
		expect(await reason("bench.trouble", { ...good, price: 1 })).toBe("call.invalid-input");
		expect(await reason("bench.trouble", { ...good, words: "a\u0007b" })).toBe("call.invalid-input");
		expect(await reason("bench.trouble", { ...good, words: "长".repeat(501) })).toBe("call.invalid-input");
		expect(await reason("bench.trouble", { ...good, reason: "nonsense" })).toBe("standard.unknown-reason");
		const use = { jobId, version: version(), part: "AD01" };
		for (const milli of [0, -1, 1.5, 1_000_001, Number.NaN]) {
			expect(await reason("bench.usePart", { ...use, milli })).toBe("call.invalid-input");
		}
		const foreign = { jobId, version: version(), stepId: jobId };
		expect(await reason("bench.startStep", foreign)).toBe("bench.no-such-step");
		const nowhere = "00000000-0000-7000-8000-000000000000";
		expect(await reason("bench.take", { jobId: nowhere, version: 1 })).toBe("job.not-found");
	});
});
