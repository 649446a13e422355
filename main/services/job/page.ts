/**
 * Everything the job page shows, in one read: identity, stage, clocks, findings with what the rules say, quotes, photos,
 * conflicts, and who may approve. The customer is masked; their own words are opened for whoever is signed in.
 */
import { listPeople } from "../../../db/queries/people.ts";
import { clockView, mattersMost } from "../../../domain/job/clock-view.ts";
import { customerBearsTest } from "../../../domain/job/inspect/answer.ts";
import { coverageOf } from "../../../domain/job/inspect/judge.ts";
import type { JobClock, JobState } from "../../../domain/job/state.ts";
import { maskName, maskPhone } from "../../../domain/mask/mask.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { jobCalls } from "../../../preload/contract/job.ts";
import type { App } from "../../app.ts";
import { iso, isoOrNull, personView, pieceViews, wordsIn } from "../bench/views.ts";
import { whereOf, workshopView } from "../transfer/reader.ts";
import { conflictViews } from "./conflict.ts";
import { findingView } from "./finding-view.ts";
import type { JobReader, ReadJob } from "./job-reader.ts";
import { isOwed } from "./owed.ts";
import { quoteView } from "./quote-view.ts";

type Page = OutputOf<(typeof jobCalls)["job.get"]>;

export function jobPage({ app, read }: JobReader, jobId: string): Page {
	const found = read(jobId);
	const { job, version, store, judged, facts } = found;
	const now = app.ports.clock.now();
	const { state: order } = app.states.get("order", job.order);
	const clocks = clockViews(app, found, now);
	return {
		jobId: job.id,
		version,
		nowAt: iso(now),
		stage: job.stage,
		stageAt: iso(job.stageAt),
		ordinal: job.ordinal,
		order: { id: order.id, number: order.number, voided: order.voided !== null, jobs: order.jobs },
		customer: customer(app, job.subject),
		item: itemView(found),
		pieces: pieceViews(app, job),
		services: job.services,
		condition: job.condition.map((mark) => ({ ...mark, pieceId: mark.pieceId ?? null })),
		declaredValueFen: job.declaredValueFen,
		words: wordsIn(app, job.wordsIn),
		receivedAt: iso(job.receivedAt),
		receivedBy: personView(app, job.receivedBy),
		promisedAt: iso(job.promisedAt),
		assignee: job.assignee === null ? null : personView(app, job.assignee),
		shelf: job.shelf,
		photos: photos(app, job),
		...clocks,
		where: whereOf(app, job),
		moves: moveLines(app, job),
		inspection: job.inspection && {
			startedAt: iso(job.inspection.startedAt),
			by: personView(app, job.inspection.by),
		},
		findings: judged.map((each) => findingView(app, job, each)),
		coverage: coverageOf(facts, undefined),
		outcome: outcomeView(app, job),
		owed: { exchange: isOwed(found, "exchange"), refund: isOwed(found, "refund") },
		quotes: job.quotes.map((quote) => quoteView(app, quote, now)).reverse(),
		testFeeFen: store.policies.testFeeFen,
		testFeePossible: store.policies.testFeeFen > 0 && customerBearsTest(job),
		returning: job.returning,
		reworks: job.reworks,
		reworkOf: job.reworkOf,
		conflicts: conflictViews(app, job),
		approvers: listPeople(app.reader)
			.filter((p) => p.active && p.roles.some((r) => r === "inspector" || r === "manager"))
			.map(({ id, name, roles }) => ({ id, name, roles })),
		selfInspection: store.policies.selfInspection,
	};
}

function customer(app: App, subjectId: string): Page["customer"] {
	const state = app.states.find("subject", subjectId)?.state;
	const entry = app.directory.find(subjectId);
	return {
		id: subjectId,
		name: entry?.name ? maskName(entry.name) : "",
		phone: entry?.phone ? maskPhone(entry.phone) : "",
		under14: state?.under14 ?? false,
		erased: state?.erased ?? false,
	};
}

function itemView({ item }: ReadJob): Page["item"] {
	const { id, category, kind, brand, style, colour, size, materials, purchase } = item;
	const serial = item.codes.find((c) => c.kind === "serial" || c.kind === "gtin-serial");
	return {
		...{ id, category, kind, brand, style, colour, size, materials },
		serial: serial?.value ?? null,
		boughtOn: purchase?.boughtOn ?? null,
		channel: purchase?.channel ?? null,
		proof: purchase?.proof ?? null,
		priceFen: purchase?.priceFen ?? null,
	};
}

function clockViews(app: App, { job, store }: ReadJob, now: number): Pick<Page, "clocks" | "clock"> {
	const view = (clock: JobClock) => clockView(clock, app.standard.index, store.calendar, now);
	const views = job.clocks.map(view);
	const matters = mattersMost(views);
	const clocks = job.clocks.map((clock) => {
		const seen = view(clock);
		return {
			clock: seen.clock,
			startedAt: iso(seen.startedAt),
			dueAt: iso(seen.dueAt),
			stoppedAt: isoOrNull(seen.stoppedAt),
			state: seen.state,
			leftMs: seen.leftMs,
			wallMs: seen.wallMs,
			netMs: seen.netMs,
			pausedFor: clock.pauses.find((p) => p.to === null)?.why ?? null,
		};
	});
	const at = matters && iso(matters.startedAt);
	const clock = clocks.find((c) => c.stoppedAt === null && c.clock === matters?.clock && c.startedAt === at);
	return { clocks, clock: clock ?? null };
}

function photos(app: App, job: JobState): Page["photos"] {
	return job.photos.map(({ sha, role, at, by, pieceId, finding, step, originals = [] }) => {
		const shows = { pieceId, findingId: finding, stepId: step, originals };
		return { handle: sha, role, at: iso(at), by: personView(app, by), ...shows };
	});
}

function moveLines(app: App, { moves }: JobState): Page["moves"] {
	const lines = moves.map(({ parcel, from, to, fromName, toName, carrier, waybill, sentAt, ends }) => {
		const end = ends.at(0);
		return {
			parcelId: parcel,
			from: workshopView(app, from, fromName),
			to: workshopView(app, to, toName),
			...{ carrier, waybill, sentAt: iso(sentAt) },
			ended: end ? { how: end.how, at: iso(end.at) } : null,
		};
	});
	return lines.reverse();
}

function outcomeView(app: App, { outcome }: JobState): Page["outcome"] {
	if (!outcome) return null;
	return {
		outcome: outcome.outcome,
		reason: outcome.reason,
		amountFen: outcome.amountFen,
		note: wordsIn(app, outcome.event),
		approver: outcome.approver === null ? null : personView(app, outcome.approver),
		at: iso(outcome.at),
		by: personView(app, outcome.by),
	};
}
