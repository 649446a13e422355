/**
 * Reads parcels between workshops and says where a job is. Called by the services of transfer, and by every list and page
 * that shows a job. Writes nothing.
 */

import type { Folded } from "../../../db/log.ts";
import { createMoveRows, type MoveRows } from "../../../db/queries/exchange/moves.ts";
import { conflicts } from "../../../domain/event/decision.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import { custodyField } from "../../../domain/job/fold/move.ts";
import { lateAfterMs } from "../../../domain/job/move/carriers.ts";
import { holderOf, type Move, moveUnderWay } from "../../../domain/job/move/custody.ts";
import { workshopIn } from "../../../domain/job/move/guard.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { PersonView, Whereabouts, WorkshopView } from "../../../preload/contract/job-views.ts";
import type { ParcelJob, ParcelView } from "../../../preload/contract/transfer.ts";
import type { App } from "../../app.ts";
import { iso, personView, pieceViews, wordsIn } from "../bench/views.ts";
import { briefOf } from "../item/brief.ts";
import { keepsCode } from "./code.ts";

export const hereOf = (app: App): string => app.log.identity.store;

/** A workshop by what the archive told, else as it was called when the parcel was packed. */
export function workshopView(app: App, id: string, called = ""): WorkshopView {
	if (id === hereOf(app)) {
		const { code, centreName } = app.store().state;
		return { id, code, name: centreName };
	}
	const known = app.sync.passports.rows.findWorkshop(id);
	return { id, code: known?.code ?? "", name: known?.name || called };
}

/** Who wrote an event: one of our people by name, of another workshop's the workshop. */
export function writerView(app: App, { actor, store }: Pick<WeltEvent, "actor" | "store">): PersonView {
	const person = personView(app, actor);
	return person.name !== "" || store === hereOf(app) ? person : { ...person, name: workshopView(app, store).name };
}

const ends = (app: App, { from, fromName, to, toName }: Move) => ({
	from: workshopView(app, from, fromName),
	to: workshopView(app, to, toName),
});

function directionOf(app: App, { from, to }: Pick<Move, "from" | "to">): ParcelView["direction"] {
	const here = hereOf(app);
	if (from === here) return "sent";
	return to === here ? "coming" : "other";
}

/** Where a job is; null: here. */
export function whereOf(app: App, job: Pick<JobState, "custody" | "moves">): Whereabouts | null {
	const holder = holderOf(job.custody);
	if (holder === hereOf(app)) return null;
	const move = holder === null ? moveUnderWay(job) : job.moves.at(-1);
	if (!move) return null;
	const since = holder === null ? move.sentAt : (move.ends.find((end) => end.store === holder)?.at ?? move.sentAt);
	const way = { parcelId: move.parcel, ...ends(app, move), since: iso(since), direction: directionOf(app, move) };
	if (holder === null) return { kind: "under-way", ...way };
	return { kind: "elsewhere", ...way, to: workshopView(app, holder, workshopIn(job, holder)) };
}

export function parcelJob(app: App, { state: job, version }: Folded<JobState>): ParcelJob {
	return {
		jobId: job.id,
		version,
		orderId: job.order,
		number: app.states.find("order", job.order)?.state.number ?? "",
		ordinal: job.ordinal,
		stage: job.stage,
		item: briefOf(app.states.get("item", job.item).state),
		photo: (job.photos.find((p) => p.role === "before") ?? job.photos[0])?.sha ?? null,
		pieces: pieceViews(app, job),
		promisedAt: iso(job.promisedAt),
	};
}

/** Notes are sealed under the customer's key, pictures under the order's: not while another workshop's are on their way. */
export function canRecord({ keys }: App, job: Pick<JobState, "order" | "subject">): boolean {
	return !keys.isWanted(`order:${job.order}`) && !keys.isWanted(`subject:${job.subject}`);
}

const isDisputed = ({ heads }: JobState) => conflicts(heads).some(({ field }) => field === custodyField);

function endViews(app: App, job: JobState, move: Move): ParcelView["ends"] {
	return move.ends.map(({ how, at, by, reason, sealWhole, missing, photos, wordsIn: words }) => ({
		jobId: job.id,
		...{ how, at: iso(at), by: personView(app, by), reason, sealWhole, photos },
		missing: job.pieces.filter(({ id }) => missing.includes(id)).map(({ no }) => no),
		note: wordsIn(app, words),
	}));
}

function stateOf(jobs: readonly { job: JobState; move: Move; open: boolean }[]): ParcelView["state"] {
	if (jobs.some(({ job }) => isDisputed(job))) return "disputed";
	const open = jobs.filter((each) => each.open).length;
	if (open > 0) return open < jobs.length ? "partly" : "under-way";
	return jobs.some(({ move }) => move.ends.some(({ how }) => how === "accepted")) ? "accepted" : "recalled";
}

/** A parcel with everything that is in it; undefined when no job here ever was in it. */
export function parcelView(app: App, rows: MoveRows, parcelId: string): ParcelView | undefined {
	const jobs = rows.inParcel(parcelId).flatMap(({ state: job, version }) => {
		const move = job.moves.find(({ parcel }) => parcel === parcelId);
		return move ? [{ job, version, move, open: moveUnderWay(job)?.parcel === parcelId }] : [];
	});
	const [first] = jobs;
	if (!first) return undefined;
	const { move, job } = first;
	const now = app.ports.clock.now();
	const open = jobs.filter((each) => each.open);
	return {
		parcelId,
		direction: directionOf(app, move),
		state: stateOf(jobs),
		...ends(app, move),
		...{ carrier: move.carrier, waybill: move.waybill, seal: move.seal },
		sentAt: iso(move.sentAt),
		sentBy: personView(app, move.sentBy),
		late: open.length > 0 && now > move.sentAt + lateAfterMs(move.carrier),
		note: wordsIn(app, move.wordsIn),
		photos: move.photos,
		jobs: jobs.map(({ job: state, version }) => parcelJob(app, { state, version })),
		open: open.map((each) => each.job.id),
		ends: jobs.flatMap((each) => endViews(app, each.job, each.move)),
		canPrint: open.length > 0 && keepsCode(app, parcelId),
		canRecord: canRecord(app, job),
	};
}

export const openMoveRows = (app: App): MoveRows => createMoveRows(app.reader);
