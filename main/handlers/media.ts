/** Answers `media.*`. */
import type { mediaCalls } from "../../preload/contract/media.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { drawTicket } from "../services/intake/ticket.ts";

export const mediaHandlers = (app: App): HandlersFor<typeof mediaCalls> => ({
	"media.ticket": (input) => ({ ticket: drawTicket(app, input.orderId, input.role) }),
});
