/** Takes and gives back money at the counter. Called by main/handlers/payment.ts; money of a hand-over is in its own call. */
import type { NewEvent } from "../../../domain/event/event.ts";
import { decideDeposit, decidePay, decideRefund } from "../../../domain/order/decide-payment.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { paymentCalls } from "../../../preload/contract/payment.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { balanceNow, readOrder } from "../order/order-reader.ts";
import { verifyApproval } from "../session/credentials.ts";

type Input<K extends keyof typeof paymentCalls> = ParsedOf<(typeof paymentCalls)[K]>;

function settle(app: App, by: By, orderId: string, paymentId: string, events: readonly NewEvent[]) {
	app.log.append(by.person, events);
	return { version: app.states.get("order", orderId).version, paymentId, money: balanceNow(app, orderId) };
}

export function takePayment(app: App, by: By, input: Input<"payment.take">) {
	const { orderId, version, kind, method, amountFen, reference } = input;
	const { order, jobs } = readOrder(app, orderId, version);
	const states = jobs.map(({ job }) => job);
	const given = { id: app.ports.ids.uuid(), method, amountFen, reference };
	const events = kind === "deposit" ? [decideDeposit(order, states, given)] : decidePay(order, states, [given]);
	return settle(app, by, orderId, given.id, events);
}

export async function refundPayment(app: App, by: By, input: Input<"payment.refund">) {
	const { orderId, version, of, method, amountFen, reason, note } = input;
	const approver = await verifyApproval(app, input.approval, "manager");
	const { order } = readOrder(app, orderId, version);
	const id = app.ports.ids.uuid();
	return settle(app, by, orderId, id, decideRefund(order, { id, of, method, amountFen, reason, note, approver }));
}
