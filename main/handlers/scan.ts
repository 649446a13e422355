/** Answers `scan.*`. */
import type { scanCalls } from "../../preload/contract/scan.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createScanDesk } from "../services/scan/scan-desk.ts";

export const scanHandlers = (app: App): HandlersFor<typeof scanCalls> => {
	const desk = createScanDesk(app);
	return { "scan.resolve": ({ text }, { by }) => desk.resolve(text, by.person !== "") };
};
