/** Answers `labels.*`. */
import type { labelsCalls } from "../../preload/contract/labels.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { printCalibration, setHeat, setOffset } from "../services/labels/calibration.ts";
import * as layouts from "../services/labels/layouts.ts";

export const labelsHandlers = (app: App): HandlersFor<typeof labelsCalls> => ({
	"labels.layouts": () => layouts.listLayouts(app),
	"labels.read": (input) => layouts.readLayout(app, input),
	"labels.preview": (input) => layouts.previewLayout(app, input),
	"labels.save": (input) => layouts.saveLayout(app, input),
	"labels.reset": (input) => layouts.resetLayout(app, input),
	"labels.logoTicket": () => layouts.logoTicket(app),
	"labels.addLogo": (input) => layouts.addLogo(app, input),
	"labels.printCalibration": (input, { by }) => printCalibration(app, by, input),
	"labels.setHeat": (input) => setHeat(app, input),
	"labels.setOffset": (input) => setOffset(app, input),
});
