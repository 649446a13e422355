/** What is on its way between workshops, one parcel, and what of an order can be sent where. Reads only. */
import type { MoveRows } from "../../../db/queries/exchange/moves.ts";
import { carriers } from "../../../domain/job/move/carriers.ts";
import { holderOf } from "../../../domain/job/move/custody.ts";
import { decideDispatch } from "../../../domain/job/move/decide.ts";
import type { JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { WorkshopView } from "../../../preload/contract/job-views.ts";
import type { transferCalls } from "../../../preload/contract/transfer.ts";
import type { App } from "../../app.ts";
import { ArchiveSaidNo } from "../../sync/archive-client.ts";
import { LineDown } from "../../sync/line.ts";
import { iso } from "../bench/views.ts";
import { hindrance } from "../order/job-line.ts";
import { readOrder } from "../order/order-reader.ts";
import { hashOf, readCode } from "./code.ts";
import { hereOf, parcelJob, parcelView, whereOf, workshopView } from "./reader.ts";

type Calls = typeof transferCalls;

/** More than a workshop ever has on the road. */
const most = 500;

const isConnected = (app: App): boolean => app.sync.enrolment() !== undefined;

export function listTransfers(app: App, rows: MoveRows): OutputOf<Calls["transfer.list"]> {
	const parcels = new Set(
		rows.underWay(most).flatMap(({ state: { custody } }) => ("parcel" in custody ? [custody.parcel] : [])),
	);
	const views = [...parcels].flatMap((id) => parcelView(app, rows, id) ?? []);
	views.sort((a, b) => a.sentAt.localeCompare(b.sentAt));
	return {
		nowAt: iso(app.ports.clock.now()),
		connected: isConnected(app),
		sent: views.filter(({ direction }) => direction === "sent"),
		coming: views.filter(({ direction }) => direction === "coming"),
		away: rows.away(hereOf(app), most).map((job) => {
			return { ...parcelJob(app, job), at: workshopView(app, holderOf(job.state.custody) ?? "") };
		}),
	};
}

export function findParcel(
	app: App,
	rows: MoveRows,
	{ what }: ParsedOf<Calls["transfer.parcel"]>,
): OutputOf<Calls["transfer.parcel"]> {
	const id = "code" in what ? rows.parcelOf(hashOf(readCode(what.code))) : what.parcelId;
	const parcel = (id === undefined ? undefined : parcelView(app, rows, id)) ?? null;
	return { nowAt: iso(app.ports.clock.now()), connected: isConnected(app), parcel };
}

/** Tried with a parcel nobody sends, so that what is offered is what would be taken. */
function hindranceOf(app: App, job: JobState): string | null {
	const [carrier] = carriers;
	const nobody = "00000000-0000-0000-0000-000000000000";
	const tried = {
		...{ parcel: nobody, to: nobody, fromName: "", toName: "", seal: "", note: "", photos: [] },
		carrier,
	};
	return hindrance(() => decideDispatch(job, { ...tried, here: hereOf(app), codeHash: "0".repeat(64), waybill: "-" }));
}

function knownWorkshops(app: App): WorkshopView[] {
	const here = hereOf(app);
	return app.sync.passports.rows.workshops().filter(({ id }) => id !== here);
}

export function choices(app: App, orderId: string): OutputOf<Calls["transfer.choices"]> {
	const { order, jobs } = readOrder(app, orderId);
	const lastSent = new Map<string, number>();
	for (const { job } of jobs) for (const { to, sentAt } of job.moves) lastSent.set(to, sentAt);
	const workshops = knownWorkshops(app);
	workshops.sort((a, b) => (lastSent.get(b.id) ?? 0) - (lastSent.get(a.id) ?? 0));
	return {
		orderId,
		number: order.number,
		connected: isConnected(app),
		jobs: jobs
			.filter(({ job }) => job.stage !== "voided")
			.map(({ job, version }) => {
				const view = parcelJob(app, { state: job, version });
				return { ...view, hindrance: hindranceOf(app, job), workshop: whereOf(app, job)?.to.name ?? "" };
			}),
		workshops,
	};
}

/** The archive's answer when the line is up, else what is known here; never refuses. */
export async function findWorkshops(
	app: App,
	{ text }: ParsedOf<Calls["transfer.workshops"]>,
): Promise<OutputOf<Calls["transfer.workshops"]>> {
	const wanted = text.toLowerCase();
	const known = () =>
		knownWorkshops(app).filter(({ code, name }) => code.startsWith(text) || name.toLowerCase().includes(wanted));
	if (!isConnected(app)) return { workshops: known(), asked: false };
	try {
		const found = await app.sync.passports.findWorkshops(text);
		return { workshops: found.filter(({ id }) => id !== hereOf(app)), asked: true };
	} catch (error) {
		if (!(error instanceof LineDown || error instanceof ArchiveSaidNo)) throw error;
		return { workshops: known(), asked: false };
	}
}
