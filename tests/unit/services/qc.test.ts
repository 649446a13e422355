import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { storeEvents } from "../../../domain/store/store.ts";
import { openReadyWorkstation, type ReadyWorkstation, type Received, receive } from "../../support/fixtures.ts";
import { approve, photographBefore, storePicture } from "../../support/orders/approved.ts";

const hour = 3_600_000;
let ws: ReadyWorkstation;
let got: Received;
let jobId: string;

beforeEach(async () => {
	ws = await openReadyWorkstation();
	got = receive(ws);
	jobId = got.jobIds[0] ?? "";
	await repaired(["O14", "O40"]);
	ws.as("inspector");
});
afterEach(() => ws.dispose());

const version = (id = jobId) => ws.app.states.get("job", id).version;
const job = (id = jobId) => ws.app.states.get("job", id).state;
async function reason(name: string, input: unknown): Promise<string | undefined> {
	const answer = await ws.tryCall(name, input);
	return answer.ok ? "ok" : (answer.error.reason ?? answer.error.code);
}

/** The technician does every open step. */
async function workOff(id = jobId) {
	ws.as("technician");
	for (const step of job(id).steps.filter((s) => s.state !== "done")) {
		await ws.call("bench.startStep", { jobId: id, version: version(id), stepId: step.id });
		ws.clock.pass(1000);
		await ws.call("bench.finishStep", { jobId: id, version: version(id), stepId: step.id, next: false });
	}
}
async function repaired(codes: readonly string[], id = jobId) {
	approve(ws, id, codes);
	await workOff(id);
}
async function photographAfter(pieceId?: string, seed = 7) {
	const handle = storePicture(ws, got.orderId, "after", seed);
	await ws.call("bench.addPhoto", { jobId, handle, ...(pieceId ? { pieceId } : {}) });
}
const checks = (failed: readonly string[] = [], id = jobId) =>
	job(id).acceptance.map((point) => ({ point, passed: !failed.includes(point) }));
const passing = () => ({ jobId, version: version(), points: checks() });
const failing = (more: object = {}) => ({
	jobId,
	version: version(),
	points: checks(["A2"]),
	reason: "stitch-bad",
	words: "",
	redo: [{ operation: "O14" }],
	...more,
});

describe("passing", () => {
	test("every point, after pictures there: on to hand-over, the repair clock stops", async () => {
		await photographAfter();
		const answer = await ws.call("qc.pass", passing());
		expect(answer.stage).toBe("hand-over");
		expect(job().clocks.find((c) => c.clock === "F")?.stoppedAt).toBe(ws.clock.now);
		expect(job().qc).toEqual([expect.objectContaining({ passed: true, ownWork: false, by: ws.staff.inspector })]);
	});

	test("without an after picture it is refused and says so", async () => {
		expect((await ws.call("qc.job", { jobId })).missingAfter).toEqual([null]);
		expect(await reason("qc.pass", passing())).toBe("qc.after-photos-missing");
	});

	test("each piece photographed before wants its picture after; unnamed ones count for one each", async () => {
		const [left, right] = job().pieces;
		photographBefore(ws, jobId, left?.id, 1);
		photographBefore(ws, jobId, right?.id, 2);
		expect((await ws.call("qc.job", { jobId })).missingAfter).toEqual([left?.id, right?.id]);
		await photographAfter(left?.id, 8);
		expect((await ws.call("qc.job", { jobId })).missingAfter).toEqual([right?.id]);
		expect(await reason("qc.pass", passing())).toBe("qc.after-photos-missing");
		await photographAfter(undefined, 9);
		const view = await ws.call("qc.job", { jobId });
		expect(view.missingAfter).toEqual([]);
		expect(view.pairs[0]).toMatchObject({ pieceId: left?.id });
		expect(await reason("qc.pass", passing())).toBe("ok");
	});

	test("every point must be answered, none invented, all good", async () => {
		await photographAfter();
		const points = checks();
		expect(await reason("qc.pass", { ...passing(), points: points.slice(1) })).toBe("qc.points-missing");
		const odd = [...points, { point: "A99", passed: true }];
		expect(await reason("qc.pass", { ...passing(), points: odd })).toBe("qc.points-unknown");
		expect(await reason("qc.pass", { ...passing(), points: [...points, ...points] })).toBe("qc.points-unknown");
		expect(await reason("qc.pass", { ...passing(), points: checks(["A2"]) })).toBe("qc.point-failed");
	});

	test("not before the last cure is over", async () => {
		const other = receive(ws).jobIds[0] ?? "";
		// Dyeing in one step that cures.
		const code = [...ws.app.standard.index.operations.values()].find((o) => o.cureHours > 0 && o.steps.length === 1);
		expect(code).toBeDefined();
		await repaired([code?.code ?? ""], other);
		ws.as("inspector");
		const input = { jobId: other, version: version(other), points: checks([], other) };
		expect(await reason("qc.pass", input)).toBe("qc.still-curing");
		const { rows } = await ws.call("qc.queue", {});
		expect(rows.map((r) => [r.card.jobId, r.curing !== null])).toEqual([
			[jobId, false],
			[other, true],
		]);
	});
});

describe("who inspects", () => {
	test("not the one who repaired", async () => {
		await photographAfter();
		ws.app.session.open({ person: ws.staff.technician, roles: ["technician", "inspector"] });
		expect((await ws.call("qc.job", { jobId })).may).toBe("own-work-refused");
		expect((await ws.call("qc.queue", {})).rows[0]?.ownWork).toBe(true);
		expect(await reason("qc.pass", passing())).toBe("qc.own-work");
	});

	test("unless the shop allows it, and then it is flagged", async () => {
		await photographAfter();
		const { store } = ws.app.log.identity;
		ws.app.log.append(ws.staff.manager, [
			storeEvents["store.policy_set"].make(`store:${store}`, {
				changes: { selfInspection: { was: false, now: true } },
			}),
		]);
		ws.app.session.open({ person: ws.staff.technician, roles: ["technician", "inspector"] });
		expect((await ws.call("qc.job", { jobId })).may).toBe("own-work");
		await ws.call("qc.pass", passing());
		expect(job().qc[0]?.ownWork).toBe(true);
	});

	test("sending back one's own work is always allowed", async () => {
		ws.app.session.open({ person: ws.staff.technician, roles: ["technician", "inspector"] });
		await ws.call("qc.fail", failing());
		expect(job().qc[0]).toMatchObject({ passed: false, ownWork: true });
	});

	test("inspectors and managers only", async () => {
		for (const role of ["clerk", "technician"] as const) {
			ws.as(role);
			expect(await reason("qc.pass", passing())).toBe("session.wrong-role");
			expect(await reason("qc.queue", {})).toBe("session.wrong-role");
		}
		ws.as("manager");
		expect(await reason("qc.job", { jobId })).toBe("ok");
	});
});

describe("failing", () => {
	test("plans the work again, counts the round, keeps clock and technician", async () => {
		const before = job();
		const answer = await ws.call("qc.fail", failing({ words: "第三针跳线" }));
		expect(answer.stage).toBe("repair");
		const after = job();
		expect(after.reworks).toBe(1);
		expect(after.assignee).toBe(ws.staff.technician);
		expect(after.clocks.find((c) => c.clock === "F")?.stoppedAt).toBeNull();
		const again = after.steps.filter((s) => s.round === 1);
		const agreed = before.steps.filter((s) => s.operation === "O14");
		expect(again.map((s) => s.title)).toEqual(agreed.map((s) => s.title));
		expect(new Set(after.steps.map((s) => s.id)).size).toBe(after.steps.length);
		expect(again.every((s) => s.no > before.steps.length && s.state === "todo")).toBe(true);
		expect(JSON.stringify(after)).not.toContain("跳线");
		ws.as("technician");
		const [failure] = (await ws.call("bench.job", { jobId })).failures;
		expect(failure).toMatchObject({ words: "第三针跳线", reason: { code: "stitch-bad" } });
		expect(failure?.points.map((p) => p.code)).toEqual(["A2"]);
	});

	test("rework goes round again: new pictures, second inspection, counted", async () => {
		await photographAfter();
		await ws.call("qc.fail", failing());
		ws.clock.pass(1000);
		await workOff();
		expect(job().stage).toBe("qc");
		ws.as("inspector");
		expect(await reason("qc.pass", passing())).toBe("qc.after-photos-missing");
		expect((await ws.call("qc.job", { jobId })).points.find((p) => p.code === "A2")?.before).toBe(false);
		await ws.call("qc.fail", failing());
		ws.clock.pass(1000);
		await workOff();
		ws.as("inspector");
		await photographAfter(undefined, 30);
		await ws.call("qc.pass", passing());
		expect(job()).toMatchObject({ stage: "hand-over", reworks: 2 });
		expect(job().qc.map((q) => q.passed)).toEqual([false, false, true]);
	});

	test("needs a failed point, a known reason, words where the reason asks for them, and what to redo", async () => {
		expect(await reason("qc.fail", failing({ points: checks() }))).toBe("qc.no-failed-point");
		expect(await reason("qc.fail", failing({ reason: "ugly" }))).toBe("standard.unknown-reason");
		expect(await reason("qc.fail", failing({ reason: "other" }))).toBe("bench.words-needed");
		expect(await reason("qc.fail", failing({ redo: [] }))).toBe("call.invalid-input");
		expect(await reason("qc.fail", failing({ redo: [{ operation: "O33" }] }))).toBe("qc.operation-not-in-job");
		const redo = [{ operation: "O14", pieceId: jobId }];
		expect(await reason("qc.fail", failing({ redo }))).toBe("bench.no-such-piece");
	});

	test("one piece only when named, and nothing twice", async () => {
		const [left, right] = job().pieces;
		const twice = [
			{ operation: "O14", pieceId: left?.id },
			{ operation: "O14", pieceId: right?.id },
			{ operation: "O14", pieceId: left?.id },
		];
		const steps = job().steps.filter((s) => s.operation === "O14").length;
		await ws.call("qc.fail", failing({ redo: twice }) as never);
		const again = job().steps.filter((s) => s.round === 1);
		expect(again).toHaveLength(steps * 2);
		expect(new Set(again.map((s) => s.pieceId))).toEqual(new Set([left?.id, right?.id]));
	});
});

describe("stage and version", () => {
	test("only what is finished is inspected, once", async () => {
		const open = receive(ws).jobIds[0] ?? "";
		approve(ws, open, ["O14"]);
		ws.as("inspector");
		const input = { jobId: open, version: version(open), points: checks([], open) };
		expect(await reason("qc.pass", input)).toBe("qc.not-finished");
		await photographAfter();
		await ws.call("qc.pass", passing());
		expect(await reason("qc.pass", passing())).toBe("qc.not-at-qc");
		expect(await reason("qc.fail", failing())).toBe("qc.not-at-qc");
	});

	test("a finish taken back meanwhile is a conflict", async () => {
		const old = passing();
		ws.as("technician");
		const last = job().steps.at(-1)?.id ?? "";
		await ws.call("bench.reopenStep", { jobId, version: version(), stepId: last, reason: "wrong-scan" });
		ws.as("inspector");
		expect(await reason("qc.pass", old)).toBe("job.changed-meanwhile");
		expect(job().stage).toBe("repair");
	});

	test("hostile values", async () => {
		expect(await reason("qc.pass", { ...passing(), force: true })).toBe("call.invalid-input");
		expect(await reason("qc.pass", { ...passing(), points: Array(41).fill({ point: "A1", passed: true }) })).toBe(
			"call.invalid-input",
		);
		expect(await reason("qc.pass", { ...passing(), version: -1 })).toBe("call.invalid-input");
		expect(await reason("qc.fail", failing({ words: "\u0000" }))).toBe("call.invalid-input");
		ws.clock.pass(hour);
		expect(await reason("qc.pass", passing())).toBe("session.not-signed-in");
	});
});
