/** Sends a parcel, takes it back, accepts one: each with all its jobs in one transaction. Called by main/handlers. */
import type { Folded } from "../../../db/log.ts";
import type { MoveRows } from "../../../db/queries/exchange/moves.ts";
import { refuse } from "../../../domain/errors.ts";
import { moveUnderWay } from "../../../domain/job/move/custody.ts";
import { decideAccept, decideDispatch, decideRecall } from "../../../domain/job/move/decide.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { transferCalls } from "../../../preload/contract/transfer.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { readOrder } from "../order/order-reader.ts";
import { forgetCode, hashOf, keepCode, newToken, readCode } from "./code.ts";
import { canRecord, hereOf, workshopView } from "./reader.ts";

type Calls = typeof transferCalls;

function pictures(app: App, handles: readonly string[]) {
	return [...new Set(handles)].map((sha) => app.blobs.ref(sha));
}

/** @throws Refusal `transfer.keys-not-here`: a key made here would keep the true one out for ever */
function needKeys(app: App, job: JobState): void {
	if (!canRecord(app, job)) refuse("rule-broken", "transfer.keys-not-here");
}

export function photoTicket(app: App, { orderId, role }: ParsedOf<Calls["transfer.photo"]>) {
	const [first] = readOrder(app, orderId).jobs;
	if (first) needKeys(app, first.job);
	return { ticket: app.media.ticket(`order:${orderId}`, role) };
}

export function dispatch(
	app: App,
	by: By,
	input: ParsedOf<Calls["transfer.dispatch"]>,
): OutputOf<Calls["transfer.dispatch"]> {
	if (app.sync.enrolment() === undefined) refuse("rule-broken", "transfer.not-connected");
	const { orderId, to, carrier, note } = input;
	const jobs = new Map(input.jobs.map(({ jobId, version }) => [jobId, app.states.getAt("job", jobId, version).state]));
	if ([...jobs.values()].some((job) => job.order !== orderId)) refuse("invalid-input", "transfer.not-of-order");
	const photos = pictures(app, input.photos);
	const token = newToken(app);
	const parcelId = app.ports.ids.uuid();
	const here = hereOf(app);
	const toName = workshopView(app, to).name;
	if (toName === "") refuse("not-found", "transfer.unknown-workshop");
	const fromName = workshopView(app, here).name;
	const numbers = { waybill: input.waybill.toUpperCase(), seal: input.seal.toUpperCase() };
	const parcel = {
		parcel: parcelId,
		here,
		to,
		fromName,
		toName,
		codeHash: hashOf(token),
		carrier,
		...numbers,
		note,
		photos,
	};
	const events = [...jobs.values()].map((job) => {
		if (note !== "" || photos.length > 0) needKeys(app, job);
		return decideDispatch(job, parcel);
	});
	app.log.transact(() => {
		keepCode(app, by, parcelId, token);
		app.log.append(by.person, events);
	});
	return { parcelId };
}

/** What of the parcel is still on its way. @throws Refusal `transfer.unknown-parcel`, `transfer.not-under-way` */
function openJobs(rows: MoveRows, parcelId: string): Folded<JobState>[] {
	const jobs = rows.inParcel(parcelId);
	if (jobs.length === 0) refuse("not-found", "transfer.unknown-parcel");
	const open = jobs.filter(({ state }) => moveUnderWay(state)?.parcel === parcelId);
	return open.length > 0 ? open : refuse("rule-broken", "transfer.not-under-way");
}

export function recall(app: App, rows: MoveRows, by: By, input: ParsedOf<Calls["transfer.recall"]>) {
	const { parcelId, reason, note } = input;
	const jobs = openJobs(rows, parcelId).map(({ state }) => state);
	const here = hereOf(app);
	const events = jobs.map((job) => decideRecall(job, { here, parcel: parcelId, reason, note }));
	app.log.transact(() => {
		app.log.append(by.person, events);
		forgetCode(app, parcelId);
	});
	return { jobs: jobs.map(({ id }) => id) };
}

export function accept(
	app: App,
	rows: MoveRows,
	by: By,
	input: ParsedOf<Calls["transfer.accept"]>,
): OutputOf<Calls["transfer.accept"]> {
	const code = readCode(input.code);
	const codeHash = hashOf(code);
	const parcelId = rows.parcelOf(codeHash) ?? refuse("not-found", "transfer.unknown-parcel");
	const before = openJobs(rows, parcelId);
	const photos = pictures(app, input.photos);
	const { sealWhole, note } = input;
	const unpacked = { here: hereOf(app), parcel: parcelId, code, codeHash, sealWhole, note, photos };
	const events = input.jobs.map(({ jobId, version, found }) => {
		const { state: job } = app.states.getAt("job", jobId, version);
		const keys = canRecord(app, job);
		if (!keys && (note !== "" || photos.length > 0)) needKeys(app, job);
		return decideAccept(job, { ...unpacked, found, canRecord: keys });
	});
	app.log.append(by.person, events);
	return { parcelId, left: before.length - events.length };
}
