/**
 * What a customer may see of an order, in words and numbers ready to be written: stages, promises, quote, pictures. Names,
 * telephone numbers and addresses never enter it; a serial number keeps its last four characters.
 */
import { defaultCalendar } from "../../../domain/clock/calendar.ts";
import { localDay, localMinute } from "../../../domain/clock/zone.ts";
import { conflicts } from "../../../domain/event/decision.ts";
import { clockView } from "../../../domain/job/clock-view.ts";
import { trackMark } from "../../../domain/job/stage.ts";
import { currentQuote, type JobState, type QuoteVersion } from "../../../domain/job/state.ts";
import { formatFen } from "../../../domain/money/amount.ts";
import type { StandardIndex } from "../../../domain/standard/lookup.ts";
import type { FoundJob, FoundOrder } from "./find.ts";
import { fill, type Language, words } from "./words.ts";

export type Picture = { sha: string; kid: string; role: "before" | "after" };
export type ClockLine = { name: string; state: string; at: string; tone: "" | "good" | "bad" };
export type QuoteView = {
	event: string;
	version: string;
	until: string;
	lines: { title: string; count: string; payer: string; amount: string }[];
	total: string;
	sample: boolean;
	/** What was said to it; undefined while it waits. */
	said: string | undefined;
	expired: boolean;
	mayAnswer: boolean;
};
export type JobView = {
	id: string;
	name: string;
	serial: string | undefined;
	stage: string;
	/** 0…4 on the track; undefined for a job that was cancelled. */
	mark: number | undefined;
	conflict: boolean;
	promised: string;
	clocks: ClockLine[];
	quote: QuoteView | undefined;
	pictures: Picture[];
};
export type OrderView = { number: string; centre: string; phone: string; asOf: string; jobs: JobView[] };

/** Half a year after the last item left, the page is gone. */
const goneAfterMs = 180 * 24 * 3_600_000;
/** Clocks a customer is promised something by; those of the desk's own answers are not theirs. */
const promisedClocks = new Set(["D", "F", "J"]);

export function isOver(order: FoundOrder, now: number): boolean {
	const over = ({ job }: FoundJob) => ["follow-up", "closed", "voided"].includes(job.stage);
	return order.jobs.every((each) => over(each) && now - each.job.stageAt > goneAfterMs);
}

export function viewOrder(order: FoundOrder, index: StandardIndex, language: Language, now: number): OrderView {
	const calendar = order.centre?.calendar ?? defaultCalendar;
	const say = words[language];
	const time = (ms: number) => timeOf(ms, calendar.zone, language);
	return {
		number: order.number.replace(/^(\d{5})(\d{2})(\d{6})(\d)$/, "$1 $2 $3 $4"),
		centre: order.centre?.centreName ?? "",
		phone: order.centre?.phone ?? "",
		asOf: time(now),
		jobs: order.jobs.map(({ job, item }) => {
			const kind = item && index.itemKinds.get(item.kind)?.name;
			const colour = item && index.standard.vocab.colours.find(({ code }) => code === item.colour)?.name;
			const named = (name: { zh: string; en?: string | undefined } | undefined) =>
				name && (language === "en" ? (name.en ?? name.zh) : name.zh);
			const serial = item?.codes.find(({ kind }) => kind === "serial" || kind === "gtin-serial")?.value;
			const conflict = conflicts(job.heads).length > 0;
			return {
				id: job.id,
				name: [item?.brand, named(colour) ?? item?.colour, named(kind) ?? item?.kind].filter(Boolean).join(" · "),
				serial: serial && serial.length > 4 ? `…${serial.slice(-4)}` : undefined,
				stage: stageOf(job, say),
				mark: job.stage === "voided" ? undefined : trackMark(job.stage),
				conflict,
				promised: time(job.promisedAt),
				clocks: job.clocks
					.filter(({ clock }) => promisedClocks.has(clock))
					.map((clock) => {
						const { state, dueAt, stoppedAt } = clockView(clock, index, calendar, now);
						const rule = index.standard.clocks.clocks.find(({ letter }) => letter === clock.clock);
						const at =
							stoppedAt === null ? fill(say.due, { at: time(dueAt) }) : fill(say.done, { at: time(stoppedAt) });
						const late = state === "missed" || state === "overdue";
						const tone = late ? ("bad" as const) : state === "met" ? ("good" as const) : ("" as const);
						return { name: named(rule?.name) ?? clock.clock, state: say.clockStates[state], at, tone };
					}),
				quote: quoteOf(job, currentQuote(job), language, now, time, conflict),
				pictures: picturesOf(job),
			};
		}),
	};
}

function stageOf(job: JobState, say: (typeof words)[Language]): string {
	if (job.stage === "quote" && currentQuote(job) === undefined) return say.waitingQuote;
	if (job.stage === "quote" && currentQuote(job)?.answer?.answer === "changed") return say.changed;
	if (job.returning && job.stage === "hand-over") return say.returning;
	if (job.returning && job.stage === "closed") return say.returned;
	return say.stages[job.stage];
}

function quoteOf(
	job: JobState,
	quote: QuoteVersion | undefined,
	language: Language,
	now: number,
	time: (ms: number) => string,
	conflict: boolean,
): QuoteView | undefined {
	if (!quote) return undefined;
	const say = words[language];
	const payers = { customer: say.yours, brand: say.brand, store: say.store };
	const expired = quote.answer === null && now > quote.validUntil;
	const said = quote.answer && { accepted: say.accepted, declined: say.declined, changed: say.changed };
	return {
		event: quote.event,
		version: fill(say.version, { n: quote.version }),
		until: fill(say.validUntil, { at: time(quote.validUntil) }),
		lines: quote.lines.map(({ title, titleEn, qty, payer, amountFen, included }) => ({
			title: language === "en" ? (titleEn ?? title) : title,
			count: qty > 1 ? `× ${qty}` : "",
			payer: payers[payer],
			amount: included ? say.free : formatFen(amountFen),
		})),
		total: formatFen(quote.totals.customerFen),
		sample: quote.samplePrices,
		said: quote.answer && said ? fill(said[quote.answer.answer], { at: time(quote.answer.at) }) : undefined,
		expired,
		mayAnswer: job.stage === "quote" && quote.answer === null && !conflict,
	};
}

/** Pictures of the item before and after, kept under the order's key. */
export function picturesOf(job: JobState): Picture[] {
	return job.photos.flatMap(({ sha, kid, role }) =>
		(role === "before" || role === "after") && kid === `order:${job.order}` ? [{ sha, kid, role }] : [],
	);
}

/** `11月25日 18:00`, `25 Nov 18:00`, in the shop's own time; midnight is the end of the day before. */
function timeOf(ms: number, zone: string, language: Language): string {
	const minute = localMinute(ms, zone) || 24 * 60;
	const [, month = "", day = ""] = localDay(minute === 24 * 60 ? ms - 1 : ms, zone).split("-");
	const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
	const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
	if (language === "en") return `${Number(day)} ${months[Number(month) - 1]} ${clock}`;
	return `${Number(month)}月${Number(day)}日 ${clock}`;
}
