/** Real workshops at a real archive: each a whole workstation, its line cut and mended by hand. */
import { drawCode } from "../../../archive/server/gate/enrol.ts";
import { projectAll } from "../../../archive/server/project/projector.ts";
import { decisionBase } from "../../../domain/event/decision.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import { type Line, LineDown } from "../../../main/sync/line.ts";
import { openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { injectLine } from "../../sync/support/inject-line.ts";
import type { TestArchive } from "./archive.ts";

export type Workshop = ReadyWorkstation & {
	down: boolean;
	/** One round of the exchange, the archive's projector included. */
	sync(): Promise<void>;
};

let count = 100;

export async function openWorkshop(
	archive: TestArchive,
	name: string,
	brand = archive.brands[0] ?? "",
): Promise<Workshop> {
	const inside = injectLine(() => archive);
	const line: Line = {
		...inside,
		ask(...asked) {
			return workshop.down ? Promise.reject(new LineDown("cut")) : inside.ask(...asked);
		},
	};
	count += 1;
	const ready = await openReadyWorkstation({ seed: count, line: () => line });
	const workshop: Workshop = {
		...ready,
		down: false,
		async sync() {
			ready.clock.pass(61_000);
			ready.as("clerk");
			await ready.app.sync.engine.run();
			if (!workshop.down) await projectAll(archive.archive);
		},
	};
	const code = await drawCode(archive.archive, { code: String(70_000 + count), name, brands: [brand] });
	await ready.app.sync.enrol("http://127.0.0.1:1", code, "前台");
	await workshop.sync();
	return workshop;
}

/** Repairs what a job brought and hands it back: the sole glued, warranted for 90 days. */
export function repairSole(
	{ app, staff }: ReadyWorkstation,
	jobId: string,
	until: string,
	more: { followUpAt?: number } = {},
): void {
	const agg = `job:${jobId}` as const;
	const { state: job } = app.states.get("job", jobId);
	const base = () => ({ base: decisionBase(app.states.get("job", jobId).state.heads, "stage") });
	const [finding, operation] = [app.ports.ids.uuid(), "O02"];
	const write = (...events: Parameters<typeof app.log.append>[1]) => app.log.append(staff.inspector, events);
	write(jobEvents["job.finding_added"].make(agg, { finding: soleOpen(finding) }));
	const line = {
		...{ id: app.ports.ids.uuid(), code: operation, title: "前掌开胶重粘", findingIds: [finding], qty: 1 },
		...{ unit: "pair" as const, unitFen: 5000, listFen: 5000, amountFen: 5000, payer: "customer" as const },
		why: { kind: "service" as const, service: operation },
	};
	const totals = { customerFen: 5000, brandFen: 0, storeFen: 0, totalFen: 5000 };
	const quote = { standard: "2026.1", prices: "sample", samplePrices: true, coverage: [] };
	write(jobEvents["job.quoted"].make(agg, { ...quote, version: 1, lines: [line], totals, validUntil: 1 }, base()));
	const work = { plan: [], acceptance: [], workWarranty: [{ operation, days: 90 }] };
	write(jobEvents["job.quote_answered"].make(agg, { version: 1, answer: "accepted", means: "paper", ...work }, base()));
	write(jobEvents["job.repair_finished"].make(agg, {}, base()));
	write(jobEvents["job.qc_passed"].make(agg, { points: [], ownWork: false }, base()));
	const left = { pieces: job.pieces.map(({ id }) => id), missing: [], complete: true };
	write(
		jobEvents["job.handed_over"].make(
			agg,
			{ handover: app.ports.ids.uuid(), ...left, ...more, warranty: [{ operation, until }] },
			{ ...base(), refs: [`order:${job.order}`] },
		),
	);
}

export const soleOpen = (id: string) => ({
	...{ id, fault: "FW01", component: "outsole", severity: "major" as const },
	evidence: [],
});
