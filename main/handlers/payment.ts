/** Answers `payment.*`. */
import type { paymentCalls } from "../../preload/contract/payment.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { refundPayment, takePayment } from "../services/payment/payment.ts";

export const paymentHandlers = (app: App): HandlersFor<typeof paymentCalls> => ({
	"payment.take": (input, { by }) => takePayment(app, by, input),
	"payment.refund": (input, { by }) => refundPayment(app, by, input),
});
