/**
 * The next order number of this workstation. The counter lives in local settings and moves in the transaction that
 * opens the order; the station's number comes with its epoch, so a restored PC never gives one out again.
 */
import type { CounterReader } from "../../../../db/queries/counter.ts";
import { makeOrderNumber } from "../../../../domain/code/order-number.ts";
import type { App } from "../../../app.ts";

/** Call inside the transaction that opens the order. Refuses `code.number-range` after 999 999 orders of one station. */
export function nextOrderNumber(app: App, rows: CounterReader): string {
	const { dev } = app.log.identity;
	const { state: store } = app.store();
	const station = app.states.find("station", dev)?.state.number ?? 1;
	const setting = `order-counter:${store.code}:${station}`;
	let counter = app.local.setting<number>(setting) ?? 0;
	for (;;) {
		counter += 1;
		const number = makeOrderNumber({ store: Number(store.code), station, counter });
		// A log brought from elsewhere may hold numbers this counter doesn't know.
		if (rows.ordersByNumber(number).length > 0) continue;
		app.local.setSetting(setting, counter);
		return number;
	}
}
