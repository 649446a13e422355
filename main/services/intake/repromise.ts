/** Moves the promised day of an order and of its jobs still in our hands; the day before stays in the history. */
import { refuse } from "../../../domain/errors.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { openStages } from "../../../domain/job/stage.ts";
import { decideRepromise } from "../../../domain/order/decide-open.ts";
import { closingOn } from "../../../domain/order/promise.ts";
import { getReason } from "../../../domain/standard/lookup.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { intakeCalls } from "../../../preload/contract/intake.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";

type Call = (typeof intakeCalls)["intake.repromise"];

export function repromise(app: App, by: By, input: ParsedOf<Call>): { promisedAt: string } {
	const { state: order } = app.states.getAt("order", input.orderId, input.version);
	if (order.voided) refuse("rule-broken", "order.voided");
	// The reasons that stop a clock are the ones that move a promise.
	getReason(app.standard.index.standard, "pause", input.reason);
	const promisedAt = closingOn(app.store().state.calendar, input.promisedOn);
	const { reason } = input;
	const events: NewEvent[] = [decideRepromise(order, { promisedAt, reason, nowAt: app.ports.clock.now() })];
	for (const id of order.jobs) {
		const job = app.states.find("job", id)?.state;
		if (!job || !openStages.includes(job.stage) || job.promisedAt === promisedAt) continue;
		const changes = { promisedAt: { was: job.promisedAt, now: promisedAt } };
		events.push(jobEvents["job.corrected"].make(`job:${id}`, { changes, reason }));
	}
	app.log.append(by.person, events);
	return { promisedAt: new Date(promisedAt).toISOString() };
}
