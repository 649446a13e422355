/** Received work taken to the shelf: quoted, accepted, repaired and passed, or declined, as the services write it. */
import { decisionBase } from "../../../domain/event/decision.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { ReadyWorkstation } from "../fixtures.ts";

export type FinishOptions = {
	/** What the customer agreed to pay; default 180 yuan. */
	customerFen?: number;
	/** What the brand bears. */
	brandFen?: number;
	warrantyDays?: number;
	/** A part was taken out and another fitted. */
	part?: boolean;
	returnOldParts?: boolean;
	/** Stop after the answer: the work is still to be done. */
	until?: "accepted" | "passed";
};

const operation = "O02";

/** Ready to be handed over (or at the bench). */
export function finish(ws: ReadyWorkstation, jobId: string, options: FinishOptions = {}): void {
	const { customerFen = 18_000, brandFen = 0, warrantyDays = 90, returnOldParts = false } = options;
	const { app, staff } = ws;
	const agg = `job:${jobId}` as const;
	const base = () => ({ base: decisionBase(app.states.get("job", jobId).state.heads, "stage") });
	const now = app.ports.clock.now();
	const totals = { customerFen, brandFen, storeFen: 0, totalFen: customerFen + brandFen };
	app.log.append(staff.inspector, [
		jobEvents["job.quoted"].make(
			agg,
			{
				version: 1,
				lines: [],
				totals,
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
	const step = app.ports.ids.uuid();
	app.log.append(staff.clerk, [
		jobEvents["job.quote_answered"].make(
			agg,
			{
				version: 1,
				answer: "accepted",
				means: "paper",
				plan: [{ id: step, operation, no: 1, title: "拆开清理旧胶", minutes: 20, cureHours: 0 }],
				acceptance: ["A01"],
				workWarranty: [{ operation, days: warrantyDays }],
				returnOldParts,
				clocks: { start: [{ clock: "F", dueAt: now + 3 * 86_400_000, warnAt: now + 2 * 86_400_000 }] },
			},
			base(),
		),
	]);
	if (options.until === "accepted") return;
	app.log.append(staff.technician, [
		jobEvents["job.step_started"].make(agg, { step }),
		jobEvents["job.step_finished"].make(agg, { step }),
	]);
	if (options.part) {
		const use = { id: app.ports.ids.uuid(), part: "SO01", milli: 1000, operation };
		app.log.append(staff.technician, [jobEvents["job.part_used"].make(agg, use)]);
	}
	app.log.append(staff.technician, [jobEvents["job.repair_finished"].make(agg, {}, base())]);
	app.log.append(staff.inspector, [
		jobEvents["job.qc_passed"].make(
			agg,
			{ points: [{ point: "A01", passed: true }], ownWork: false, clocks: { stop: ["F"] } },
			base(),
		),
	]);
}

/** The customer declined: it goes back as it came. */
export function decline(ws: ReadyWorkstation, jobId: string, testFeeFen = 0): void {
	const { app, staff } = ws;
	const { heads } = app.states.get("job", jobId).state;
	app.log.append(staff.clerk, [
		jobEvents["job.outcome_decided"].make(
			`job:${jobId}`,
			{ outcome: "return-unrepaired", reason: "customer-cancelled", clocks: { stop: ["D"] } },
			{ base: decisionBase(heads, "stage") },
		),
	]);
	if (testFeeFen === 0) return;
	const changes = { testFeeFen: { was: 0, now: testFeeFen } };
	app.log.append(staff.clerk, [jobEvents["job.corrected"].make(`job:${jobId}`, { changes })]);
}
