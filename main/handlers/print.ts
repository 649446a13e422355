import type { printCalls } from "../../preload/contract/print.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { entryView, readJournal } from "../services/print/journal-view.ts";
import { previewLabels, printItemLabel, printLabels, printPartLabel } from "../services/print/labels.ts";
import { printPaper, printShelfSheet } from "../services/print/papers.ts";
import { printAgain } from "../services/print/reprint.ts";

export const printHandlers = (app: App): HandlersFor<typeof printCalls> => ({
	"print.paper": (input, { by }) => printPaper(app, by, input),
	"print.labels": (input, { by }) => printLabels(app, by, input),
	"print.itemLabel": (input, { by }) => printItemLabel(app, by, input),
	"print.partLabel": (input, { by }) => printPartLabel(app, by, input),
	"print.shelfSheet": (input) => printShelfSheet(app, input),
	"print.previewLabels": (input) => previewLabels(app, input),
	"print.journal": (input) => readJournal(app, input),
	"print.settle": ({ printId, cameOut }) => entryView(app, app.print.journal.answer(printId, cameOut)),
	"print.again": (input, { by }) => printAgain(app, by, input),
	"print.retry": ({ printId }) => entryView(app, app.print.journal.retry(printId)),
	"print.cancel": ({ printId }) => entryView(app, app.print.journal.cancel(printId)),
});
