import type { printersCalls } from "../../preload/contract/printers.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { listPlaces } from "../services/printers/places.ts";
import {
	askPrinter,
	listPrinters,
	removePrinter,
	savePrinter,
	testPrinter,
	virtualOutput,
} from "../services/printers/printers-view.ts";

export const printersHandlers = (app: App): HandlersFor<typeof printersCalls> => ({
	"printers.list": () => listPrinters(app),
	"printers.save": (input) => savePrinter(app, input),
	"printers.remove": (input) => removePrinter(app, input),
	"printers.status": (input) => askPrinter(app, input),
	"printers.places": () => listPlaces(),
	"printers.test": (input, { by }) => testPrinter(app, by, input),
	"printers.output": (input) => virtualOutput(app, input),
});
