/** One drop-off from counter to follow-up, as the services write it; open ones stop somewhere on the way. */
import type { JsonObject } from "../../../domain/event/event.ts";
import type { Write } from "./generate.ts";
import type { Random } from "./random.ts";
import * as words from "./words.ts";

const hour = 3_600_000;
const day = 24 * hour;

export type Story = {
	write: Write;
	random: Random;
	at: number;
	number: string;
	subject: string;
	items: readonly words.BenchItem[];
	/** Still in the shop today. */
	open: boolean;
};

function quoteLine(random: Random, operation: string, findingId: string): JsonObject {
	const unitFen = (20 + random.below(300)) * 100;
	return {
		id: random.uuid(),
		code: operation,
		title: "换跟面（天皮）",
		findingIds: [findingId],
		qty: 1,
		unit: "pair",
		unitFen,
		listFen: unitFen,
		amountFen: unitFen,
		payer: "customer",
		why: { kind: "finding", findingId },
	};
}

function job(story: Story, order: string, item: words.BenchItem, ordinal: number, firstNo: number): string {
	const { write, random, at, subject } = story;
	const id = random.uuid();
	const agg = `job:${id}`;
	const refs = [`order:${order}`, `item:${item.id}`];
	const until = story.open ? random.below(6) : 9;
	const finding = {
		id: random.uuid(),
		fault: random.pick(words.faults),
		component: "outsole",
		severity: "major",
		evidence: [],
	};
	const step = {
		id: random.uuid(),
		operation: random.pick(words.operations),
		no: 1,
		title: "起旧跟面与钉",
		minutes: 15,
		cureHours: 0,
	};
	let base = write(at, {
		agg,
		refs,
		type: "job.received",
		personal: { kid: `subject:${subject}`, value: { words: random.pick(words.complaints) } },
		body: {
			order,
			item: item.id,
			subject,
			ordinal,
			pieces: item.pieces.map((p, i) => ({ ...p, no: firstNo + i })),
			services: [],
			accessories: [],
			condition: [{ id: random.uuid(), zone: "shoe-toe", flaw: "worn" }],
			declaredValueFen: null,
			hasWords: true,
			promisedAt: at + 4 * day,
			clocks: { start: [{ clock: "D", dueAt: at + day, warnAt: at + 19 * hour }] },
		},
	});
	const line = quoteLine(random, step.operation, finding.id);
	const fen = line["unitFen"] as number;
	const totals = { customerFen: fen, brandFen: 0, storeFen: 0, totalFen: fen };
	const decide = (after: number, type: string, body: JsonObject) => {
		base = write(at + after, { agg, refs, type, body, base: [base] });
	};
	const acts: (() => void)[] = [
		() => void write(at + hour, { agg, refs, type: "job.finding_added", body: { finding } }),
		() => decide(hour + 60_000, "job.outcome_decided", { outcome: "repair" }),
		() =>
			decide(2 * hour, "job.quoted", {
				version: 1,
				lines: [line],
				totals,
				coverage: [{ covered: false, until: null, rule: "baseline", ruleVersion: "2026.1" }],
				validUntil: at + 7 * day,
				standard: "2026.1",
				prices: "2026.1",
				samplePrices: true,
				clocks: { stop: ["D"], start: [{ clock: "E", dueAt: at + 3 * day, warnAt: at + 2 * day }] },
			}),
		() =>
			decide(4 * hour, "job.quote_answered", {
				version: 1,
				answer: "accepted",
				means: "signature",
				plan: [step],
				acceptance: ["A11", "A12"],
				workWarranty: [{ operation: step.operation, days: 30 }],
				clocks: { stop: ["E"], start: [{ clock: "F", dueAt: at + 4 * day, warnAt: at + 3 * day }] },
			}),
		() => {
			write(at + day, { agg, refs, type: "job.step_started", body: { step: step.id } });
			write(at + day + hour, { agg, refs, type: "job.step_finished", body: { step: step.id } });
			decide(day + hour, "job.repair_finished", { clocks: { stop: ["F"] } });
		},
		() => decide(day + 2 * hour, "job.qc_passed", { points: [{ point: "A11", passed: true }], ownWork: false }),
		() => {
			const until = new Date(at + 32 * day).toISOString().slice(0, 10);
			decide(2 * day, "job.handed_over", {
				handover: random.uuid(),
				pieces: item.pieces.map((p) => p.id),
				missing: [],
				complete: true,
				warranty: [{ operation: step.operation, until }],
				followUpAt: at + 5 * day,
			});
		},
		() => decide(5 * day, "job.followed_up", { result: "satisfied", score: 5, done: true }),
	];
	for (const act of acts.slice(0, until)) act();
	return id;
}

export function repairStory(story: Story): void {
	const { write, random, at, number, subject, items } = story;
	const order = random.uuid();
	const agg = `order:${order}`;
	let no = 1;
	const jobs = items.map((item, i) => {
		const id = job(story, order, item, i + 1, no);
		no += item.pieces.length;
		return id;
	});
	write(at, {
		agg,
		type: "order.opened",
		body: {
			number,
			token: random.uuid(),
			subject,
			jobs,
			promisedAt: at + 4 * day,
			standard: "2026.1",
			prices: "2026.1",
			notice: "2026-11",
		},
	});
	write(at, { agg, type: "order.signed", body: { what: "intake", how: "paper" } });
	write(at, { agg, type: "order.paper_printed", body: { paper: "slip", how: "printer", reprint: false } });
	const method = random.pick(["cash", "wechat", "alipay", "card"]);
	write(at + 1, { agg, type: "order.paid", body: { id: random.uuid(), kind: "deposit", method, amountFen: 5_000 } });
	if (story.open) return;
	write(at + 2 * day, {
		agg,
		type: "order.handed_over",
		body: { id: random.uuid(), jobs, to: "customer", slip: "shown", proof: "slip", partial: false },
	});
}
