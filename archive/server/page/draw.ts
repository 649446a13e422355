/** The page as HTML: read, decided on and sent without any script. */
import { Html, html } from "./html.ts";
import { style } from "./style.ts";
import type { JobView, OrderView, Picture, QuoteView } from "./view.ts";
import { fill, type Language, words } from "./words.ts";

export type Reasons = readonly { code: string; name: string }[];
export type PageParts = {
	language: Language;
	/** `/s/<code>` of this page. */
	path: string;
	view: OrderView;
	reasons: Reasons;
	/** Pictures whose ciphertext and key are here. */
	ready: ReadonlySet<string>;
	/** Said above the job it is about. */
	notice?: { job: string; text: string } | undefined;
};

const otherOf = (language: Language): Language => (language === "en" ? "zh-CN" : "en");

function frame(language: Language, title: string, head: Html, body: Html): string {
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow"><link rel="icon" href="data:,"><title>${title}</title><style>${new Html(style)}</style></head>
<body><header>${head}</header>${body}</body></html>`.text;
}

const languageLink = (language: Language, path: string) =>
	html`<a href="${path}?lang=${otherOf(language)}" lang="${otherOf(language)}">${words[language].other}</a>`;

export function drawPage(parts: PageParts): string {
	const { language, path, view } = parts;
	const say = words[language];
	const head = html`<div class="top"><h1>${say.title}</h1>${languageLink(language, path)}</div>
<p class="soft">${view.centre}</p>
<p class="soft">${say.order} <span class="number">${view.number}</span> · ${say.asOf} ${view.asOf}</p>`;
	const call =
		view.phone && html`<p><a href="tel:${view.phone.replace(/[^\d+]/g, "")}">${say.call} ${view.phone}</a></p>`;
	const body = html`<main>${view.jobs.map((job) => drawJob(parts, job))}</main>
<footer>${call}<p class="soft">${say.privacy}</p></footer>`;
	return frame(language, `${say.title} ${view.number}`, head, body);
}

function drawJob(parts: PageParts, job: JobView): Html {
	const { language, notice } = parts;
	const say = words[language];
	return html`<section class="card" id="${job.id}"><h2>${job.name}</h2>
${job.serial && html`<p class="soft">${say.serial} ${job.serial}</p>`}
${notice?.job === job.id && html`<p class="note" role="alert">${notice.text}</p>`}
<p class="stage">${job.stage}</p>${job.mark !== undefined && drawTrack(say.track, job.mark)}
${job.conflict && html`<p class="note">${say.conflict}</p>`}
<dl><dt>${say.promised}</dt><dd>${job.promised}</dd></dl>
${
	job.clocks.length > 0 &&
	html`<h3>${say.kept}</h3><dl>${job.clocks.map(
		({ name, state, at, tone }) =>
			html`<dt>${name}</dt><dd><span class="${tone}">${state}</span> <span class="soft">${at}</span></dd>`,
	)}</dl>`
}
${job.quote && drawQuote(parts, job, job.quote)}
${drawPictures(parts, job.pictures, "before")}${drawPictures(parts, job.pictures, "after")}
${drawMissing(parts, job.pictures)}</section>`;
}

function drawTrack(names: readonly string[], mark: number): Html {
	return html`<ol class="track">${names.map((name, at) =>
		at === mark
			? html`<li class="here" aria-current="step">${name}</li>`
			: html`<li class="${at < mark ? "past" : ""}">${name}</li>`,
	)}</ol>`;
}

function drawQuote(parts: PageParts, job: JobView, quote: QuoteView): Html {
	const say = words[parts.language];
	return html`<h3>${say.quote} <span class="soft">${quote.version} · ${quote.until}</span></h3>
<table><tbody>${quote.lines.map(
		({ title, count, payer, amount }) =>
			html`<tr><td>${title} ${count}<small>${payer}</small></td><td>${amount}</td></tr>`,
	)}<tr class="total"><td>${say.total}</td><td>${quote.total}</td></tr></tbody></table>
${quote.sample && html`<p class="soft">${say.samplePrices}</p>`}
${quote.said && html`<p class="note">${quote.said}</p>`}
${quote.expired && html`<p class="note">${say.expired}</p>`}
${quote.mayAnswer && drawForms(parts, job, quote)}`;
}

function drawForms({ path, language, reasons }: PageParts, job: JobView, quote: QuoteView): Html {
	const say = words[language];
	const about = html`<input type="hidden" name="job" value="${job.id}"><input type="hidden" name="quote" value="${quote.event}"><input type="hidden" name="lang" value="${language}">`;
	const accept = html`<form method="post" action="${path}/answer">${about}
<label><input type="checkbox" name="old" value="yes">${say.oldParts}</label>
<button class="yes" name="answer" value="accepted">${say.accept}</button></form>`;
	return html`${!quote.expired && accept}<details><summary>${say.declineHead}</summary>
<form method="post" action="${path}/answer">${about}<label>${say.why}<select name="reason" required>
<option value="">${say.choose}</option>${reasons.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}
</select></label><button name="answer" value="declined">${say.decline}</button></form></details>`;
}

function drawPictures(
	{ language, path, ready }: PageParts,
	all: readonly Picture[],
	role: Picture["role"],
): Html | false {
	const say = words[language];
	const shown = all.filter((picture) => picture.role === role && ready.has(picture.sha));
	return (
		shown.length > 0 &&
		html`<h3>${say[role]}</h3><div class="photos">${shown.map(({ sha }, at) => {
			const address = `${path}/photo/${sha}`;
			const alt = fill(say.photoOf, { what: say[role], n: at + 1 });
			return html`<a href="${address}"><img src="${address}" alt="${alt}" loading="lazy"></a>`;
		})}</div>`
	);
}

function drawMissing({ language, ready }: PageParts, all: readonly Picture[]): Html | false {
	const count = all.filter(({ sha }) => !ready.has(sha)).length;
	return count > 0 && html`<p class="soft">${fill(words[language].uploading, { n: count })}</p>`;
}

/** A plain sentence and nothing else: for a link that leads nowhere, or one asked too often. */
export function drawNothing(language: Language, path: string, text: "unknown" | "later"): string {
	const say = words[language];
	const title = text === "unknown" ? say.unknownTitle : say.title;
	const head = html`<div class="top"><h1>${title}</h1>${languageLink(language, path)}</div>`;
	return frame(language, title, head, html`<main><p>${say[text]}</p></main>`);
}
