/** Answers `followup.*`. */
import type { followupCalls } from "../../preload/contract/followup.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { dueCalls, tick } from "../services/followup/followup.ts";

export const followupHandlers = (app: App): HandlersFor<typeof followupCalls> => ({
	"followup.due": (input) => dueCalls(app, input),
	"followup.tick": (input, { by }) => tick(app, by, input),
});
