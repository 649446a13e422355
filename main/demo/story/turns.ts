/** Turns some orders take: cancelled, refunded, voided, promised anew, remarked upon. */
import type { Said } from "../cast.ts";
import type { Method, OrderPlan, Received } from "../plan.ts";
import type { Shop } from "../shop.ts";
import type { At } from "../time.ts";

type Turn = NonNullable<OrderPlan["more"]>;

async function refund(
	shop: Shop,
	{ orderId }: Received,
	yuan: number,
	reason: "complaint" | "job-cancelled",
	note: string,
) {
	const { version, payments } = await shop.call("zhou", "order.get", { orderId });
	const paid = payments.find((payment) => payment.leftFen >= yuan * 100);
	const method: Method = paid?.method ?? "cash";
	const input = { orderId, version, of: paid?.id ?? null, method, amountFen: yuan * 100, reason, note };
	await shop.call("zhou", "payment.refund", { ...input, approval: shop.approval });
}

/** Part of the price goes back after a complaint. */
export function refundPart(at: At, yuan: number, note: Said): Turn {
	return async function* (shop, order) {
		yield shop.times.at(at);
		await refund(shop, order, yuan, "complaint", shop.say(note));
	};
}

/** The customer calls the first item off; the deposit goes back. */
export function callOff(at: At, depositYuan: number, words: Said): Turn {
	return async function* (shop, order) {
		yield shop.times.at(at);
		const jobId = order.jobs[0]?.jobId ?? "";
		const reason = { code: "customer-cancelled" };
		const input = { jobId, version: await shop.version(jobId), reason, feeFen: 0, words: shop.say(words) };
		await shop.call("zhou", "order.cancelJob", input);
		await refund(shop, order, depositYuan, "job-cancelled", "");
	};
}

/** Taken in by mistake. */
export function voidIt(at: At): Turn {
	return async function* (shop, { orderId }) {
		yield shop.times.at(at);
		const { version } = await shop.call("zhou", "order.get", { orderId });
		const approval = shop.approval;
		await shop.call("zhou", "order.void", { orderId, version, reason: { code: "duplicate" }, approval });
	};
}

/** Somebody writes something down. */
export function remark(at: At, words: Said): Turn {
	return async function* (shop, { orderId }) {
		yield shop.times.at(at);
		await shop.call("zhou", "order.note", { orderId, words: shop.say(words) });
	};
}
