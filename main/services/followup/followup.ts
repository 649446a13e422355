/** Who is to be called after a hand-over, and how each call went. Called by main/handlers/followup.ts. */
import { createJobRows } from "../../../db/queries/job-rows.ts";
import { addDays } from "../../../domain/clock/date.ts";
import { nextOpening } from "../../../domain/clock/working.ts";
import { endOfDay, localDay, startOfDay } from "../../../domain/clock/zone.ts";
import { refuse } from "../../../domain/errors.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import { decideFollowUp, type FollowUpResult } from "../../../domain/job/leave/follow-up.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { FollowUpRow, followupCalls } from "../../../preload/contract/followup.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { iso, wordsIn } from "../bench/views.ts";
import { maskedCustomer } from "../board/job-row.ts";
import { briefOf } from "../item/brief.ts";
import { workDone } from "../order/order-reader.ts";

type Calls = typeof followupCalls;
const most = 300;

export function dueCalls(app: App, { later }: ParsedOf<Calls["followup.due"]>): OutputOf<Calls["followup.due"]> {
	const { calendar } = app.store().state;
	const now = app.ports.clock.now();
	const todayOn = localDay(now, calendar.zone);
	const whenOf = (at: number): FollowUpRow["when"] => {
		if (at < startOfDay(todayOn, calendar.zone)) return "overdue";
		return at < endOfDay(todayOn, calendar.zone) ? "today" : "later";
	};
	const found = createJobRows(app.reader)
		.byStages(["follow-up"], 5_000)
		// Nobody is left to be called.
		.filter((row) => !app.keys.isErased(`subject:${row.subject_id}`))
		.map((row) => ({ row, dueAt: row.follow_up_at ?? row.stage_at }))
		.sort((a, b) => a.dueAt - b.dueAt)
		.map((each) => ({ ...each, when: whenOf(each.dueAt) }));
	const counts = { overdue: 0, today: 0, later: 0 };
	for (const { when } of found) counts[when] += 1;
	const wanted = found.filter(({ when }) => later || when !== "later");
	const tomorrow = startOfDay(addDays(todayOn, 1), calendar.zone);
	return {
		rows: wanted.slice(0, most).map(({ row, when }) => callRow(app, row.id, row.number, when)),
		counts,
		more: wanted.length > most,
		todayOn,
		nextOn: localDay(nextOpening(calendar, tomorrow), calendar.zone),
	};
}

function callRow(app: App, jobId: string, number: string, when: FollowUpRow["when"]): FollowUpRow {
	const { state: job, version } = app.states.get("job", jobId);
	const last = job.followUp && job.followUp.tries > 0 ? lastCall(app, job) : undefined;
	return {
		jobId,
		version,
		orderId: job.order,
		number,
		ordinal: job.ordinal,
		customer: { subjectId: job.subject, ...maskedCustomer(app, job.subject) },
		item: briefOf(app.states.get("item", job.item).state),
		photo: (job.photos.find((p) => p.role === "after") ?? job.photos[0])?.sha ?? null,
		work: workDone(app, job),
		handedAt: iso(job.handovers.at(-1)?.at ?? job.stageAt),
		dueAt: iso(job.followUp?.dueAt ?? job.stageAt),
		when,
		tries: job.followUp?.tries ?? 0,
		lastResult: (job.followUp?.result ?? null) as FollowUpResult | null,
		lastWords: last ? wordsIn(app, last.id) : null,
		warrantyUntilOn:
			job.warranty
				.map((w) => w.until)
				.sort()
				.at(-1) ?? null,
	};
}

function lastCall(app: App, job: JobState): WeltEvent | undefined {
	return app.events.list([`job:${job.id}`]).findLast((event) => event.type === "job.followed_up");
}

export function tick(app: App, by: By, input: ParsedOf<Calls["followup.tick"]>) {
	const { state: job } = app.states.getAt("job", input.jobId, input.version);
	const { calendar } = app.store().state;
	const { result, score, words, nextOn } = input;
	const nowAt = app.ports.clock.now();
	if (nextOn !== null && nextOn <= localDay(nowAt, calendar.zone)) refuse("invalid-input", "followup.next-past");
	const nextAt = nextOn === null ? null : nextOpening(calendar, startOfDay(nextOn, calendar.zone));
	app.log.append(by.person, [decideFollowUp(job, { result, score, words, nextAt, nowAt })]);
	const { state, version } = app.states.get("job", job.id);
	return { version, stage: state.stage };
}
