/** Received work taken on to the bench: judged, quoted and accepted, written as events the way the services write them. */
import { decisionBase } from "../../../domain/event/decision.ts";
import { repairClockCode, startClocks } from "../../../domain/job/clock-moves.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { planAcceptance, planSteps } from "../../../domain/job/plan.ts";
import type { QuoteLine } from "../../../domain/quote/line.ts";
import type { ReadyWorkstation } from "../fixtures.ts";

function line(ws: ReadyWorkstation, code: string, id: string): QuoteLine {
	const { operations, parts } = ws.app.standard.index;
	const name = operations.get(code)?.name ?? parts.get(code)?.name ?? { zh: code };
	const made: QuoteLine = {
		id,
		code,
		title: name.zh,
		findingIds: [],
		qty: 1,
		unit: "pair",
		unitFen: 5000,
		listFen: 5000,
		amountFen: 5000,
		payer: "customer",
		why: { kind: "service", service: code },
	};
	return name.en === undefined ? made : { ...made, titleEn: name.en };
}

/** Codes of operations and parts; answers the ids of the steps in order. */
export function approve(ws: ReadyWorkstation, jobId: string, codes: readonly string[]): string[] {
	const { app } = ws;
	const agg = `job:${jobId}` as const;
	const base = () => ({ base: decisionBase(app.states.get("job", jobId).state.heads, "stage") });
	const now = app.ports.clock.now();
	const { index } = app.standard;
	const lines = codes.map((code) => line(ws, code, app.ports.ids.uuid()));
	const { calendar, policies } = app.store().state;
	const job = app.states.get("job", jobId).state;
	const plan = planSteps(lines, index, job.pieces, app.ports.ids.uuid);
	const clock = repairClockCode(index, codes);
	app.log.append(ws.staff.clerk, [jobEvents["job.outcome_decided"].make(agg, { outcome: "repair" }, base())]);
	app.log.append(ws.staff.clerk, [
		jobEvents["job.quoted"].make(
			agg,
			{
				version: 1,
				lines,
				totals: { customerFen: 5000, brandFen: 0, storeFen: 0, totalFen: 5000 },
				coverage: [],
				validUntil: now + 7 * 86_400_000,
				standard: "2026.1",
				prices: "sample",
				samplePrices: true,
				clocks: { stop: ["D"] },
			},
			base(),
		),
	]);
	app.log.append(ws.staff.clerk, [
		jobEvents["job.quote_answered"].make(
			agg,
			{
				version: 1,
				answer: "accepted",
				means: "paper",
				plan,
				acceptance: planAcceptance(lines, index),
				workWarranty: [],
				clocks: { start: startClocks(index, [clock], calendar, now, policies.clockSet) },
			},
			base(),
		),
	]);
	return plan.map((s) => s.id);
}

/** A picture of the order as the camera would have left it; answers its handle. */
export function storePicture(ws: ReadyWorkstation, orderId: string, role: string, seed = 1): string {
	const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, seed, 1, 2, 3, 4, 5, 6, 7, 8]);
	return ws.app.blobs.put(`order:${orderId}`, "image/jpeg", role, jpeg, ws.app.ports.clock.now()).sha;
}

/** A picture taken at intake, owned by the job. */
export function photographBefore(ws: ReadyWorkstation, jobId: string, pieceId?: string, seed = 1): void {
	const { order } = ws.app.states.get("job", jobId).state;
	const sha = storePicture(ws, order, "before", seed);
	ws.app.log.append(ws.staff.clerk, [
		jobEvents["job.photographed"].make(`job:${jobId}`, pieceId ? { pieceId } : {}, { blobs: [ws.app.blobs.ref(sha)] }),
	]);
}
