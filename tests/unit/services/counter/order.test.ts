import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jobEvents } from "../../../../domain/job/job.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive, testPin } from "../../../support/fixtures.ts";
import { finish } from "../../../support/orders/finished.ts";
import { refusals } from "../../../support/refusal.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const refusal = refusals(() => ws);

const page = (orderId: string) => ws.call("order.get", { orderId });
const history = async (orderId: string) => (await ws.call("order.timeline", { orderId })).entries;
const approval = () => ({ person: ws.staff.manager, pin: testPin });
const orderAt = (orderId: string) => ({ orderId, version: ws.app.states.get("order", orderId).version });
const jobAt = (jobId: string) => ({ jobId, version: ws.app.states.get("job", jobId).version });
const deposit = (orderId: string, amountFen: number) =>
	ws.call("payment.take", { ...orderAt(orderId), kind: "deposit", method: "cash", amountFen, reference: "" });

describe("the order page", () => {
	it("shows the drop-off with its customer masked and their words opened", async () => {
		const { orderId, number } = receive(ws, { jobs: 2, services: ["O43"] });
		const seen = await page(orderId);
		expect(seen).toMatchObject({ number, customer: { name: "张*", phone: "1******5678" }, voided: null });
		expect(seen.jobs.map((j) => j.ordinal)).toEqual([1, 2]);
		expect(seen.jobs[0]).toMatchObject({
			stage: "inspection",
			words: "前掌开胶,走路进水",
			services: [{ code: "O43" }],
			clock: { clock: "D", state: "running" },
			pieces: [{ label: `${number}01` }, { label: `${number}02` }],
		});
		expect(JSON.stringify(seen)).not.toContain("13812345678");
		expect(JSON.stringify(seen)).not.toContain("张晓雯");
	});

	it("keeps what is billed to the brand apart, and says what may still be done", async () => {
		const { orderId, jobIds } = receive(ws, { jobs: 2 });
		finish(ws, jobIds[0] ?? "", { customerFen: 8_000, brandFen: 20_000 });
		await deposit(orderId, 3_000);
		const seen = await page(orderId);
		expect(seen.money).toEqual({ owedFen: 8_000, paidFen: 3_000, brandBilledFen: 0, dueFen: 5_000, creditFen: 0 });
		expect(seen.jobs.map((j) => [j.owedFen, j.brandFen])).toEqual([
			[8_000, 20_000],
			[0, 0],
		]);
		expect(seen.jobs.map((j) => j.cancelHindered)).toEqual(["job.complete-already", null]);
		expect(seen.voidHindered).toBe("order.money-not-back");
	});

	it("is for whoever is signed in, and knows no other order", async () => {
		const { orderId } = receive(ws);
		expect(await refusal("order.get", { orderId: ws.app.ports.ids.uuid() })).toMatchObject({
			reason: "order.not-found",
		});
		ws.app.session.lock();
		expect(await refusal("order.get", { orderId })).toMatchObject({ code: "not-signed-in" });
		expect(await refusal("order.timeline", { orderId })).toMatchObject({ code: "not-signed-in" });
	});
});

describe("corrections", () => {
	it("keep what was written before", async () => {
		const { orderId, jobIds } = receive(ws);
		const jobId = jobIds[0] ?? "";
		const correct = (changes: object, reason: object = { code: "typing-error" }) => ({
			...jobAt(jobId),
			changes,
			reason,
		});
		expect(await refusal("order.correctJob", correct({}))).toMatchObject({ reason: "job.nothing-changed" });
		expect(await refusal("order.correctJob", correct({ declaredValueFen: 5 }, { code: "other" }))).toMatchObject({
			reason: "job.note-needed",
		});
		const strange = { condition: [{ id: "m1", zone: "moon", flaw: "scratch" }] };
		expect(await refusal("order.correctJob", correct(strange))).toMatchObject({ reason: "job.unknown-mark" });
		const stale = correct({ accessories: ["dust-bag"] });
		await ws.call("order.correctJob", correct({ declaredValueFen: 89_900, accessories: ["dust-bag"] }) as never);
		expect(await refusal("order.correctJob", stale)).toMatchObject({ code: "conflict" });
		expect((await page(orderId)).jobs[0]).toMatchObject({ declaredValueFen: 89_900, accessories: ["dust-bag"] });
		const line = (await history(orderId)).find((e) => e.type === "job.corrected");
		expect(line?.changes).toMatchObject([
			{ field: "accessories", was: null },
			{ field: "declaredValueFen", was: null, now: { fen: 89_900 } },
		]);
		expect(line?.reason).toMatchObject({ name: { zh: "录入错误" } });
	});
});

describe("calling one off", () => {
	const off = (jobId: string, more: object = {}) => ({
		...jobAt(jobId),
		...{ reason: { code: "customer-cancelled" }, feeFen: 0, words: "" },
		...more,
	});

	it("is possible until it is complete, stops work and clocks, and sends it back", async () => {
		const { orderId, jobIds } = receive(ws, { jobs: 2 });
		const [first = "", second = ""] = jobIds;
		expect((await ws.call("order.cancelJob", off(first) as never)).stage).toBe("hand-over");
		expect(await refusal("order.cancelJob", off(first))).toMatchObject({ reason: "job.going-back-already" });
		finish(ws, second);
		expect(await refusal("order.cancelJob", off(second))).toMatchObject({ reason: "job.complete-already" });
		const { state } = ws.app.states.get("job", first);
		expect(state).toMatchObject({ returning: true, cancelled: { reason: "customer-cancelled" } });
		expect(state.clocks.every((c) => c.stoppedAt !== null)).toBe(true);
		expect((await page(orderId)).money.owedFen).toBe(18_000);
	});

	it("charges the test fee, more only for work begun and with a manager, never more than agreed", async () => {
		const { orderId, jobIds } = receive(ws, { jobs: 2 });
		const [first = "", second = ""] = jobIds;
		expect(await refusal("order.cancelJob", off(first, { feeFen: 2_001 }))).toMatchObject({
			reason: "job.fee-too-high",
			details: { highestYuan: "20.00" },
		});
		await ws.call("order.cancelJob", off(first, { feeFen: 2_000 }) as never);
		finish(ws, second, { until: "accepted" });
		const step = ws.app.states.get("job", second).state.steps[0]?.id ?? "";
		ws.app.log.append(ws.staff.technician, [jobEvents["job.step_started"].make(`job:${second}`, { step })]);
		expect(await refusal("order.cancelJob", off(second, { feeFen: 18_001 }))).toMatchObject({
			reason: "job.fee-too-high",
		});
		expect(await refusal("order.cancelJob", off(second, { feeFen: 9_000 }))).toMatchObject({
			reason: "job.fee-needs-manager",
		});
		await ws.call("order.cancelJob", off(second, { feeFen: 9_000, approval: approval(), words: "改主意了" }) as never);
		const { state } = ws.app.states.get("job", second);
		expect(state.steps[0]).toMatchObject({ state: "paused" });
		expect(state.steps[0]?.runs.every((r) => r.to !== null)).toBe(true);
		expect((await page(orderId)).money.owedFen).toBe(11_000);
		expect((await history(orderId))[0]).toMatchObject({
			type: "job.cancelled",
			words: "改主意了",
			approver: { name: "王店长" },
			values: { fee: { fen: 9_000 } },
		});
	});

	it("is the counter's, at the version seen", async () => {
		const { jobIds } = receive(ws);
		const stale = off(jobIds[0] ?? "");
		ws.app.log.append(ws.staff.clerk, [jobEvents["job.shelved"].make(`job:${jobIds[0]}`, { shelf: "B1" })]);
		expect(await refusal("order.cancelJob", stale)).toMatchObject({ reason: "job.changed-meanwhile" });
		ws.as("technician");
		expect(await refusal("order.cancelJob", off(jobIds[0] ?? ""))).toMatchObject({ reason: "session.wrong-role" });
	});
});

describe("voiding", () => {
	const mistake = (orderId: string, more: object = {}) => ({
		...orderAt(orderId),
		...{ reason: { code: "duplicate" }, approval: approval() },
		...more,
	});

	it("needs a manager, no work done and no money kept", async () => {
		const { orderId, jobIds } = receive(ws);
		await deposit(orderId, 2_000);
		expect(await refusal("order.void", mistake(orderId))).toMatchObject({
			reason: "order.money-not-back",
			details: { paidYuan: "20.00" },
		});
		await ws.call("payment.refund", {
			...orderAt(orderId),
			...{ of: null, method: "cash", amountFen: 2_000, reason: "wrong-entry", note: "", approval: approval() },
		});
		const clerk = { approval: { person: ws.staff.clerk, pin: testPin } };
		expect(await refusal("order.void", mistake(orderId, clerk))).toMatchObject({ reason: "session.approver-role" });
		expect(await refusal("order.void", { ...mistake(orderId), approval: undefined })).toMatchObject({
			code: "invalid-input",
		});
		await ws.call("order.void", mistake(orderId, { reason: { code: "other", note: "开错顾客" } }) as never);
		const seen = await page(orderId);
		expect(seen).toMatchObject({
			voided: { reason: { code: "other" } },
			notes: [{ about: "void", words: "开错顾客" }],
		});
		expect(seen.jobs[0]).toMatchObject({ stage: "voided", owedFen: 0 });
		expect(ws.app.states.get("job", jobIds[0] ?? "").state.clocks.every((c) => c.stoppedAt !== null)).toBe(true);
		expect(await refusal("order.void", mistake(orderId))).toMatchObject({ reason: "order.voided" });
		const late = { ...orderAt(orderId), kind: "deposit", method: "cash", amountFen: 100, reference: "" };
		expect(await refusal("payment.take", late)).toMatchObject({ reason: "order.voided" });
	});

	it("is refused once work was begun on any of its jobs", async () => {
		const { orderId, jobIds } = receive(ws, { jobs: 2 });
		finish(ws, jobIds[1] ?? "", { until: "accepted" });
		expect(await refusal("order.void", mistake(orderId))).toMatchObject({ reason: "order.work-begun" });
		expect(ws.app.states.get("job", jobIds[0] ?? "").state.voided).toBeNull();
	});
});
