/** Counts and money of one day in this workshop, from projections. Times are ms UTC, from inclusive, to exclusive. */
import type { Reader } from "../open.ts";
import { heldHere, thisStore } from "./exchange/moves.ts";

export type PaymentRow = {
	id: string;
	order_id: string;
	at: number;
	by_id: string;
	kind: string;
	method: string;
	amount_fen: number;
	number: string;
};

export function createDayReader(db: Reader) {
	const one = (sql: string) => db.prepare(sql).pluck();
	const orders = one(
		`SELECT count(*) FROM orders WHERE voided = 0 AND opened_at >= ? AND opened_at < ? AND store = ${thisStore}`,
	);
	const received = one(
		`SELECT count(*) FROM jobs j JOIN orders o ON o.id = j.order_id
		WHERE j.received_at >= ? AND j.received_at < ? AND j.stage <> 'voided' AND o.store = ${thisStore}`,
	);
	const handed = one(`SELECT count(*) FROM jobs j WHERE handed_at >= ? AND handed_at < ? AND ${heldHere("j")}`);
	const inHand = one(
		`SELECT count(*) FROM jobs j WHERE stage IN ('inspection', 'quote', 'repair', 'qc', 'hand-over') AND ${heldHere("j")}`,
	);
	const payments = db.prepare(
		`SELECT p.*, o.number FROM payments p JOIN orders o ON o.id = p.order_id
		WHERE p.at >= ? AND p.at < ? AND p.store = ${thisStore} ORDER BY p.at, p.id`,
	);
	return {
		orders: (from: number, to: number) => orders.get(from, to) as number,
		received: (from: number, to: number) => received.get(from, to) as number,
		handedOver: (from: number, to: number) => handed.get(from, to) as number,
		inHand: () => inHand.get() as number,
		payments: (from: number, to: number) => payments.all(from, to) as PaymentRow[],
	};
}
