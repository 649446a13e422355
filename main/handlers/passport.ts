/** Answers `passport.*`. */
import type { passportCalls } from "../../preload/contract/passport.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { adopt } from "../services/passport/adopt.ts";
import { askPassport } from "../services/passport/ask.ts";
import { mergeBy } from "../services/passport/double.ts";

export const passportHandlers = (app: App): HandlersFor<typeof passportCalls> => ({
	"passport.ask": (input) => askPassport(app, input),
	"passport.adopt": ({ itemId }, { by }) => adopt(app, by.person, itemId),
	"passport.merge": (input, { by }) => mergeBy(app, by, input),
});
