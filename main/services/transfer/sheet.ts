/** The sheet that travels in a parcel, as PDF. Only the PC that packed it can make it: nobody else knows the code. */
import type { MoveRows } from "../../../db/queries/exchange/moves.ts";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { refuse } from "../../../domain/errors.ts";
import { type Move, moveUnderWay } from "../../../domain/job/move/custody.ts";
import { acceptedQuote, type JobState } from "../../../domain/job/state.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { transferCalls } from "../../../preload/contract/transfer.ts";
import type { App } from "../../app.ts";
import { renderPdf } from "../../print/render.ts";
import type { ParcelItem } from "../../print/sheets.ts";
import { parcelText } from "../../print/text/parcel.ts";
import type { PaperSource } from "../print/paper-parts.ts";
import { promiseText } from "../print/paper-parts.ts";
import { paperBase, readSource } from "../print/source.ts";
import { codeText } from "./code.ts";
import { workshopView } from "./reader.ts";

type Call = (typeof transferCalls)["transfer.sheet"];

/** The stage it waits in, and at the bench the step that comes next. */
function nextOf({ names }: PaperSource, job: JobState): string {
	const words = parcelText[names.language];
	if (job.returning) return words.back;
	const stage = job.stage in words ? words[job.stage as "repair"] : "";
	const step = job.stage === "repair" ? job.steps.find(({ state }) => state !== "done") : undefined;
	if (!step) return stage;
	return `${stage} · ${names.language === "en" ? (step.titleEn ?? step.title) : step.title}`;
}

/** What was agreed, and how far it is; before anything was agreed, what the customer asked for. */
function workOf({ app, names }: PaperSource, job: JobState): Pick<ParcelItem, "work" | "steps"> {
	if (job.returning) return { work: [] };
	const codes = acceptedQuote(job)?.lines.map(({ code }) => code) ?? job.services;
	const { operations } = app.standard.index;
	const work = [...new Set(codes.filter((code) => operations.has(code)).map(names.operation))];
	const done = job.steps.filter(({ state }) => state === "done").length;
	return job.steps.length === 0 ? { work } : { work, steps: `${done}/${job.steps.length}` };
}

function itemOf(source: PaperSource, job: JobState, item: PaperSource["jobs"][number]["item"]): ParcelItem {
	const inside = job.pieces.filter(({ gone }) => gone === null);
	return {
		name: [source.names.what(item), item.style].filter(Boolean).join(" "),
		pieces: inside.map(({ kind }) => source.names.piece(kind)),
		labels: inside.map(({ no }) => `-${String(no).padStart(2, "0")}`).join(" "),
		promisedAt: promiseText(source, job.promisedAt),
		next: nextOf(source, job),
		...workOf(source, job),
	};
}

/** A carrier a newer Welt knows is printed as it is. */
const carrierName = (language: "zh-CN" | "en", carrier: Move["carrier"]): string =>
	(({ ...parcelText[language] }) as Readonly<Record<string, string>>)[carrier] ?? carrier;

export async function transferSheet(app: App, rows: MoveRows, input: ParsedOf<Call>): Promise<OutputOf<Call>> {
	const jobs = rows.inParcel(input.parcelId).map(({ state }) => state);
	const open = jobs.filter((job) => moveUnderWay(job)?.parcel === input.parcelId);
	const [first] = open;
	if (!first) return refuse(jobs.length > 0 ? "rule-broken" : "not-found", "transfer.not-under-way");
	const move = moveUnderWay(first) ?? refuse("rule-broken", "transfer.not-under-way");
	const code = codeText(app, input.parcelId);
	const source = readSource(app, first.order, input.language);
	const { language, printedAt, orderNo } = paperBase(source, false);
	const inside = new Set(open.map(({ id }) => id));
	const bytes = await renderPdf({
		kind: "parcel",
		...{ language, printedAt, orderNo, code },
		from: workshopView(app, move.from, move.fromName).name,
		to: workshopView(app, move.to, move.toName).name,
		sentAt: source.names.time(move.sentAt),
		carrier: carrierName(language, move.carrier),
		waybill: move.waybill,
		seal: move.seal,
		items: source.jobs.filter(({ job }) => inside.has(job.id)).map(({ job, item }) => itemOf(source, job, item)),
	});
	const fileName = `${formatOrderNumber(orderNo).replaceAll(" ", "-")}-parcel.pdf`;
	return { handle: app.media.offer({ mime: "application/pdf", bytes, fileName }), fileName };
}
