/**
 * A label of the journal once more, with a mark that says so. Drawn from what the label said then, which the journal
 * keeps: the printer's bytes would be of no use after a change of printer or labels, and the order itself may say
 * something else by now.
 */
import { refuse } from "../../../domain/errors.ts";
import type { InputOf, OutputOf } from "../../../preload/contract/define.ts";
import type { printCalls } from "../../../preload/contract/print.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { readLabel } from "./desk.ts";
import { entryView } from "./journal-view.ts";

type Calls = typeof printCalls;

export function printAgain(app: App, by: By, input: InputOf<Calls["print.again"]>): OutputOf<Calls["print.again"]> {
	const { journal, printers } = app.print;
	const entry = journal.find(input.printId) ?? refuse("not-found", "print.no-such-entry");
	if (entry.state !== "sent" && entry.state !== "confirmed") {
		refuse("rule-broken", "print.not-out-yet", { state: entry.state });
	}
	const label = journal.label(entry) ?? refuse("rule-broken", "print.not-a-label");
	const printer = input.printerId ? printers.get(input.printerId) : (printers.find(entry.printerId) ?? printers.get());
	const { kind, subject, title } = entry;
	const request = { kind, subject, title, personId: by.person, reprintOf: entry.id };
	const [id = ""] = app.print.label(printer, [{ data: readLabel(label), request }]);
	return entryView(app, journal.find(id) ?? entry);
}
