/** What may be done to an order besides the journey itself: remarks, corrections, calling off, voiding. */
import { refuse } from "../../../domain/errors.ts";
import type { NewEvent } from "../../../domain/event/event.ts";
import { checkReason } from "../../../domain/job/inspect/guard.ts";
import { decideCancel } from "../../../domain/job/leave/cancel.ts";
import { decideCorrect } from "../../../domain/job/leave/correct.ts";
import { decideVoid } from "../../../domain/order/decide-void.ts";
import { noteEvent } from "../../../domain/order/note.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { orderCalls } from "../../../preload/contract/order.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { verifyApproval } from "../session/credentials.ts";
import { approverOf, isManager, readOrder } from "./order-reader.ts";

type Input<K extends keyof typeof orderCalls> = ParsedOf<(typeof orderCalls)[K]>;

function moved(app: App, jobId: string) {
	const { state, version } = app.states.get("job", jobId);
	return { version, stage: state.stage };
}

export function addNote(app: App, by: By, { orderId, words }: Input<"order.note">) {
	const { order } = readOrder(app, orderId);
	app.log.append(by.person, [noteEvent(order, "note", words)]);
	return { version: app.states.get("order", orderId).version };
}

export function correctJob(app: App, by: By, input: Input<"order.correctJob">) {
	const { state: job } = app.states.getAt("job", input.jobId, input.version);
	const { order } = readOrder(app, job.order);
	if (order.voided) refuse("rule-broken", "order.voided");
	const { index } = app.standard;
	checkReason(index.standard, "correction", input.reason);
	const { condition, ...rest } = input.changes;
	const marks = condition?.map(({ pieceId, ...mark }) => (pieceId === undefined ? mark : { ...mark, pieceId }));
	const changes = { ...rest, ...(marks ? { condition: marks } : {}) };
	const events: NewEvent[] = [decideCorrect(job, changes, input.reason.code, index)];
	if (input.reason.note) events.push(noteEvent(order, "correction", input.reason.note));
	app.log.append(by.person, events);
	return moved(app, job.id);
}

export async function cancelJob(app: App, by: By, input: Input<"order.cancelJob">) {
	const approver = await approverOf(app, input.approval);
	const { state: job } = app.states.getAt("job", input.jobId, input.version);
	const { reason, feeFen, words } = input;
	const { testFeeFen } = app.store().state.policies;
	const { standard } = app.standard.index;
	const facts = { standard, testFeeFen, isManager: isManager(by), approver };
	app.log.append(by.person, decideCancel(job, { reason, feeFen, words }, facts));
	return moved(app, job.id);
}

export async function voidOrder(app: App, by: By, input: Input<"order.void">) {
	const approver = await verifyApproval(app, input.approval, "manager");
	const { order, jobs } = readOrder(app, input.orderId, input.version);
	const states = jobs.map(({ job }) => job);
	const { standard } = app.standard.index;
	app.log.append(by.person, decideVoid(order, states, { reason: input.reason, approver, standard }));
	return { version: app.states.get("order", input.orderId).version };
}
