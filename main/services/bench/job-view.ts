/** One job as the bench sees it: what is wrong, what was agreed (no prices), steps, parts, pictures, what QC said. */
import { acceptedQuote, type JobState } from "../../../domain/job/state.ts";
import { mayWork, openWork } from "../../../domain/job/work/agreed.ts";
import { currentStep, openTrouble } from "../../../domain/job/work/steps.ts";
import type { BenchJob } from "../../../preload/contract/bench.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { curingViews, operationName, stepView } from "./steps-view.ts";
import { iso, jobCard, personView, reasonView, repairRule, wordsIn } from "./views.ts";

export function benchJob(app: App, jobId: string, by: By): BenchJob {
	const { state: job, version } = app.states.get("job", jobId);
	const now = app.ports.clock.now();
	const open = openWork(job);
	const current = currentStep(job, by.person, now, open);
	const next = current && open.find((s) => s.no > current.no);
	return {
		card: jobCard(app, job, version),
		closed: closedReason(job),
		mine: job.assignee === by.person,
		words: wordsIn(app, job.wordsIn),
		services: job.services.map((code) => ({ code, name: operationName(app, code) })),
		findings: findings(app, job),
		lines: lines(app, job),
		returnOldParts: job.returnOldParts,
		steps: job.steps.map((s) => stepView(app, job, s)),
		currentStepId: current?.id ?? null,
		nextStepId: next?.id ?? null,
		curing: curingViews(job, now),
		parts: { used: usedParts(app, job), suggested: suggestedParts(app, job) },
		photos: job.photos.map(({ sha, role, at, pieceId, step, finding, originals = [] }) => {
			return { handle: sha, role, at: iso(at), pieceId, stepId: step, findingId: finding, originals };
		}),
		troubles: troubles(app, job),
		failures: failures(app, job),
		clockPauses: (repairRule(app, job)?.pauses ?? []).map((p) => p.why),
	};
}

function closedReason(job: JobState): BenchJob["closed"] {
	if (mayWork(job)) return null;
	if (job.stage === "inspection" || job.stage === "quote") return "bench.not-approved";
	return job.stage === "qc" ? "bench.at-qc" : "bench.not-in-repair";
}

function findings(app: App, job: JobState): BenchJob["findings"] {
	const { faults, components } = app.standard.index;
	return job.findings.map((f) => ({
		id: f.id,
		code: f.fault,
		name: faults.get(f.fault)?.name ?? { zh: f.fault, en: f.fault },
		component: components.get(f.component)?.name ?? null,
		severity: f.severity,
		pieceId: f.pieceId ?? null,
		note: wordsIn(app, f.noteIn),
		photos: job.photos.filter((p) => p.finding === f.id).map((p) => p.sha),
	}));
}

function lines(app: App, job: JobState): BenchJob["lines"] {
	return (acceptedQuote(job)?.lines ?? []).map(({ code, title, titleEn, qty, unit, pieceId }) => ({
		code,
		title: titleEn === undefined ? { zh: title } : { zh: title, en: titleEn },
		qty,
		unit,
		pieceId: pieceId ?? null,
		part: app.standard.index.parts.has(code),
	}));
}

function partWords(app: App, code: string) {
	const part = app.standard.index.parts.get(code);
	return { name: part?.name ?? { zh: code, en: code }, unit: part?.unit ?? { zh: "个", en: "pc" } };
}

function usedParts(app: App, job: JobState): BenchJob["parts"]["used"] {
	return job.parts.map(({ id, part, milli, lot, operation, at, by }) => {
		const more = { lot: lot ?? null, operation, at: iso(at), by: personView(app, by) };
		return { id, part, milli, ...partWords(app, part), ...more };
	});
}

/** Parts on the quote first, with how much was agreed; then the usual ones of each operation. */
function suggestedParts(app: App, job: JobState): BenchJob["parts"]["suggested"] {
	const { parts, operations } = app.standard.index;
	const agreed = new Map<string, number>();
	for (const { code, qty } of acceptedQuote(job)?.lines ?? []) {
		if (parts.has(code)) agreed.set(code, (agreed.get(code) ?? 0) + qty * 1000);
	}
	const wanted = new Map<string, string | null>([...agreed.keys()].map((code) => [code, null]));
	for (const { operation } of job.steps) {
		for (const code of operations.get(operation)?.parts ?? []) {
			if (!wanted.get(code)) wanted.set(code, operation);
		}
	}
	return [...wanted].map(([part, operation]) => ({
		part,
		...partWords(app, part),
		spec: parts.get(part)?.spec ?? "",
		milli: agreed.get(part) ?? null,
		operation,
		usedMilli: job.parts.filter((p) => p.part === part).reduce((sum, p) => sum + p.milli, 0),
	}));
}

function troubles(app: App, job: JobState): BenchJob["troubles"] {
	const open = openTrouble(job);
	return job.troubles
		.map((t) => ({
			reason: reasonView(app, "trouble", t.reason),
			stepId: t.step,
			words: wordsIn(app, t.event),
			at: iso(t.at),
			by: personView(app, t.by),
			open: t === open,
		}))
		.reverse();
}

function failures(app: App, job: JobState): BenchJob["failures"] {
	const { acceptance } = app.standard.index;
	const byCustomer = job.kept.map((k) => ({
		from: "customer" as const,
		reason: reasonView(app, "qc-fail", k.reason),
		words: wordsIn(app, k.wordsIn),
		points: [],
		at: iso(k.at),
		by: personView(app, k.by),
	}));
	const byInspector = job.qc
		.filter((q) => !q.passed)
		.map((q) => ({
			from: "qc" as const,
			reason: reasonView(app, "qc-fail", q.reason ?? ""),
			words: wordsIn(app, q.wordsIn),
			points: q.points
				.filter((p) => !p.passed)
				.map(({ point }) => ({ code: point, name: acceptance.get(point)?.name ?? { zh: point, en: point } })),
			at: iso(q.at),
			by: personView(app, q.by),
		}));
	return [...byInspector, ...byCustomer].sort((a, b) => (a.at < b.at ? 1 : -1));
}
