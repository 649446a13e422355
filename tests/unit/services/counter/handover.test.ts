import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	openReadyWorkstation,
	type ReadyWorkstation,
	type Received,
	receive,
	testPin,
} from "../../../support/fixtures.ts";
import { decline, finish } from "../../../support/orders/finished.ts";
import { type Choice, pickUp } from "../../../support/orders/pick-up.ts";
import { refusals } from "../../../support/refusal.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const refusal = refusals(() => ws);

const view = (orderId: string) => ws.call("handover.open", { orderId });
const managerPin = () => ({ person: ws.staff.manager, pin: testPin });

const input = (orderId: string, choice: Choice = {}, more: Record<string, unknown> = {}) =>
	pickUp(ws, orderId, choice, more);

function ready(options: Parameters<typeof receive>[1] = {}, fen = 18_000): Received {
	const order = receive(ws, options);
	for (const id of order.jobIds) finish(ws, id, { customerFen: fen });
	return order;
}

describe("what is ready", () => {
	it("shows pieces with their labels, warranty from today, what is due and when we call", async () => {
		const order = receive(ws, { jobs: 2 });
		finish(ws, order.jobIds[0] ?? "", { customerFen: 12_300 });
		const open = await view(order.orderId);
		expect(open.jobs.map((j) => j.ready)).toEqual([true, false]);
		expect(open.jobs[0]?.pieces.map((p) => p.label)).toEqual([`${order.number}01`, `${order.number}02`]);
		expect(open.jobs[0]?.warranty).toMatchObject([{ operation: "O02", untilOn: "2027-02-19" }]);
		expect(open.money).toMatchObject({ owedFen: 12_300, dueFen: 12_300 });
		// Three days later, when the shop opens.
		expect(open.followUpAt).toBe("2026-11-24T01:00:00.000Z");
		expect(open.customer).toMatchObject({ name: "张*", phone: "1******5678", hasPhone: true });
		const { orders } = await ws.call("handover.ready", {});
		expect(orders).toMatchObject([{ orderId: order.orderId, waiting: 1, dueFen: 12_300 }]);
	});
});

describe("handing over", () => {
	it("settles, signs, starts the warranty and the call in one act", async () => {
		const order = ready({ jobs: 2 });
		const payments = [
			{ method: "cash" as const, amountFen: 10_000, reference: "" },
			{ method: "wechat" as const, amountFen: 26_000, reference: "WX-1" },
		];
		const done = await ws.call("handover.complete", await input(order.orderId, {}, { payments }));
		expect(done).toMatchObject({
			partial: false,
			repeated: false,
			money: { dueFen: 0, creditFen: 0, paidFen: 36_000 },
		});
		expect(done.jobs.map((j) => j.stage)).toEqual(["follow-up", "follow-up"]);
		expect(done.followUpAt).toBe("2026-11-24T01:00:00.000Z");
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.jobs[0]?.warranty).toMatchObject([{ untilOn: "2027-02-19", running: true }]);
		expect(page.handovers).toMatchObject([{ slip: "shown", proof: "slip", partial: false, openFen: 0 }]);
		expect(page.signatures).toMatchObject([{ what: "hand-over", how: "paper" }]);
		const { state } = ws.app.states.get("job", order.jobIds[0] ?? "");
		expect(state.clocks.filter((c) => c.stoppedAt === null).map((c) => c.clock)).toEqual(["L"]);
		expect(state.pieces.every((p) => p.gone && p.gone.missing === null)).toBe(true);
	});

	it("answers the same again when the first answer was lost, and pays only once", async () => {
		const order = ready();
		const once = await input(order.orderId);
		const [first, second] = await Promise.all([ws.call("handover.complete", once), ws.call("handover.complete", once)]);
		expect(second).toEqual({ ...first, repeated: true });
		const page = await ws.call("order.get", { orderId: order.orderId });
		expect(page.payments).toHaveLength(1);
		expect(page.handovers).toHaveLength(1);
	});

	it("refuses a second hand-over of the same and an outdated screen", async () => {
		const order = ready();
		const stale = await input(order.orderId);
		const other = await input(order.orderId);
		await ws.call("handover.complete", other);
		expect(await refusal("handover.complete", stale)).toMatchObject({
			code: "conflict",
			reason: "order.changed-meanwhile",
		});
		const again = { ...stale, version: (await view(order.orderId)).version };
		expect(await refusal("handover.complete", again)).toMatchObject({ reason: "job.changed-meanwhile" });
	});

	it("hands over what is ready and leaves the rest", async () => {
		const order = receive(ws, { jobs: 2 });
		const [first = "", second = ""] = order.jobIds;
		finish(ws, first, { customerFen: 5_000 });
		finish(ws, second, { customerFen: 7_000, until: "accepted" });
		expect(await refusal("handover.complete", await input(order.orderId, { jobs: [0, 1] }))).toMatchObject({
			reason: "job.wrong-stage",
		});
		// The work that stays need not be paid yet.
		const done = await ws.call("handover.complete", await input(order.orderId, { cash: 5_000 }));
		expect(done).toMatchObject({ partial: true, money: { dueFen: 7_000 } });
		expect(done.jobs).toMatchObject([{ jobId: first, stage: "follow-up" }]);
		expect(ws.app.states.get("job", second).state.stage).toBe("repair");
	});

	it("wants every piece accounted for", async () => {
		const order = ready();
		const all = await input(order.orderId);
		const forgotten = { ...all, jobs: all.jobs.map((j) => ({ ...j, pieces: j.pieces.slice(1) })) };
		expect(await refusal("handover.complete", forgotten)).toMatchObject({
			reason: "handover.pieces-open",
			details: { count: 1 },
		});
		const strange = { ...all, jobs: all.jobs.map((j) => ({ ...j, pieces: [...j.pieces, ws.app.ports.ids.uuid()] })) };
		expect(await refusal("handover.complete", strange)).toMatchObject({ reason: "handover.piece-not-here" });
		const twice = { ...all, jobs: all.jobs.map((j) => ({ ...j, pieces: [...j.pieces, j.pieces[0]] })) };
		expect(await refusal("handover.complete", twice)).toMatchObject({ reason: "handover.piece-twice" });
	});

	it("names a missing piece; a lost one needs a manager and words", async () => {
		const order = ready();
		const named = await input(order.orderId, { missing: { 2: "lost" } });
		expect(await refusal("handover.complete", named)).toMatchObject({
			code: "forbidden",
			reason: "handover.manager-needed",
			details: { needs: ["missing-piece"] },
		});
		const approved = { ...named, approval: managerPin() };
		await ws.call("handover.complete", approved);
		const { state } = ws.app.states.get("job", order.jobIds[0] ?? "");
		expect(state.pieces.map((p) => p.gone?.missing ?? null)).toEqual([null, "lost"]);
		const { entries } = await ws.call("order.timeline", { orderId: order.orderId });
		const line = entries.find((e) => e.type === "job.handed_over");
		expect(line).toMatchObject({
			words: "盘点时不见",
			approver: { name: "王店长" },
			values: { missing: { number: 1 } },
		});
	});

	it("gives unrepaired items back with the test fee, without warranty or call", async () => {
		const order = receive(ws);
		decline(ws, order.jobIds[0] ?? "", 2_000);
		const open = await view(order.orderId);
		expect(open.jobs[0]).toMatchObject({ ready: true, goingBack: true, owedFen: 2_000, warranty: [] });
		const done = await ws.call("handover.complete", await input(order.orderId));
		expect(done).toMatchObject({ followUpAt: null, jobs: [{ stage: "closed" }] });
	});

	it("asks what became of old parts the customer wanted", async () => {
		const order = receive(ws);
		finish(ws, order.jobIds[0] ?? "", { part: true, returnOldParts: true });
		const all = await input(order.orderId);
		expect(await refusal("handover.complete", all)).toMatchObject({ reason: "handover.old-parts" });
		const back = { ...all, jobs: all.jobs.map((j) => ({ ...j, oldParts: "returned" as const })) };
		await ws.call("handover.complete", back);
		expect(ws.app.states.get("job", order.jobIds[0] ?? "").state.handovers).toMatchObject([{ oldParts: "returned" }]);
	});

	it("makes no call where there is no phone", async () => {
		const order = ready({ phone: "" });
		const done = await ws.call("handover.complete", await input(order.orderId));
		expect(done).toMatchObject({ followUpAt: null, jobs: [{ stage: "closed" }] });
	});
});

it("is the counter's work, and refuses what it does not know", async () => {
	const order = ready();
	const all = await input(order.orderId);
	expect(await refusal("handover.complete", { ...all, surprise: 1 })).toMatchObject({ code: "invalid-input" });
	expect(await refusal("handover.complete", { ...all, jobs: [] })).toMatchObject({ code: "invalid-input" });
	const other = receive(ws);
	const mixed = {
		...all,
		jobs: [...all.jobs, { jobId: other.jobIds[0], version: 1, pieces: [], missing: [], oldParts: null }],
	};
	expect((await refusal("handover.complete", mixed)).code).not.toBe("internal");
	ws.as("technician");
	expect(await refusal("handover.complete", all)).toMatchObject({ reason: "session.wrong-role" });
	expect(await refusal("handover.open", { orderId: order.orderId })).toMatchObject({ code: "forbidden" });
	ws.as("manager");
	expect((await ws.call("handover.complete", all)).repeated).toBe(false);
});
