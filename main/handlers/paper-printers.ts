/** Answers `paperPrinters.*` and `print.sendPaper`. */
import type { paperPrintersCalls, sendPaperCalls } from "../../preload/contract/paper-printers.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import {
	askPaperPrinter,
	listPaperPlaces,
	listPaperPrinters,
	removePaperPrinter,
	savePaperPrinter,
	testPaperPrinter,
} from "../services/printers/paper-printers-view.ts";
import { sendPaper } from "../services/printers/send-paper.ts";

export const paperPrintersHandlers = (app: App): HandlersFor<typeof paperPrintersCalls & typeof sendPaperCalls> => ({
	"paperPrinters.list": () => listPaperPrinters(app),
	"paperPrinters.save": (input) => savePaperPrinter(app, input),
	"paperPrinters.remove": (input) => removePaperPrinter(app, input),
	"paperPrinters.status": (input) => askPaperPrinter(app, input),
	"paperPrinters.places": () => listPaperPlaces(),
	"paperPrinters.test": (input, { by }) => testPaperPrinter(app, by, input),
	"print.sendPaper": (input, { by }) => sendPaper(app, by, input),
});
