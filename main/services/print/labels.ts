/** Label contents from the folded states. A label hangs in an open shop: nothing about the customer is on it. */
import { setImmediate as nextTask } from "node:timers/promises";
import { formatOrderNumber, makePieceLabel } from "../../../domain/code/order-number.ts";
import { makeItemCode, makePartCode } from "../../../domain/code/own.ts";
import { refuse } from "../../../domain/errors.ts";
import type { ItemState } from "../../../domain/item/item.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { printCalls } from "../../../preload/contract/print.ts";
import type { App } from "../../app.ts";
import type { PrintRequest } from "../../print/journal.ts";
import type { LabelData } from "../../print/label/labels.ts";
import type { By } from "../../router.ts";
import { createNames } from "./names.ts";
import type { PaperSource } from "./paper-parts.ts";
import { readSource } from "./source.ts";

type Calls = typeof printCalls;

/** One label per piece still with us; `only` narrows to jobs or running piece numbers. */
export function pieceLabels(
	source: PaperSource,
	only: { jobIds?: readonly string[] | undefined; pieceNos?: readonly number[] | undefined } = {},
): LabelData[] {
	const { names, order } = source;
	return source.jobs.flatMap(({ job, item }) => {
		if (job.voided || (only.jobIds && !only.jobIds.includes(job.id))) return [];
		const asked = [...job.services, ...(job.quotes.at(-1)?.lines ?? []).filter((l) => !l.included).map((l) => l.code)];
		const service = [...new Set(asked)].map(names.operation).join(" · ");
		return job.pieces
			.map((piece, i) => ({ piece, i }))
			.filter(({ piece }) => !piece.gone && (!only.pieceNos || only.pieceNos.includes(piece.no)))
			.map(({ piece, i }) => ({
				kind: "piece" as const,
				language: names.language,
				orderNo: order.number,
				code: makePieceLabel(order.number, piece.no),
				pieceName: names.pieceShort(piece.kind),
				pieceIndex: i + 1,
				pieceCount: job.pieces.length,
				what: names.what(item),
				...(service ? { service } : {}),
				promisedOn: names.day(job.promisedAt),
			}));
	});
}

function itemLabel(item: ItemState, what: string, language: "zh-CN" | "en", brand: string): LabelData {
	const lifelong = item.codes.find((c) => c.kind === "lifelong") ?? refuse("rule-broken", "item.no-lifelong-code");
	const serial = item.codes.find((c) => c.kind === "serial");
	return {
		kind: "item",
		language,
		code: makeItemCode(lifelong.value),
		codeText: lifelong.value,
		what,
		...(brand ? { brand } : {}),
		...(serial ? { serialNo: serial.value } : {}),
	};
}

/** `title` is shown in the list of prints: an order number, never a name. */
function requests(kind: string, subject: string, title: string, by: By): PrintRequest {
	return { kind, subject, title, personId: by.person };
}

export function printLabels(app: App, by: By, input: InputOf<Calls["print.labels"]>): OutputOf<Calls["print.labels"]> {
	const source = readSource(app, input.orderId);
	const printer = app.print.printers.get(input.printerId);
	const labels = pieceLabels(source, input);
	const agg = `order:${input.orderId}` as const;
	const reprint = source.order.papers.some((p) => p.paper === "labels");
	app.log.transact(() => {
		const request = requests("piece-label", agg, formatOrderNumber(source.order.number), by);
		app.print.label(
			printer,
			labels.map((data) => ({ data, request })),
		);
		app.log.append(by.person, [
			orderEvents["order.paper_printed"].make(agg, { paper: "labels", how: "printer", reprint }),
		]);
	});
	return { queued: labels.length, printer: printer.profile.name };
}

export function printItemLabel(
	app: App,
	by: By,
	input: InputOf<Calls["print.itemLabel"]>,
): OutputOf<Calls["print.itemLabel"]> {
	const { state: item } = app.states.get("item", input.itemId);
	const { state: store } = app.store();
	const printer = app.print.printers.get(input.printerId);
	const names = createNames(app.standard.index, store.language, store.calendar.zone);
	const data = itemLabel(item, names.what(item), names.language, names.brand(item.brand));
	app.print.label(printer, [{ data, request: requests("item-label", `item:${item.id}`, names.kind(item.kind), by) }]);
	return { queued: 1, printer: printer.profile.name };
}

export function printPartLabel(
	app: App,
	by: By,
	input: InputOf<Calls["print.partLabel"]>,
): OutputOf<Calls["print.partLabel"]> {
	const part = app.standard.index.parts.get(input.part) ?? refuse("not-found", "standard.unknown-part");
	const { state: store } = app.store();
	const printer = app.print.printers.get(input.printerId);
	const names = createNames(app.standard.index, store.language, store.calendar.zone);
	const data: LabelData = {
		kind: "part",
		language: names.language,
		code: makePartCode(part.code, input.lot),
		partNo: part.code,
		name: names.part(part.code),
		...(part.spec ? { spec: part.spec } : {}),
		...(input.lot ? { lot: input.lot } : {}),
	};
	const copies = input.copies ?? 1;
	const request = requests("part-label", `part:${part.code}`, part.code, by);
	app.print.label(
		printer,
		Array.from({ length: copies }, () => ({ data, request })),
	);
	return { queued: copies, printer: printer.profile.name };
}

/**
 * One label at a time, the process free in between: other calls don't wait for a large order, and a canvas' dots, which
 * the runtime only gives back between two tasks, don't pile up.
 */
export async function previewLabels(
	app: App,
	input: InputOf<Calls["print.previewLabels"]>,
): Promise<OutputOf<Calls["print.previewLabels"]>> {
	const source = readSource(app, input.orderId);
	const printer = app.print.printers.get(input.printerId);
	const handles: string[] = [];
	for (const data of pieceLabels(source)) {
		handles.push(app.media.offer({ mime: "image/png", bytes: app.print.picture(printer, data) }));
		await nextTask();
	}
	return { handles };
}
