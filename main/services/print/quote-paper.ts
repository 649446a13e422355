/** The quote of one job, any version of it, as view-model. */
import { refuse } from "../../../domain/errors.ts";
import type { QuoteData, QuoteFinding } from "../../print/papers.ts";
import { itemPaper, maskedCustomer, type PaperSource, priceLine, shopHead, totals } from "./paper-parts.ts";
import { paperBase, personName, signatureOf } from "./source.ts";

/** @param version undefined: the newest. Refuses not-found `quote.not-found`. */
export function quotePaper(source: PaperSource, jobId: string, reprint: boolean, version?: number): QuoteData {
	const { names, app } = source;
	const found = source.jobs.find(({ job }) => job.id === jobId) ?? refuse("not-found", "job.not-found");
	const { job, item } = found;
	const quote =
		(version === undefined ? job.quotes.at(-1) : job.quotes.find((q) => q.version === version)) ??
		refuse("not-found", "quote.not-found");
	const findings: QuoteFinding[] = job.findings.map((f, i) => {
		const call = job.liability.find((l) => l.finding === f.id);
		const rules = call && call.rules.length > 0 ? ` ${call.rules.join(" ")}` : "";
		return {
			no: i + 1,
			code: f.fault,
			name: names.fault(f.fault),
			part: names.component(f.component),
			severity: names.severity(f.severity),
			...(call ? { cause: `${names.cause(call.cause)}${rules}` } : {}),
		};
	});
	const lines = quote.lines.map((line) => priceLine(source, job, line));
	const brandFen = quote.totals.brandFen + quote.totals.storeFen;
	const data: QuoteData = {
		kind: "quote",
		...paperBase(source, reprint),
		version: quote.version,
		shop: shopHead(source),
		customer: maskedCustomer(source),
		quotedAt: names.time(quote.at),
		quotedBy: personName(app, quote.by),
		validUntil: names.day(quote.validUntil),
		items: [itemPaper(source, job, item)],
		findings,
		lines,
		totals: totals(names, quote.totals.customerFen, brandFen),
		duration: names.day(job.promisedAt),
		basis: basis(names.language, quote),
		terms: app.standard.index.standard.vocab.terms.clauses.map((c) => names.text(c)),
		signature: signatureOf(source, "quote", job.id),
	};
	if (quote.answer && quote.answer.answer !== "changed") {
		data.approval = {
			answer: quote.answer.answer === "accepted" ? "approved" : "declined",
			means: answerMeans[quote.answer.means]?.[names.language] ?? quote.answer.means,
			at: names.time(quote.answer.at),
			by: personName(app, quote.answer.by),
		};
	}
	return data;
}

const answerMeans: Record<string, { "zh-CN": string; en: string }> = {
	signature: { "zh-CN": "屏幕签名", en: "signed on screen" },
	paper: { "zh-CN": "纸质签字", en: "signed on paper" },
	phone: { "zh-CN": "电话确认", en: "by phone" },
	chat: { "zh-CN": "聊天确认", en: "by chat" },
	"at-intake": { "zh-CN": "收件时确认", en: "at intake" },
	page: { "zh-CN": "进度页确认", en: "on the status page" },
};

function basis(language: "zh-CN" | "en", quote: { standard: string; prices: string; samplePrices: boolean }): string {
	if (language === "en") {
		return `Standard ${quote.standard}, price list ${quote.prices}${quote.samplePrices ? " (sample prices)" : ""}`;
	}
	return `服务标准 ${quote.standard}，价目表 ${quote.prices}${quote.samplePrices ? "（示例价）" : ""}`;
}
