/** Answers `order.*`. */
import type { orderCalls } from "../../preload/contract/order.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { addNote, cancelJob, correctJob, voidOrder } from "../services/order/acts.ts";
import { orderPage } from "../services/order/page.ts";
import { orderTimeline } from "../services/order/timeline.ts";

export const orderHandlers = (app: App): HandlersFor<typeof orderCalls> => ({
	"order.get": ({ orderId }) => orderPage(app, orderId),
	"order.timeline": ({ orderId }) => orderTimeline(app, orderId),
	"order.note": (input, { by }) => addNote(app, by, input),
	"order.correctJob": (input, { by }) => correctJob(app, by, input),
	"order.cancelJob": (input, { by }) => cancelJob(app, by, input),
	"order.void": (input, { by }) => voidOrder(app, by, input),
});
