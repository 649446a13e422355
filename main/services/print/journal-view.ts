/** The print journal for the screen: what asks for a person first, then newest first. */
import type { PrintEntry } from "../../../db/queries/print-journal.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { printCalls } from "../../../preload/contract/print.ts";
import type { App } from "../../app.ts";

type Calls = typeof printCalls;
type View = OutputOf<Calls["print.settle"]>;

export function entryView(app: App, entry: PrintEntry): View {
	const { printers, papers } = app.print;
	const printer = printers.find(entry.printerId)?.profile.name ?? papers.find(entry.printerId)?.name ?? "";
	return {
		id: entry.id,
		printer,
		kind: entry.kind,
		title: entry.title,
		orderId: entry.subject.startsWith("order:") ? entry.subject.slice(6) : null,
		state: entry.state,
		reason: entry.reason,
		tries: entry.tries,
		again: entry.form === "label" && (entry.state === "sent" || entry.state === "confirmed"),
		askedAt: new Date(entry.askedAt).toISOString(),
		changedAt: new Date(entry.changedAt).toISOString(),
		reprint: entry.reprintOf !== null,
	};
}

const asks = (entry: PrintEntry) => entry.state === "unknown" || entry.state === "failed";

export function readJournal(app: App, input: InputOf<Calls["print.journal"]>): OutputOf<Calls["print.journal"]> {
	const { journal } = app.print;
	const found = input.orderId
		? journal.listBySubject(`order:${input.orderId}`)
		: journal.listRecent(input.limit ?? 100);
	const doubts = input.orderId ? [] : journal.listInDoubt().filter((d) => !found.some((f) => f.id === d.id));
	const all = [...doubts, ...found];
	return { entries: [...all.filter(asks), ...all.filter((e) => !asks(e))].map((e) => entryView(app, e)) };
}
