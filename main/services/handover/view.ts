/** What the counter sees before a hand-over: what is ready, every piece, before and after, what is due. Writes nothing. */
import { createJobRows } from "../../../db/queries/job-rows.ts";
import { localDay } from "../../../domain/clock/zone.ts";
import { warrantyFrom } from "../../../domain/job/leave/hand-over.ts";
import { type JobState, owedFen } from "../../../domain/job/state.ts";
import { balanceOf, hasLeft } from "../../../domain/order/balance.ts";
import { dueAtHandOver } from "../../../domain/order/decide-handover.ts";
import type { OrderState } from "../../../domain/order/fold.ts";
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { HandoverJob, HandoverView, handoverCalls } from "../../../preload/contract/handover.ts";
import type { App } from "../../app.ts";
import { iso, isoOrNull } from "../bench/views.ts";
import { maskedCustomer } from "../board/job-row.ts";
import { openPersonal } from "../customer/masked.ts";
import { briefOf } from "../item/brief.ts";
import { managers, operationNamed, pieceLines, readOrder, workDone } from "../order/order-reader.ts";
import { whereOf } from "../transfer/reader.ts";
import { followUpFrom } from "./when.ts";

/** More than a day's pick-ups; a list that long is searched, not read. */
const mostReady = 200;

/** The customer's phone in full: for comparing inside the core only. */
export function phoneOf(app: App, order: Pick<OrderState, "subject">): string | undefined {
	const subject = app.states.find("subject", order.subject)?.state;
	return (subject && openPersonal(app, subject).phone) || undefined;
}

export function openHandover(app: App, orderId: string): HandoverView {
	const { order, version, jobs } = readOrder(app, orderId);
	const phone = phoneOf(app, order);
	const states = jobs.map(({ job }) => job);
	return {
		handoverId: app.ports.ids.uuid(),
		orderId,
		version,
		number: order.number,
		nowAt: iso(app.ports.clock.now()),
		openedAt: iso(order.openedAt),
		promisedAt: iso(order.promisedAt),
		voided: order.voided !== null,
		customer: { subjectId: order.subject, ...maskedCustomer(app, order.subject), hasPhone: phone !== undefined },
		jobs: jobs
			.filter(({ job }) => job.stage !== "voided")
			.map(({ job, version: at }) => handoverJob(app, order, job, at)),
		money: balanceOf(order, states),
		followUpAt: isoOrNull(followUpFrom(app, phone)?.at ?? null),
		managers: managers(app),
	};
}

function handoverJob(app: App, order: OrderState, job: JobState, version: number): HandoverJob {
	const today = localDay(app.ports.clock.now(), app.store().state.calendar.zone);
	const where = whereOf(app, job);
	const warranty = job.returning ? [] : warrantyFrom(job, today);
	const oldParts = job.returnOldParts ? "wanted" : "not-wanted";
	return {
		jobId: job.id,
		version,
		ordinal: job.ordinal,
		stage: job.stage,
		ready: job.stage === "hand-over" && (job.heads.stage ?? []).length < 2 && where === null,
		left: hasLeft(job),
		item: briefOf(app.states.get("item", job.item).state),
		pieces: pieceLines(app, order, job),
		shelf: job.shelf,
		where,
		photo: (job.photos.find((p) => p.role === "after") ?? job.photos.find((p) => p.role === "before"))?.sha ?? null,
		pairs: pairsOf(job),
		goingBack: job.returning,
		outcome: job.outcome && { outcome: job.outcome.outcome, amountFen: job.outcome.amountFen },
		owedFen: owedFen(job),
		testFeeFen: job.testFeeFen,
		work: job.returning ? [] : workDone(app, job),
		oldParts: job.parts.length > 0 ? oldParts : "none",
		warranty: warranty.map(({ operation, until }) => {
			return { operation, name: operationNamed(app, operation), untilOn: until };
		}),
	};
}

/** Before and after of the same piece, in the order they were taken; when none match, the first and the last of all. */
export function pairsOf(job: Pick<JobState, "photos">): HandoverJob["pairs"] {
	const befores = job.photos.filter((p) => p.role === "before");
	const afters = job.photos.filter((p) => p.role === "after");
	const used = new Map<string | null, number>();
	const same = befores.flatMap(({ sha, pieceId }) => {
		const at = used.get(pieceId) ?? 0;
		used.set(pieceId, at + 1);
		const mine = afters.filter((a) => a.pieceId === pieceId);
		const after = mine[at] ?? mine.at(-1);
		return after ? [{ pieceId, before: sha, after: after.sha }] : [];
	});
	if (same.length > 0) return same;
	const [before] = befores;
	const after = afters.at(-1);
	return before && after ? [{ pieceId: null, before: before.sha, after: after.sha }] : [];
}

/** Orders with something to fetch. */
export function readyOrders(app: App): OutputOf<(typeof handoverCalls)["handover.ready"]> {
	const rows = createJobRows(app.reader).byStages(["hand-over"], 2_000);
	rows.sort((a, b) => a.stage_at - b.stage_at);
	const ids = [...new Set(rows.map((row) => row.order_id))];
	const orders = ids.slice(0, mostReady).map((id) => {
		const { order, jobs } = readOrder(app, id);
		const states = jobs.map(({ job }) => job);
		const ready = states.filter((job) => job.stage === "hand-over" && whereOf(app, job) === null);
		return {
			orderId: id,
			number: order.number,
			customer: maskedCustomer(app, order.subject),
			items: ready.map((job) => ({
				...briefOf(app.states.get("item", job.item).state),
				jobId: job.id,
				goingBack: job.returning,
				shelf: job.shelf,
			})),
			waiting: states.filter((job) => !hasLeft(job) && !ready.includes(job) && job.stage !== "voided").length,
			since: iso(Math.min(...ready.map((job) => job.stageAt))),
			dueFen: dueAtHandOver(order, states, (jobId) => ready.some((job) => job.id === jobId)),
		};
	});
	return { orders, more: ids.length > mostReady, nowAt: iso(app.ports.clock.now()) };
}
