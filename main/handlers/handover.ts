/** Answers `handover.*`. */
import type { handoverCalls } from "../../preload/contract/handover.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { completeHandover } from "../services/handover/complete.ts";
import { keepForRework } from "../services/handover/keep.ts";
import { openHandover, readyOrders } from "../services/handover/view.ts";

export const handoverHandlers = (app: App): HandlersFor<typeof handoverCalls> => ({
	"handover.ready": () => readyOrders(app),
	"handover.open": ({ orderId }) => openHandover(app, orderId),
	"handover.keep": (input, { by }) => keepForRework(app, by, input),
	"handover.complete": (input, { by }) => completeHandover(app, by, input),
});
