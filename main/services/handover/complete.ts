/** Completes a hand-over: payments, signature, order and jobs in one transaction. Repeated, it answers the same again. */
import { localDay } from "../../../domain/clock/zone.ts";
import { readPhone } from "../../../domain/customer/phone.ts";
import { refuse } from "../../../domain/errors.ts";
import type { LeavingJob } from "../../../domain/job/leave/hand-over.ts";
import { balanceOf } from "../../../domain/order/balance.ts";
import { decideHandOver, type HandOver } from "../../../domain/order/decide-handover.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { handoverCalls } from "../../../preload/contract/handover.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { isoOrNull } from "../bench/views.ts";
import { approverOf, isManager, readOrder } from "../order/order-reader.ts";
import { keepWhatStays } from "./keep.ts";
import { phoneOf } from "./view.ts";
import { followUpFrom } from "./when.ts";

type Call = (typeof handoverCalls)["handover.complete"];
type Input = ParsedOf<Call>;

export async function completeHandover(app: App, by: By, input: Input): Promise<OutputOf<Call>> {
	const before = readOrder(app, input.orderId);
	// The answer of the first call may have been lost on its way: the same hand-over is not done twice.
	if (before.order.handovers.some((h) => h.id === input.handoverId)) return answer(app, input, true);
	const approver = await approverOf(app, input.approval);
	const { order, jobs } = readOrder(app, input.orderId, input.version);
	for (const { jobId, version } of input.jobs) app.states.getAt("job", jobId, version);
	const phone = phoneOf(app, order);
	const { calendar } = app.store().state;
	const handOver = wanted(app, input);
	const events = decideHandOver(order, handOver, {
		jobs: jobs.map(({ job }) => job),
		standard: app.standard.index.standard,
		phone,
		todayOn: localDay(app.ports.clock.now(), calendar.zone),
		followUp: followUpFrom(app, phone),
		isManager: isManager(by),
		approver,
	});
	app.log.transact(() => {
		app.log.append(by.person, events);
		// Each stands on the hand-over just written.
		for (const [jobId, leaving] of handOver.leaving) keepWhatStays(app, by, jobId, leaving, input.handoverId);
	});
	return answer(app, input, false);
}

function wanted(app: App, input: Input): HandOver {
	const { handoverId, pickup, signature, leaveOpen } = input;
	const leaving = new Map<string, LeavingJob>();
	for (const { jobId, pieces, missing, oldParts } of input.jobs) {
		if (leaving.has(jobId)) refuse("invalid-input", "handover.job-twice");
		leaving.set(jobId, { pieces, missing, oldParts });
	}
	const phone = pickup.phone === "" ? "" : (readPhone(pickup.phone) ?? refuse("invalid-input", "customer.bad-phone"));
	return {
		id: handoverId,
		leaving,
		pickup: { ...pickup, phone },
		payments: input.payments.map((given) => ({ id: app.ports.ids.uuid(), ...given })),
		signature: signature.how === "screen" ? { how: "screen", picture: app.blobs.ref(signature.handle) } : signature,
		leaveOpen,
	};
}

function answer(app: App, { orderId, handoverId, jobs: asked }: Input, repeated: boolean): OutputOf<Call> {
	const { order, version, jobs } = readOrder(app, orderId);
	const handover = order.handovers.find((h) => h.id === handoverId);
	const named = new Set([...(handover?.jobs ?? []), ...asked.map(({ jobId }) => jobId)]);
	const mine = jobs.filter(({ job }) => named.has(job.id));
	const calls = mine.flatMap(({ job }) => (job.followUp && !job.followUp.done ? [job.followUp.dueAt] : []));
	return {
		handoverId,
		version,
		jobs: mine.map(({ job, version: at }) => ({ jobId: job.id, version: at, stage: job.stage })),
		partial: handover?.partial ?? false,
		money: balanceOf(
			order,
			jobs.map(({ job }) => job),
		),
		followUpAt: isoOrNull(calls.length > 0 ? Math.min(...calls) : null),
		repeated,
	};
}
