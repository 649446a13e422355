/** An order's paper straight to the printer that takes it: the same PDF the screen would show, written down before it is sent. */
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { refuse } from "../../../domain/errors.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { sendPaperCalls } from "../../../preload/contract/paper-printers.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { drawPaper } from "../print/papers.ts";

type Call = (typeof sendPaperCalls)["print.sendPaper"];

/** Quotes are written for A4, everything else for A5. */
const mediaOf = (paper: ParsedOf<Call>["paper"]) => (paper === "quote" ? "A4" : "A5");

export async function sendPaper(app: App, by: By, input: ParsedOf<Call>): Promise<OutputOf<Call>> {
	const { printerId, copies, ...asked } = input;
	const { papers, journal } = app.print;
	const printer = printerId === undefined ? papers.taking(input.paper) : papers.find(printerId);
	if (!printer) refuse("device-missing", "print.no-paper-printer");
	const { order, bytes, reprint } = await drawPaper(app, asked);
	const agg = `order:${input.orderId}` as const;
	const request = {
		kind: input.paper,
		subject: agg,
		title: formatOrderNumber(order.number),
		personId: by.person,
	};
	const options = { media: mediaOf(input.paper), copies: copies ?? printer.copies, tray: printer.tray } as const;
	let printId = "";
	app.log.transact(() => {
		const body = { paper: input.paper, how: "printer" as const, reprint };
		app.log.append(by.person, [
			orderEvents["order.paper_printed"].make(agg, input.jobId ? { ...body, job: input.jobId } : body),
		]);
		printId = journal.enqueue(printer.id, request, { form: "finished", bytes }, options);
	});
	return { printId, printer: printer.name };
}
