/** An order's papers as PDF: built from the folded states, offered to the screen, noted in the order and the journal. */
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { makeShelfCode } from "../../../domain/code/own.ts";
import { refuse } from "../../../domain/errors.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { printCalls } from "../../../preload/contract/print.ts";
import type { App } from "../../app.ts";
import type { Paper } from "../../print/papers.ts";
import { renderPdf } from "../../print/render.ts";
import type { By } from "../../router.ts";
import { createNames } from "./names.ts";
import type { PaperSource } from "./paper-parts.ts";
import { quotePaper } from "./quote-paper.ts";
import { receiptPaper } from "./receipt-paper.ts";
import { slipPaper } from "./slip-paper.ts";
import { readSource } from "./source.ts";

type Calls = typeof printCalls;
type Asked = InputOf<Calls["print.paper"]>;

function build(source: PaperSource, input: Asked, reprint: boolean): Paper {
	switch (input.paper) {
		case "slip":
			return slipPaper(source, "customer", reprint, input.largePrint);
		case "bench-slip":
			return slipPaper(source, "bench", reprint, input.largePrint);
		case "quote":
			return quotePaper(source, input.jobId ?? refuse("invalid-input", "print.job-missing"), reprint, input.version);
		case "receipt":
			return receiptPaper(source, reprint, input.handoverId);
	}
}

/** The PDF of an order's paper, and whether it was made before. Refuses order.not-found and what a paper lacks. */
export async function drawPaper(app: App, input: Asked) {
	const source = readSource(app, input.orderId, input.language);
	const reprint = source.order.papers.some((p) => p.paper === input.paper && p.job === (input.jobId ?? null));
	return { order: source.order, reprint, bytes: await renderPdf(build(source, input, reprint)) };
}

export async function printPaper(app: App, by: By, input: Asked): Promise<OutputOf<Calls["print.paper"]>> {
	const agg = `order:${input.orderId}` as const;
	const { order, reprint, bytes } = await drawPaper(app, input);
	const fileName = `${order.number}-${input.paper}.pdf`;
	app.log.transact(() => {
		const body = { paper: input.paper, how: "pdf" as const, reprint };
		app.log.append(by.person, [
			orderEvents["order.paper_printed"].make(agg, input.jobId ? { ...body, job: input.jobId } : body),
		]);
		app.print.journal.noteProduced({
			kind: input.paper,
			subject: agg,
			title: formatOrderNumber(order.number),
			personId: by.person,
		});
	});
	return { handle: app.media.offer({ mime: "application/pdf", bytes, fileName }), fileName, reprint };
}

export async function printShelfSheet(
	app: App,
	input: InputOf<Calls["print.shelfSheet"]>,
): Promise<OutputOf<Calls["print.shelfSheet"]>> {
	const { state: store } = app.store();
	const names = createNames(app.standard.index, input.language ?? store.language, store.calendar.zone);
	const bytes = await renderPdf({
		kind: "shelves",
		language: names.language,
		printedAt: names.time(app.ports.clock.now()),
		workshop: store.centreName,
		shelves: input.shelves.map((name) => ({ name, code: makeShelfCode(name) })),
	});
	const fileName = "shelves.pdf";
	return { handle: app.media.offer({ mime: "application/pdf", bytes, fileName }), fileName, reprint: false };
}
