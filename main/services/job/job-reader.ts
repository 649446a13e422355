/**
 * Reads a job with everything the rules need to judge it: its item, the centre, warranties of earlier work on the item.
 * Called by the services of job, inspection and quote; decides and shows nothing itself.
 */
import { createJobRows, type JobRows } from "../../../db/queries/job-rows.ts";
import { dayNumber } from "../../../domain/clock/date.ts";
import { localDay } from "../../../domain/clock/zone.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import { type Judged, type JudgeFacts, judge, provinceCode } from "../../../domain/job/inspect/judge.ts";
import { acceptedQuote, type JobState } from "../../../domain/job/state.ts";
import type { StoreState } from "../../../domain/store/store.ts";
import type { WorkWarranty } from "../../../domain/warranty/coverage.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { type Elsewhere, elsewhere, wholeItem } from "../passport/elsewhere.ts";

export type ReadJob = {
	job: JobState;
	version: number;
	item: ItemState;
	store: StoreState;
	facts: JudgeFacts;
	judged: Judged[];
	/** Two-letter code of the centre's province, when known. */
	province: string | undefined;
};

export type JobReader = {
	app: App;
	/** Refuses job.not-found. */
	read(jobId: string): ReadJob;
	/** As `read`, and refuses job.changed-meanwhile. */
	readAt(input: { jobId: string; version: number }): ReadJob;
};

export function createJobReader(app: App): JobReader {
	const rows = createJobRows(app.reader);

	function assemble({ state: job, version }: { state: JobState; version: number }): ReadJob {
		const known = elsewhere(app, job.item);
		const item = wholeItem(app, job.item, known) ?? app.states.get("item", job.item).state;
		const { state: store } = app.store();
		const { index } = app.standard;
		const facts: JudgeFacts = { job, item, store, index, ...earlierWork(app, rows, job, store, known) };
		return { job, version, item, store, facts, judged: judge(facts), province: provinceCode(index, store.province) };
	}

	return {
		app,
		read: (jobId) => assemble(app.states.get("job", jobId)),
		readAt: ({ jobId, version }) => assemble(app.states.getAt("job", jobId, version)),
	};
}

/** Warranties of earlier work on this item, whoever did it, and the days it was away for repairs the brand paid. */
function earlierWork(app: App, rows: JobRows, job: JobState, store: StoreState, known: Elsewhere) {
	const prior: WorkWarranty[] = [];
	let repairDays = 0;
	const { zone } = store.calendar;
	// An item is in one place at a time: while this job has it, whatever another workshop gave back came before. Clocks
	// of two workshops can't say so.
	const live = !job.handovers.some(({ complete }) => complete);
	const theirs = known.jobs.filter((each) => live || each.job.receivedAt < job.receivedAt).map((each) => each.job);
	const own = rows.ofItem(app.sync.passports.rows.standing(job.item)).flatMap(({ id }) => {
		const other = id === job.id ? undefined : app.states.find("job", id)?.state;
		return other && other.receivedAt < job.receivedAt ? other : [];
	});
	for (const other of [...own, ...theirs]) {
		const handed = other.handovers.at(-1);
		const quote = acceptedQuote(other);
		if (!handed || !quote || other.voided) continue;
		for (const { operation, until } of other.warranty) {
			const answered = quote.lines.find((l) => l.code === operation)?.findingIds ?? [];
			for (const finding of other.findings.filter((f) => answered.includes(f.id))) {
				prior.push({ component: finding.component, operation, untilOn: until });
			}
		}
		if (quote.totals.brandFen > 0) {
			repairDays += dayNumber(localDay(handed.at, zone)) - dayNumber(localDay(other.receivedAt, zone));
		}
	}
	return { prior, repairDays };
}

/** Appends what was decided and says where the job stands now. */
export function move(app: App, by: By, jobId: string, events: readonly NewEvent[]) {
	if (events.length > 0) app.log.append(by.person, events);
	const { state, version } = app.states.get("job", jobId);
	return { version, stage: state.stage };
}
