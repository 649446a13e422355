/**
 * What an accepted quote means at the bench: the steps to do, what QC will check, how long the work is warranted.
 * Called when a quote is accepted (at intake, by the customer, after a rework); copied into the event, so that a later
 * standard never changes what was agreed. Decides nothing.
 */
import type { QuoteLine } from "../quote/line.ts";
import type { Operation } from "../standard/catalogue.ts";
import { findProvinceCode, type StandardIndex } from "../standard/lookup.ts";
import { workWarrantyDays } from "../warranty/work.ts";
import type { StepPlan } from "./events/quote.ts";

type Line = Pick<QuoteLine, "code" | "qty" | "unit" | "pieceId">;
type Index = Pick<StandardIndex, "operations">;

/** The inspection itself may be charged for, but when a quote stands it has been done. */
const inspection = "O00";

type Work = { operation: Operation; pieceId: string | undefined; times: number };

/** The operations of the lines in their order; the same operation on the same piece is one work. */
function worksOf(lines: readonly Line[], index: Index, pieces: readonly { id: string }[]): Work[] {
	const works: Work[] = [];
	for (const line of lines) {
		const operation = index.operations.get(line.code);
		if (!operation || line.code === inspection) continue;
		const pieceId = pieces.some((p) => p.id === line.pieceId) ? line.pieceId : undefined;
		const times = line.unit === "piece" ? line.qty : 1;
		const same = works.find((w) => w.operation === operation && w.pieceId === pieceId);
		if (same) same.times += times;
		else works.push({ operation, pieceId, times });
	}
	return works;
}

/**
 * The steps of the work in order, numbered from 1. Minutes are shared out over an operation's steps and add up to its
 * own; only its curing step carries the hours.
 * @param before steps of an earlier version: one that stays keeps its id, and with it what was done already
 */
export function planSteps(
	lines: readonly Line[],
	index: Index,
	pieces: readonly { id: string }[],
	newId: () => string,
	before: readonly StepPlan[] = [],
): StepPlan[] {
	const left = [...before];
	const plan: StepPlan[] = [];
	for (const { operation, pieceId, times } of worksOf(lines, index, pieces)) {
		const count = operation.steps.length;
		const total = operation.minutes * times;
		for (const [at, step] of operation.steps.entries()) {
			const kept = left.findIndex(
				(s) => s.operation === operation.code && s.pieceId === pieceId && s.title === step.name.zh,
			);
			const id = kept < 0 ? newId() : (left.splice(kept, 1)[0]?.id ?? newId());
			const made: StepPlan = {
				id,
				operation: operation.code,
				no: plan.length + 1,
				title: step.name.zh,
				minutes: Math.floor((total * (at + 1)) / count) - Math.floor((total * at) / count),
				cureHours: step.cures ? operation.cureHours : 0,
			};
			if (step.name.en !== undefined) made.titleEn = step.name.en;
			if (pieceId !== undefined) made.pieceId = pieceId;
			plan.push(made);
		}
	}
	return plan;
}

/** Acceptance codes QC will go through: each once, in the order the operations name them. */
export function planAcceptance(lines: readonly Line[], index: Index): string[] {
	const codes = worksOf(lines, index, []).flatMap(({ operation }) => operation.acceptance);
	return [...new Set(codes)];
}

/** Warranty of the work in days per operation; a province's floor for repair work lifts what lies below it. */
export function planWarranty(
	lines: readonly Line[],
	index: Index & Pick<StandardIndex, "provinces" | "standard">,
	province: string,
): { operation: string; days: number }[] {
	const code = findProvinceCode(index, province);
	const operations = new Set(worksOf(lines, index, []).map(({ operation }) => operation));
	return [...operations].map((operation) => ({
		operation: operation.code,
		days: workWarrantyDays(operation, index.standard.provinces, code).days,
	}));
}
