/** Answers `scan.*`. */
import type { scanCalls } from "../../preload/contract/scan.ts";
import type { scanOpenCalls } from "../../preload/contract/scan-open.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createOpenDesk } from "../services/scan/open-desk.ts";
import { createScanDesk } from "../services/scan/scan-desk.ts";

export const scanHandlers = (app: App): HandlersFor<typeof scanCalls & typeof scanOpenCalls> => {
	const desk = createScanDesk(app);
	const opener = createOpenDesk(app, desk);
	return {
		"scan.resolve": ({ text }, { by }) => desk.resolve(text, by.person !== ""),
		"scan.open": ({ text }, { by }) => opener.open(text, by.person !== ""),
	};
};
