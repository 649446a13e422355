/** What the counter shows before anything is signed: the promised day by the clocks, the list's prices, the notice. */
import { localDay } from "../../../domain/clock/zone.ts";
import { promiseForJob } from "../../../domain/order/promise.ts";
import { findPrice } from "../../../domain/standard/lookup.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { intakeCalls } from "../../../preload/contract/intake.ts";
import type { App } from "../../app.ts";

type Call = (typeof intakeCalls)["intake.preview"];

export function previewIntake(app: App, { items }: ParsedOf<Call>): OutputOf<Call> {
	const { state: store } = app.store();
	const { index } = app.standard;
	const { prices, vocab } = index.standard;
	const now = app.ports.clock.now();
	const rules = { index, calendar: store.calendar, set: store.policies.clockSet };
	const shown = items.map((item) => {
		const lines = item.services.map((code) => ({ code, amountFen: findPrice(prices, code)?.unitFen ?? null }));
		const priced = lines.length > 0 && lines.every((line) => line.amountFen !== null);
		return {
			promisedAt: promiseForJob(rules, item, now),
			totalFen: priced ? lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0) : null,
			lines,
		};
	});
	// With nothing in the drop-off yet the promise of the usual case is shown.
	const usual = promiseForJob(rules, { services: [], agreed: false }, now);
	const promisedAt = shown.length === 0 ? usual : Math.max(...shown.map((item) => item.promisedAt));
	return {
		promisedAt: new Date(promisedAt).toISOString(),
		promisedOn: localDay(promisedAt, store.calendar.zone),
		items: shown.map((item) => ({ ...item, promisedAt: new Date(item.promisedAt).toISOString() })),
		samplePrices: prices.sample,
		noticeVersion: vocab.privacy.version,
	};
}
