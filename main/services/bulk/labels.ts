/** Labels of many jobs in one go: written into the print journal in one transaction, watched and called off by its entries. */
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import type { bulkCalls } from "../../../preload/contract/bulk.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { pieceLabels } from "../print/labels.ts";
import { readSource } from "../print/source.ts";

type Calls = typeof bulkCalls;

/** In the order the jobs were named, an order's labels together. */
export function printBulk(app: App, by: By, input: ParsedOf<Calls["bulk.labels"]>): OutputOf<Calls["bulk.labels"]> {
	const printer = app.print.printers.get(input.printerId);
	const orders = Map.groupBy(new Set(input.jobIds), (id) => app.states.get("job", id).state.order);
	const prints = app.log.transact(() =>
		[...orders].flatMap(([orderId, jobIds]) => {
			const source = readSource(app, orderId);
			const agg = `order:${orderId}` as const;
			const request = {
				...{ kind: "piece-label", subject: agg, personId: by.person },
				title: formatOrderNumber(source.order.number),
			};
			const labels = pieceLabels(source, { jobIds }).map((data) => ({ data, request }));
			const reprint = source.order.papers.some((p) => p.paper === "labels");
			const ids = app.print.label(printer, labels);
			if (ids.length > 0) {
				app.log.append(by.person, [
					orderEvents["order.paper_printed"].make(agg, { paper: "labels", how: "printer", reprint }),
				]);
			}
			return ids;
		}),
	);
	return { prints, printer: printer.profile.name };
}

export function bulkProgress(app: App, { prints }: ParsedOf<Calls["bulk.progress"]>): OutputOf<Calls["bulk.progress"]> {
	const count = { out: 0, waiting: 0, asking: 0, cancelled: 0 };
	for (const id of new Set(prints)) {
		switch (app.print.journal.find(id)?.state) {
			case "sent":
			case "confirmed":
				count.out += 1;
				break;
			case "queued":
			case "sending":
				count.waiting += 1;
				break;
			case "unknown":
			case "failed":
				count.asking += 1;
				break;
			case "cancelled":
				count.cancelled += 1;
				break;
		}
	}
	return count;
}

export function cancelBulk(app: App, { prints }: ParsedOf<Calls["bulk.cancel"]>): OutputOf<Calls["bulk.cancel"]> {
	const { journal } = app.print;
	// The last first: what a printer is about to take next stays the next.
	const waiting = [...new Set(prints)].filter((id) => journal.find(id)?.state === "queued").reverse();
	for (const id of waiting) journal.cancel(id);
	return { cancelled: waiting.length };
}
