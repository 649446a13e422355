/**
 * The bench's queue: approved work by time left, mine first, then what nobody has, then the others'. Work agreed before goes
 * on while a newer quote waits for its answer.
 */
import type { FoldedJob, WorkRows } from "../../../db/queries/work.ts";
import { openWork } from "../../../domain/job/work/agreed.ts";
import { currentStep, hindranceOf, openTrouble, workerOf } from "../../../domain/job/work/steps.ts";
import type { BenchRow } from "../../../preload/contract/bench.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { curingViews, stepTitle } from "./steps-view.ts";
import { iso, jobCard, personView, pressing, reasonView } from "./views.ts";

const mostMine = 100;
const mostOthers = 200;
const ranks = { mine: 0, free: 1, others: 2 } as const;

export function benchQueue(app: App, rows: WorkRows, by: By) {
	const mine = rows.assignedAt("repair", by.person, mostMine + 1);
	const all = rows.atStage("repair", mostOthers + 1);
	const quotedAgain = rows.quotedAgain(mostOthers).filter(({ state }) => openWork(state).length > 0);
	const found = [...mine.slice(0, mostMine), ...all.slice(0, mostOthers), ...quotedAgain];
	const known = new Map(found.map((j) => [j.state.id, j]));
	const list = [...known.values()].map((job) => row(app, job, by.person));
	list.sort((a, b) => ranks[a.whose] - ranks[b.whose] || compare(pressing(a.card), pressing(b.card)));
	return { rows: list, more: mine.length > mostMine || all.length > mostOthers, nowAt: iso(app.ports.clock.now()) };
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function row(app: App, { state: job, version }: FoldedJob, person: string): BenchRow {
	const now = app.ports.clock.now();
	const open = openWork(job);
	const current = currentStep(job, person, now, open);
	const waits = current && current.state === "todo" && hindranceOf(job, current, now)?.why === "still-curing";
	const workers = new Set(open.flatMap((s) => workerOf(s) ?? []));
	const trouble = openTrouble(job);
	return {
		card: jobCard(app, job, version),
		whose: job.assignee === person ? "mine" : job.assignee === null ? "free" : "others",
		current: current
			? {
					id: current.id,
					no: current.no,
					title: stepTitle(current),
					minutes: current.minutes,
					state: current.state,
					pieceId: current.pieceId ?? null,
					pausedFor: current.pausedFor === null ? null : reasonView(app, "pause", current.pausedFor),
				}
			: null,
		running: [...workers].map((id) => personView(app, id)),
		stepsDone: job.steps.filter((s) => s.state === "done").length,
		stepsTotal: job.steps.length,
		curing: waits ? (curingViews(job, now).at(-1) ?? null) : null,
		minutesLeft: open.reduce((sum, s) => sum + s.minutes, 0),
		trouble: trouble ? reasonView(app, "trouble", trouble.reason) : null,
	};
}
