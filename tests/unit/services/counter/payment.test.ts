import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../../../../domain/errors.ts";
import type { WeltEvent } from "../../../../domain/event/event.ts";
import { foldEvent } from "../../../../domain/event/fold.ts";
import type { JobState } from "../../../../domain/job/state.ts";
import { balanceOf } from "../../../../domain/order/balance.ts";
import { decideDeposit, decidePay, decideRefund, looksLikeCard } from "../../../../domain/order/decide-payment.ts";
import { type OrderState, orderFold } from "../../../../domain/order/fold.ts";
import { paymentMethods } from "../../../../domain/order/order.ts";
import { openReadyWorkstation, type ReadyWorkstation, receive, testPin } from "../../../support/fixtures.ts";
import { finish } from "../../../support/orders/finished.ts";
import { refusals } from "../../../support/refusal.ts";

let ws: ReadyWorkstation;
beforeEach(async () => {
	ws = await openReadyWorkstation();
});
afterEach(() => ws.dispose());

const refusal = refusals(() => ws);

const versionOf = (orderId: string) => ws.app.states.get("order", orderId).version;
const approval = () => ({ person: ws.staff.manager, pin: testPin });
const take = (orderId: string, amountFen: number, kind: "deposit" | "balance", method: "cash" | "brand" = "cash") => ({
	...{ orderId, version: versionOf(orderId), kind, method, amountFen, reference: "" },
});
const refund = (orderId: string, amountFen: number, more: object = {}) => ({
	...{ orderId, version: versionOf(orderId), of: null, method: "cash" as const, amountFen },
	...{ reason: "paid-too-much" as const, note: "", approval: approval() },
	...more,
});

describe("taking money", () => {
	it("takes a deposit while work is open and the rest when it is due, never more", async () => {
		const { orderId, jobIds } = receive(ws);
		await ws.call("payment.take", take(orderId, 5_000, "deposit"));
		expect(await refusal("payment.take", take(orderId, 1, "balance"))).toMatchObject({
			reason: "payment.more-than-due",
		});
		finish(ws, jobIds[0] ?? "", { customerFen: 12_000 });
		const paid = await ws.call("payment.take", take(orderId, 7_000, "balance"));
		expect(paid.money).toEqual({ owedFen: 12_000, paidFen: 12_000, brandBilledFen: 0, dueFen: 0, creditFen: 0 });
		expect(await refusal("payment.take", take(orderId, 1, "balance"))).toMatchObject({
			reason: "payment.more-than-due",
		});
	});

	it("refuses nothing, a stale screen, a deposit on the brand, a card's number and another role", async () => {
		const { orderId } = receive(ws);
		expect(await refusal("payment.take", take(orderId, 0, "deposit"))).toMatchObject({ reason: "payment.no-amount" });
		const stale = take(orderId, 100, "deposit");
		await ws.call("payment.take", stale);
		expect(await refusal("payment.take", stale)).toMatchObject({ code: "conflict", reason: "order.changed-meanwhile" });
		expect(await refusal("payment.take", take(orderId, 100, "deposit", "brand"))).toMatchObject({
			reason: "order.deposit-method",
		});
		const card = { ...take(orderId, 100, "deposit"), reference: "6222 0212 3456 7894" };
		expect(looksLikeCard(card.reference)).toBe(true);
		expect(looksLikeCard("4200002026112112345678901234")).toBe(false);
		expect(await refusal("payment.take", card)).toMatchObject({ reason: "payment.card-number" });
		ws.as("technician");
		expect(await refusal("payment.take", take(orderId, 100, "deposit"))).toMatchObject({ code: "forbidden" });
		expect((await ws.call("order.get", { orderId })).money.paidFen).toBe(100);
	});

	it("takes no deposit once everything has left", async () => {
		const { orderId, jobIds } = receive(ws, { phone: "" });
		finish(ws, jobIds[0] ?? "", { customerFen: 0 });
		const open = await ws.call("handover.open", { orderId });
		await ws.call("handover.complete", {
			...{ handoverId: open.handoverId, orderId, version: open.version, payments: [], leaveOpen: false },
			jobs: open.jobs.map((j) => ({
				jobId: j.jobId,
				version: j.version,
				pieces: j.pieces.map((p) => p.id),
				missing: [],
				oldParts: null,
			})),
			pickup: { to: "customer", name: "", phone: "", slip: "shown", proof: null, phoneTail: "" },
			signature: { how: "paper" },
		});
		expect(await refusal("payment.take", take(orderId, 100, "deposit"))).toMatchObject({
			reason: "payment.deposit-too-late",
		});
	});
});

describe("giving money back", () => {
	it("gives back at most what was paid, with a manager and a reason", async () => {
		const { orderId } = receive(ws);
		const { paymentId } = await ws.call("payment.take", take(orderId, 5_000, "deposit"));
		expect(await refusal("payment.refund", refund(orderId, 5_001))).toMatchObject({
			reason: "payment.refund-more-than-paid",
			details: { leftYuan: "50.00" },
		});
		const wrong = { approval: { person: ws.staff.clerk, pin: testPin } };
		expect(await refusal("payment.refund", refund(orderId, 100, wrong))).toMatchObject({
			reason: "session.approver-role",
		});
		expect(await refusal("payment.refund", refund(orderId, 100, { reason: "other" }))).toMatchObject({
			reason: "payment.note-needed",
		});
		const other = { reason: "other", note: "顾客多付", of: paymentId };
		const back = await ws.call("payment.refund", refund(orderId, 3_000, other) as never);
		expect(back.money.paidFen).toBe(2_000);
		expect(await refusal("payment.refund", refund(orderId, 2_001, { of: paymentId }))).toMatchObject({
			details: { leftYuan: "20.00" },
		});
		const page = await ws.call("order.get", { orderId });
		expect(page.payments).toMatchObject([
			{ kind: "deposit", amountFen: 5_000, leftFen: 2_000 },
			{ kind: "refund", amountFen: 3_000, reason: "other", of: paymentId },
		]);
		expect(page.notes).toMatchObject([{ about: "refund", words: "顾客多付" }]);
	});

	it("takes a bill back from the brand, not out of the till", async () => {
		const { orderId, jobIds } = receive(ws);
		finish(ws, jobIds[0] ?? "", { customerFen: 9_000 });
		const billed = await ws.call("payment.take", take(orderId, 9_000, "balance", "brand"));
		expect(billed.money).toMatchObject({ paidFen: 0, brandBilledFen: 9_000, dueFen: 0 });
		expect(await refusal("payment.refund", refund(orderId, 1))).toMatchObject({
			reason: "payment.refund-more-than-paid",
		});
		expect(await refusal("payment.refund", refund(orderId, 1, { of: billed.paymentId }))).toMatchObject({
			reason: "payment.unknown",
		});
		const back = await ws.call("payment.refund", refund(orderId, 9_000, { method: "brand", of: billed.paymentId }));
		expect(back.money).toMatchObject({ paidFen: 0, brandBilledFen: 0, dueFen: 9_000 });
	});
});

describe("balances", () => {
	const owing = (customerFen: number): JobState[] => [
		{
			...ws.app.states.get("job", ws.app.states.get("order", sample).state.jobs[0] ?? "").state,
			stage: "hand-over",
			...quoted(customerFen),
		},
	];
	let sample = "";
	const quoted = (customerFen: number) => ({
		quotes: [{ answer: { answer: "accepted" }, totals: { customerFen } }] as unknown as JobState["quotes"],
	});
	const act = fc.record({
		what: fc.constantFrom("deposit", "pay", "refund"),
		method: fc.constantFrom(...paymentMethods),
		amountFen: fc.integer({ min: 0, max: 30_000 }),
		ofLast: fc.boolean(),
	});

	it("never lose a fen, whatever is taken and given back", () => {
		sample = receive(ws).orderId;
		const start = ws.app.states.get("order", sample).state;
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 40_000 }), fc.array(act, { maxLength: 25 }), (owed, acts) => {
				let order: OrderState = start;
				let till = 0;
				let brand = 0;
				const jobs = owing(owed);
				acts.forEach(({ what, method, amountFen, ofLast }, at) => {
					const given = { id: `p${at}`, method, amountFen, reference: "" };
					const of = ofLast ? (order.payments.findLast((p) => p.kind !== "refund")?.id ?? null) : null;
					try {
						const approver = { person: "m", means: "pin" as const };
						const reason = "paid-too-much" as const;
						const events =
							what === "deposit"
								? [decideDeposit(order, jobs, given)]
								: what === "pay"
									? decidePay(order, jobs, [given])
									: decideRefund(order, { ...given, of, reason, note: "", approver });
						for (const e of events) {
							const stored = { ...e, id: `e${at}`, wall: at, actor: "a", blobs: [], refs: [] } as unknown as WeltEvent;
							order = foldEvent(orderFold as never, order, stored) as OrderState;
						}
						const signed = what === "refund" ? -amountFen : amountFen;
						if (method === "brand") brand += signed;
						else till += signed;
					} catch (error) {
						if (!(error instanceof Refusal)) throw error;
					}
				});
				const sum = balanceOf(order, jobs);
				expect(sum.paidFen).toBe(till);
				expect(sum.brandBilledFen).toBe(brand);
				expect(sum.dueFen - sum.creditFen).toBe(owed - till - brand);
				expect(Math.min(till, brand, sum.dueFen, sum.creditFen)).toBeGreaterThanOrEqual(0);
				expect(sum.dueFen === 0 || sum.creditFen === 0).toBe(true);
			}),
			{ numRuns: 150 },
		);
	});
});
