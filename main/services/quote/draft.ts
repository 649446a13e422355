/** The quote as it would be now: default or chosen remedies turned into lines, with everything still missing. Writes nothing. */
import { instantOfDay, localDay, localDayNumber } from "../../../domain/clock/zone.ts";
import { Refusal } from "../../../domain/errors.ts";
import { repairClockCode, startClocks } from "../../../domain/job/clock-moves.ts";
import { approvalNeeds, type Choices, defaultChoices, quoteFrom } from "../../../domain/job/inspect/choices.ts";
import { needQuotable } from "../../../domain/job/inspect/quote.ts";
import { currentQuote } from "../../../domain/job/state.ts";
import { chineseAmount } from "../../../domain/money/amount.ts";
import type { Quote } from "../../../domain/quote/build.ts";
import { findPrice, getFault } from "../../../domain/standard/lookup.ts";
import type { ParsedOf } from "../../../preload/contract/define.ts";
import type { QuoteDraft, quoteCalls } from "../../../preload/contract/quote.ts";
import type { App } from "../../app.ts";
import type { JobReader, ReadJob } from "../job/job-reader.ts";

/** Stands in for the manager while a quote is only looked at. */
const nobodyYet = "-";

export function linesFrom(app: App, found: ReadJob, choices: Choices, approver: string): Quote {
	const { job, item, judged, province } = found;
	const { index } = app.standard;
	const newId = app.ports.ids.uuid;
	return quoteFrom({ job, category: item.category, index, judged, province, approver, newId }, choices);
}

/** The last moment of the day so many days from now, in the centre's zone, ms UTC. */
export function endOfValidity(app: App, days: number): number {
	const { zone } = app.store().state.calendar;
	return instantOfDay(localDayNumber(app.ports.clock.now(), zone) + days + 1, 0, zone) - 1;
}

function blockedBy(found: ReadJob, quote: Quote): string | null {
	try {
		needQuotable(found.job, found.judged);
	} catch (error) {
		if (error instanceof Refusal) return error.reason;
		throw error;
	}
	return quote.lines.length === 0 ? "quote.empty" : null;
}

function optionsOf(app: App, { judged }: ReadJob): QuoteDraft["options"] {
	const { index } = app.standard;
	return judged.map(({ finding }) => {
		const { remedies } = getFault(index, finding.fault);
		return {
			findingId: finding.id,
			decision: remedies.includes("X"),
			operations: remedies.flatMap((code) => {
				const operation = index.operations.get(code);
				if (!operation) return [];
				const price = findPrice(index.standard.prices, code);
				const { minutes, cureHours } = operation;
				return [{ operation: code, unit: price?.unit ?? "item", listFen: price?.unitFen ?? null, minutes, cureHours }];
			}),
		};
	});
}

export function draftQuote(reader: JobReader, input: ParsedOf<(typeof quoteCalls)["quote.draft"]>): QuoteDraft {
	const { app } = reader;
	const found = reader.read(input.jobId);
	const { job, judged, store } = found;
	const { index } = app.standard;
	const choices = input.choices ?? defaultChoices(job, index, judged, found.item.category);
	const quote = linesFrom(app, found, choices, nobodyYet);
	const before = currentQuote(job);
	const work = quote.lines.filter((l) => index.operations.has(l.code)).map((l) => l.code);
	const { calendar, policies } = store;
	const now = app.ports.clock.now();
	const [due] = startClocks(index, [repairClockCode(index, work)], calendar, now, policies.clockSet);
	return {
		version: found.version,
		quoteVersion: (before?.version ?? 0) + 1,
		choices,
		lines: quote.lines,
		totals: quote.totals,
		customerWords: chineseAmount(quote.totals.customerFen),
		needs: quote.needs,
		approvals: approvalNeeds({ index, judged }, choices),
		blocked: blockedBy(found, quote),
		replaces: before?.version ?? null,
		options: optionsOf(app, found),
		validDays: policies.quoteValidDays,
		// A promise ends with its day: the instant is the midnight after it.
		dueOn: due ? localDay(due.dueAt - 1, calendar.zone) : null,
		samplePrices: index.standard.prices.sample,
	};
}
