/** A version of the quote as the job page shows it, with the customer's answer and its traces. */
import type { QuoteVersion } from "../../../domain/job/state.ts";
import { chineseAmount } from "../../../domain/money/amount.ts";
import type { QuoteView } from "../../../preload/contract/job-fields.ts";
import type { App } from "../../app.ts";
import { iso, personView, wordsIn } from "../bench/views.ts";

export function quoteView(app: App, quote: QuoteVersion, now: number): QuoteView {
	const { answer } = quote;
	return {
		version: quote.version,
		at: iso(quote.at),
		by: personView(app, quote.by),
		lines: quote.lines,
		totals: quote.totals,
		customerWords: chineseAmount(quote.totals.customerFen),
		validUntilAt: iso(quote.validUntil),
		expired: answer === null && now > quote.validUntil,
		standard: quote.standard,
		prices: quote.prices,
		samplePrices: quote.samplePrices,
		reason: quote.reason,
		answer: answer && {
			answer: answer.answer,
			means: answer.means,
			channel: answer.channel,
			reason: answer.reason,
			words: wordsIn(app, answer.event),
			screenshot: app.events.find(answer.event)?.blobs[0]?.sha ?? null,
			testFeeFen: answer.testFeeFen,
			at: iso(answer.at),
			by: personView(app, answer.by),
		},
	};
}
