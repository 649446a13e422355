/** Answers `pairing.*`. */
import type { pairingCalls } from "../../preload/contract/pairing.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { pairingSheet } from "../services/pairing/sheet.ts";

export const pairingHandlers = (app: App): HandlersFor<typeof pairingCalls> => ({
	"pairing.sheet": ({ language }) => pairingSheet(app, language),
});
