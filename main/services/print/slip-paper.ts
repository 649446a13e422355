/** The repair slip of an order as view-model, customer or bench copy. */
import type { ItemState } from "../../../domain/item/item.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { owedFen } from "../../../domain/job/state.ts";
import type { OutlineKind, SlipData, SlipJob } from "../../print/papers.ts";
import { fill } from "../../print/text/paper.ts";
import { slipText } from "../../print/text/slip.ts";
import { whereOf } from "../transfer/reader.ts";
import {
	balanceFen,
	itemPaper,
	maskedCustomer,
	orderLines,
	type PaperSource,
	paymentLines,
	promiseText,
	shopHead,
} from "./paper-parts.ts";
import { openWords, paperBase, personName, signatureOf } from "./source.ts";

const outlineKinds: Record<string, OutlineKind> = {
	shoes: "shoes",
	bags: "bag",
	luggage: "luggage",
	apparel: "garment",
	"small-leather": "bag",
};

function faultCause({ names }: PaperSource, job: JobState): string | undefined {
	const parts = job.findings.map((f) => {
		const call = job.liability.find((l) => l.finding === f.id);
		return call
			? `${f.fault} ${names.fault(f.fault)} · ${names.cause(call.cause)}`
			: `${f.fault} ${names.fault(f.fault)}`;
	});
	return parts.length > 0 ? parts.join(names.language === "en" ? "; " : "；") : undefined;
}

function slipJob(source: PaperSource, job: JobState, item: ItemState, copy: SlipData["copy"]): SlipJob {
	const { names, app } = source;
	const { vocab } = app.standard.index.standard;
	const marked = new Map<string, string[]>();
	for (const mark of job.condition) marked.set(mark.flaw, [...(marked.get(mark.flaw) ?? []), names.zone(mark.zone)]);
	const flaws = vocab.flaws
		.filter((f) => f.categories.includes(item.category as never) || marked.has(f.code))
		.map((f) => {
			const where = marked.get(f.code);
			return where
				? { name: names.flaw(f.code), ticked: true, where: where.join(names.language === "en" ? ", " : "、") }
				: { name: names.flaw(f.code), ticked: false };
		});
	const marks = job.condition.flatMap((mark) => {
		const zone = app.standard.index.zones.get(mark.zone);
		if (!zone) return [];
		const kind = job.pieces.find((piece) => piece.id === mark.pieceId)?.kind;
		// A left shoe is drawn the other way round, as on the screen it was tapped on.
		const side = kind ? { piece: names.pieceShort(kind), mirrored: kind === "left" } : {};
		const text = [kind ? names.pieceShort(kind) : "", names.zone(mark.zone), names.flaw(mark.flaw)];
		return [{ x: zone.x / 1000, y: zone.y / 1000, view: zone.view, text: text.filter(Boolean).join(" "), ...side }];
	});
	// Colour and cleaning work can change how leather looks and feels: the customer is told before signing.
	const colourOrCleaning = [...job.services, ...job.steps.map((s) => s.operation)].some((code) =>
		["COL", "CLN"].includes(app.standard.index.operations.get(code)?.skill ?? ""),
	);
	const paper: SlipJob = {
		item: itemPaper(source, job, item),
		outline: app.standard.index.itemKinds.get(item.kind)?.outline ?? outlineKinds[item.category] ?? "bag",
		marks,
		flaws,
		sideEffects: vocab.sideEffects
			.filter((s) => s.categories.includes(item.category as never))
			.map((s) => ({ name: names.text(s.name), ticked: colourOrCleaning })),
		steps: job.steps.map((s) => ({
			name: names.language === "en" ? (s.titleEn ?? s.title) : s.title,
			minutes: s.minutes,
			...(s.cureHours > 0
				? { note: names.language === "en" ? `cure ${s.cureHours} h` : `固化 ${s.cureHours} 小时` }
				: {}),
		})),
	};
	const words = openWords(app, job.wordsIn);
	const english = names.language === "en";
	const asked = job.services.map(names.operation).join(english ? ", " : "、");
	const said = [asked, words].filter((t) => t).join(english ? "; " : "；");
	if (said) paper.customerWords = said;
	const cause = faultCause(source, job);
	if (cause) paper.faultCause = cause;
	const where = whereOf(app, job);
	if (where) {
		const said = slipText[names.language];
		paper.whereabouts = fill(where.kind === "elsewhere" ? said.elsewhere : said.underWay, { workshop: where.to.name });
	}
	if (job.shelf) paper.shelf = job.shelf;
	if (job.assignee) paper.repairer = personName(app, job.assignee);
	if (copy === "bench") {
		const photos = job.photos.filter((p) => p.role === "before").slice(0, 4);
		if (photos.length > 0) paper.photos = photos.map((p) => ({ bytes: new Uint8Array(app.blobs.read(p.sha).bytes) }));
	}
	return paper;
}

export function slipPaper(source: PaperSource, copy: SlipData["copy"], reprint: boolean, largePrint = false): SlipData {
	const { app, names, order, jobs } = source;
	const { lines, totals } = orderLines(source);
	const { vocab } = app.standard.index.standard;
	const owed = jobs.reduce((sum, { job }) => sum + owedFen(job), 0);
	const waiting = jobs.some(({ job }) => job.quotes.length === 0 && !job.returning && !job.voided);
	const data: SlipData = {
		kind: "slip",
		...paperBase(source, reprint),
		copy,
		largePrint,
		shop: shopHead(source),
		customer: maskedCustomer(source),
		receivedAt: names.time(order.openedAt),
		receivedBy: personName(app, order.openedBy),
		promisedAt: promiseText(source, order.promisedAt),
		jobs: jobs.filter(({ job }) => !job.voided).map(({ job, item }) => slipJob(source, job, item, copy)),
		lines,
		estimate: waiting,
		payments: paymentLines(source),
		terms: vocab.terms.clauses.map((c) => names.text(c)),
		privacyNote: names.text(vocab.privacy.short),
		signature: signatureOf(source, "intake"),
	};
	if (lines.length > 0) {
		data.totals = totals;
		data.balanceFen = balanceFen(source, owed);
	}
	return data;
}
