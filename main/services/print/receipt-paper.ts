/** The collection receipt (取件单) of one hand-over, as view-model. */
import { refuse } from "../../../domain/errors.ts";
import { type JobState, owedFen } from "../../../domain/job/state.ts";
import type { ReceiptData } from "../../print/papers.ts";
import {
	balanceFen,
	itemPaper,
	maskedCustomer,
	orderLines,
	type PaperSource,
	paymentLines,
	shopHead,
} from "./paper-parts.ts";
import { paperBase, personName, signatureOf } from "./source.ts";

const words = {
	"zh-CN": {
		freeRepair: "免费维修",
		paidRepair: "收费维修",
		exchange: "换货",
		refund: "退货",
		compensate: "补偿",
		"return-unrepaired": "无法修复退回",
		declined: "未维修退回",
		oldReturned: "换下的旧件已交还顾客",
		oldLeft: "换下的旧件顾客未要求带回",
	},
	en: {
		freeRepair: "Repaired free of charge",
		paidRepair: "Repaired, charged",
		exchange: "Exchanged",
		refund: "Refunded",
		compensate: "Compensated",
		"return-unrepaired": "Beyond repair, returned",
		declined: "Returned unrepaired",
		oldReturned: "Replaced parts were given back",
		oldLeft: "Replaced parts were not asked for",
	},
} as const;

export function outcomeText(job: JobState, language: "zh-CN" | "en"): string {
	const text = words[language];
	if (job.outcome && job.outcome.outcome !== "repair") return text[job.outcome.outcome];
	if (job.returning) return text.declined;
	return owedFen(job) > 0 ? text.paidRepair : text.freeRepair;
}

/** "2 小时 15 分": hands-on time of all steps. */
function workDuration(job: JobState, language: "zh-CN" | "en"): string | undefined {
	let ms = 0;
	for (const step of job.steps) for (const run of step.runs) ms += (run.to ?? run.from) - run.from;
	const minutes = Math.round(ms / 60_000);
	if (job.steps.length === 0) return undefined;
	if (language === "en") return minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`;
	return minutes >= 60 ? `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分` : `${minutes} 分钟`;
}

function workOf(source: PaperSource, job: JobState): ReceiptData["work"][number] {
	const { names, app } = source;
	const listed = names.language === "en" ? ", " : "、";
	const faults = job.findings.map((f) => {
		const call = job.liability.find((l) => l.finding === f.id);
		return call ? `${names.fault(f.fault)} (${names.cause(call.cause)})` : names.fault(f.fault);
	});
	const people = [...new Set(job.steps.flatMap((s) => s.runs.map((r) => r.by)))].map((id) => personName(app, id));
	const until = job.warranty
		.map((w) => w.until)
		.sort()
		.at(-1);
	const duration = workDuration(job, names.language);
	return {
		...(faults.length > 0 ? { faultCause: faults.join(listed) } : {}),
		...(people.length > 0 ? { repairer: people.join(listed) } : {}),
		...(duration ? { duration } : {}),
		...(until ? { warrantyUntil: until } : {}),
	};
}

/** @param handoverId undefined: the newest. Refuses rule-broken `order.not-handed-over`. */
export function receiptPaper(source: PaperSource, reprint: boolean, handoverId?: string): ReceiptData {
	const { names, order, app } = source;
	const handover =
		(handoverId ? order.handovers.find((h) => h.id === handoverId) : order.handovers.at(-1)) ??
		refuse("rule-broken", "order.not-handed-over");
	const jobs = source.jobs.filter(({ job }) => handover.jobs.includes(job.id));
	const { lines, totals } = orderLines({ ...source, jobs });
	const owed = source.jobs.reduce((sum, { job }) => sum + owedFen(job), 0);
	const replaced = jobs.some(({ job }) => job.parts.length > 0);
	const returned = jobs.some(({ job }) => job.handovers.some((h) => h.id === handover.id && h.oldParts === "returned"));
	const data: ReceiptData = {
		kind: "receipt",
		...paperBase(source, reprint),
		shop: shopHead(source),
		customer: maskedCustomer(source),
		receivedAt: names.time(order.openedAt),
		handedOverAt: names.time(handover.at),
		handedOverBy: personName(app, handover.by),
		items: jobs.map(({ job, item }) => itemPaper(source, job, item, true)),
		outcomes: jobs.map(({ job }) => outcomeText(job, names.language)),
		work: jobs.map(({ job }) => workOf(source, job)),
		lines,
		totals,
		payments: paymentLines(source),
		balanceFen: balanceFen(source, owed),
		care: [],
		signature: signatureOf(source, "hand-over"),
	};
	if (replaced) data.oldParts = returned ? words[names.language].oldReturned : words[names.language].oldLeft;
	return data;
}
