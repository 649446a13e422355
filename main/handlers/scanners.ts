/** Answers `scanners.*`. */
import type { scannersCalls } from "../../preload/contract/scanners.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import {
	listScannerPorts,
	listScanners,
	removeScanner,
	saveScanner,
	setRepeat,
} from "../services/scanners/scanners.ts";

export const scannersHandlers = (app: App): HandlersFor<typeof scannersCalls> => ({
	"scanners.list": () => listScanners(app),
	"scanners.ports": () => listScannerPorts(app),
	"scanners.save": (input) => saveScanner(app, input),
	"scanners.remove": (input) => removeScanner(app, input),
	"scanners.repeat": (input) => setRepeat(app, input),
});
