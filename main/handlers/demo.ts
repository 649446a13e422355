/** Answers `demo.*`: the demo workshop's own page. */
import type { demoCalls } from "../../preload/contract/demo.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { demoCodes } from "../services/demo/codes.ts";
import { demoSheet } from "../services/demo/sheet.ts";
import { demoTour } from "../services/demo/tour.ts";

export const demoHandlers = (app: App): HandlersFor<typeof demoCalls> => ({
	"demo.codes": ({ language }) => demoCodes(app, language),
	"demo.sheet": ({ language }, { by }) => demoSheet(app, by, language),
	"demo.tour": () => demoTour(app),
});
