/**
 * Reads an order with its jobs, and the small views its services share. Called by the services of order, payment,
 * hand-over and follow-up; decides and shows nothing by itself.
 */
import { listPeople } from "../../../db/queries/people.ts";
import { makePieceLabel } from "../../../domain/code/order-number.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { type Balance, balanceOf } from "../../../domain/order/balance.ts";
import type { OrderState } from "../../../domain/order/fold.ts";
import type { Approver } from "../../../domain/person/person.ts";
import type { ReasonList } from "../../../domain/standard/rules.ts";
import type { Localized } from "../../../domain/standard/text.ts";
import type { Approval } from "../../../preload/contract/fields.ts";
import type { PersonView } from "../../../preload/contract/job-views.ts";
import type { OrderJob } from "../../../preload/contract/order.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { isoOrNull, pieceViews, reasonView } from "../bench/views.ts";
import { verifyApproval } from "../session/credentials.ts";

export type ReadOrder = { order: OrderState; version: number; jobs: { job: JobState; version: number }[] };

/** @param version refuses conflict `order.changed-meanwhile` when the order moved on; left out: any */
export function readOrder(app: App, orderId: string, version?: number): ReadOrder {
	const found = version === undefined ? app.states.get("order", orderId) : app.states.getAt("order", orderId, version);
	const jobs = found.state.jobs.map((id) => {
		const { state, version: at } = app.states.get("job", id);
		return { job: state, version: at };
	});
	return { order: found.state, version: found.version, jobs };
}

export function balanceNow(app: App, orderId: string): Balance {
	const { order, jobs } = readOrder(app, orderId);
	return balanceOf(
		order,
		jobs.map(({ job }) => job),
	);
}

export const isManager = (by: By): boolean => by.roles.includes("manager");

/** The manager behind an act, verified; undefined when none was named. */
export async function approverOf(app: App, approval: Approval | undefined): Promise<Approver | undefined> {
	return approval ? verifyApproval(app, approval, "manager") : undefined;
}

/** Everybody who may stand behind an act as a manager. */
export function managers(app: App): PersonView[] {
	return listPeople(app.reader)
		.filter((p) => p.active && p.roles.includes("manager"))
		.map(({ id, name }) => ({ id, name }));
}

/** Pieces with their labels and where they went. */
export function pieceLines(app: App, order: Pick<OrderState, "number">, job: JobState): OrderJob["pieces"] {
	return pieceViews(app, job).map((piece) => {
		const gone = job.pieces.find((p) => p.id === piece.id)?.gone ?? null;
		return {
			...piece,
			label: makePieceLabel(order.number, piece.no),
			goneAt: isoOrNull(gone?.at ?? null),
			missing: gone?.missing ? reasonView(app, "missing-piece", gone.missing) : null,
		};
	});
}

export function operationNamed(app: App, code: string): Localized {
	const { operations, parts } = app.standard.index;
	return operations.get(code)?.name ?? parts.get(code)?.name ?? { zh: code, en: code };
}

/** What was done, each operation once, in the order it was planned. */
export function workDone(app: App, job: JobState): Localized[] {
	return [...new Set(job.steps.map((s) => s.operation))].map((code) => operationNamed(app, code));
}

/** A coded reason's name, from the list it should be of or any other; undefined for codes that are ours. */
export function reasonName(app: App, list: ReasonList, code: string): Localized | undefined {
	const lists = app.standard.index.standard.reasons;
	const named = (among: ReasonList) => lists[among]?.find((r) => r.code === code)?.name;
	return (
		named(list) ??
		Object.keys(lists)
			.map((key) => named(key as ReasonList))
			.find((name) => name !== undefined)
	);
}
