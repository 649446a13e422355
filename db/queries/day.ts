/** Counts and money of one day, from projections. Times are ms UTC, from inclusive, to exclusive. */
import type { Reader } from "../open.ts";

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
	const orders = one("SELECT count(*) FROM orders WHERE voided = 0 AND opened_at >= ? AND opened_at < ?");
	const received = one("SELECT count(*) FROM jobs WHERE received_at >= ? AND received_at < ? AND stage <> 'voided'");
	const handed = one("SELECT count(*) FROM jobs WHERE handed_at >= ? AND handed_at < ?");
	const inHand = one("SELECT count(*) FROM jobs WHERE stage IN ('inspection', 'quote', 'repair', 'qc', 'hand-over')");
	const payments = db.prepare(
		`SELECT p.*, o.number FROM payments p JOIN orders o ON o.id = p.order_id
		WHERE p.at >= ? AND p.at < ? ORDER BY p.at, p.id`,
	);
	return {
		orders: (from: number, to: number) => orders.get(from, to) as number,
		received: (from: number, to: number) => received.get(from, to) as number,
		handedOver: (from: number, to: number) => handed.get(from, to) as number,
		inHand: () => inHand.get() as number,
		payments: (from: number, to: number) => payments.all(from, to) as PaymentRow[],
	};
}
