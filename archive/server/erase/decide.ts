/**
 * The head office erases a customer: by the rule of the counter, looked at over every store that knows them. Called by
 * `npm run archive:erase`; a search through the log, not for daily use.
 */
import { decideErasure, type ErasureReason } from "../../../domain/customer/decide-erasure.ts";
import { Refusal } from "../../../domain/errors.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OrderState } from "../../../domain/order/fold.ts";
import type { Archive } from "../archive.ts";
import { rowsOfSubject } from "../export/record.ts";
import { allBrands, foldOf } from "../page/find.ts";
import type { Tx } from "../sql/sql.ts";
import { beginErasure } from "./begin.ts";
import { eraseAll } from "./finish.ts";

/** `already`: it had been erased; what was left of it is gone now. */
export type Erased = { subject: string; already: boolean; stores: number; pictures: number };

/** Undefined when the archive knows no such customer. Refuses `customer.job-open`, `customer.money-open`. */
export async function eraseSubject(
	archive: Archive,
	subject: string,
	reason: ErasureReason,
): Promise<Erased | undefined> {
	await eraseAll(archive);
	const brands = await archive.sql.transaction([], allBrands);
	const found = await archive.sql.transaction(brands, async (tx) => {
		const known = await tx.rows<{ brand: string }>("SELECT DISTINCT brand FROM customer_store WHERE subject = $1", [
			subject,
		]);
		if (known.length === 0) return undefined;
		const begun = await tx.rows("SELECT 1 FROM erasure WHERE subject = $1", [subject]);
		if (begun.length > 0) return { already: true };
		decideErasure({ id: subject, erased: false }, await businessOf(tx, subject), reason);
		for (const { brand } of known) await beginErasure(tx, subject, brand, reason, archive.clock.now());
		return { already: false };
	});
	if (!found) return undefined;
	await eraseAll(archive);
	const [count] = await archive.sql.transaction(brands, (tx) =>
		tx.rows<{ stores: number; pictures: number }>(
			`SELECT (SELECT count(*) FROM customer_store WHERE subject = $1) AS stores,
			(SELECT count(*) FROM customer_picture WHERE subject = $1) AS pictures`,
			[subject],
		),
	);
	return { subject, ...found, stores: count?.stores ?? 0, pictures: count?.pictures ?? 0 };
}

/** Orders of the customer with their jobs, wherever they were written. */
async function businessOf(tx: Tx, subject: string) {
	const rows = await rowsOfSubject(tx, `subject:${subject}`);
	const events = rows.map(({ text }) => JSON.parse(text) as WeltEvent);
	const orders = new Set(events.flatMap(({ agg, type }) => (type === "order.opened" ? [agg] : [])));
	return [...orders].flatMap((agg) => {
		const order = foldOf<OrderState>(agg, events).state;
		if (!order || order.subject !== subject) return [];
		const jobs = order.jobs.flatMap((id) => foldOf<JobState>(`job:${id}`, events).state ?? []);
		return [{ order, jobs }];
	});
}

const sentences: Record<string, string> = {
	"customer.job-open": "something of this customer is still in a workshop; erase after it has been handed back: order",
	"customer.money-open": "money of this customer is not settled; erase once it is paid or given back: order",
};

/** What a person at the head office is told. */
export function sentenceOf(error: unknown): string | undefined {
	const said = error instanceof Refusal ? sentences[error.reason] : undefined;
	return said && `${said} ${String((error as Refusal).details?.["number"] ?? "")}`;
}
