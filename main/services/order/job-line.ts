/** One job as the order page shows it: what, where it stands, what it costs, what may be done with it. */
import { localDay } from "../../../domain/clock/zone.ts";
import { Refusal } from "../../../domain/errors.ts";
import { conflicts } from "../../../domain/event/decision.ts";
import { clockView, mattersMost } from "../../../domain/job/clock-view.ts";
import { decideCancel, highestFee } from "../../../domain/job/leave/cancel.ts";
import { acceptedQuote, currentQuote, type JobState, owedFen } from "../../../domain/job/state.ts";
import type { OrderState } from "../../../domain/order/fold.ts";
import type { OrderJob } from "../../../preload/contract/order.ts";
import type { App } from "../../app.ts";
import { iso, personView, reasonView, wordsIn } from "../bench/views.ts";
import { briefOf } from "../item/brief.ts";
import { whereOf } from "../transfer/reader.ts";
import { operationNamed, pieceLines } from "./order-reader.ts";

/** The reason an act would be refused for now, or null. */
export function hindrance(act: () => unknown): string | null {
	try {
		act();
		return null;
	} catch (error) {
		if (error instanceof Refusal) return error.reason;
		throw error;
	}
}

export function jobLine(app: App, order: OrderState, job: JobState, version: number): OrderJob {
	const item = app.states.get("item", job.item);
	const { policies } = app.store().state;
	const quote = currentQuote(job);
	const highestFen = highestFee(job, policies.testFeeFen);
	return {
		jobId: job.id,
		version,
		ordinal: job.ordinal,
		stage: job.stage,
		stageAt: iso(job.stageAt),
		item: { ...briefOf(item.state), materials: item.state.materials, version: item.version },
		pieces: pieceLines(app, order, job),
		photo: (job.photos.find((p) => p.role === "before") ?? job.photos[0])?.sha ?? null,
		services: job.services.map((code) => ({ code, name: operationNamed(app, code) })),
		accessories: job.accessories,
		condition: job.condition.map((mark) => ({ ...mark, pieceId: mark.pieceId ?? null })),
		declaredValueFen: job.declaredValueFen,
		words: wordsIn(app, job.wordsIn),
		promisedAt: iso(job.promisedAt),
		clock: runningClock(app, job),
		shelf: job.shelf,
		where: whereOf(app, job),
		assignee: job.assignee === null ? null : personView(app, job.assignee),
		goingBack: job.returning,
		outcome: job.outcome && { outcome: job.outcome.outcome, amountFen: job.outcome.amountFen },
		quote: quote
			? { version: quote.version, answer: quote.answer?.answer ?? null, totalFen: quote.totals.customerFen }
			: null,
		owedFen: owedFen(job),
		brandFen: job.voided || job.returning ? 0 : (acceptedQuote(job)?.totals.brandFen ?? 0),
		testFeeFen: job.testFeeFen,
		reworks: job.reworks,
		reworkOf: reworkOf(app, job),
		warranty: warrantyLines(app, job),
		followUp: job.followUp && { ...job.followUp, dueAt: iso(job.followUp.dueAt) },
		cancelled: job.cancelled && {
			at: iso(job.cancelled.at),
			by: personView(app, job.cancelled.by),
			reason: reasonView(app, "cancel-job", job.cancelled.reason),
		},
		conflict: conflicts(job.heads).length > 0,
		cancelHindered: hindrance(() => {
			const given = { reason: { code: "customer-cancelled" }, feeFen: 0, words: "" };
			const { standard } = app.standard.index;
			decideCancel(job, given, { standard, testFeeFen: policies.testFeeFen, isManager: true, approver: undefined });
		}),
		cancelFee: { usualFen: Math.min(policies.testFeeFen, highestFen), highestFen },
	};
}

function runningClock(app: App, job: JobState): OrderJob["clock"] {
	const { calendar } = app.store().state;
	const now = app.ports.clock.now();
	const views = job.clocks.map((clock) => ({ clock, view: clockView(clock, app.standard.index, calendar, now) }));
	const first = mattersMost(views.map(({ view }) => view));
	const found = views.find(({ view }) => view === first);
	if (!first || !found) return null;
	const { clock, state, leftMs, wallMs, netMs } = first;
	return {
		clock,
		startedAt: iso(first.startedAt),
		dueAt: iso(first.dueAt),
		stoppedAt: null,
		state,
		leftMs,
		wallMs,
		netMs,
		pausedFor: found.clock.pauses.find((p) => p.to === null)?.why ?? null,
	};
}

function reworkOf(app: App, job: JobState): OrderJob["reworkOf"] {
	const earlier = job.reworkOf === null ? undefined : app.states.find("job", job.reworkOf)?.state;
	const order = earlier && app.states.find("order", earlier.order)?.state;
	return earlier && order ? { jobId: earlier.id, orderId: order.id, number: order.number } : null;
}

function warrantyLines(app: App, job: JobState): OrderJob["warranty"] {
	const today = localDay(app.ports.clock.now(), app.store().state.calendar.zone);
	return job.warranty.map(({ operation, until }) => ({
		operation,
		name: operationNamed(app, operation),
		untilOn: until,
		running: until >= today,
	}));
}
