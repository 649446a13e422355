/** Answers `customer.*`. */
import type { customerCalls } from "../../preload/contract/customer.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { createCustomerDesk } from "../services/customer/customer-desk.ts";

export const customerHandlers = (app: App): HandlersFor<typeof customerCalls> => {
	const desk = createCustomerDesk(app);
	return {
		"customer.find": (input) => desk.find(input),
		"customer.get": (input) => desk.get(input),
		"customer.reveal": (input, { by }) => desk.reveal(by, input),
		"customer.set": (input, { by }) => desk.set(by, input),
		"customer.erase": (input, { by }) => desk.erase(by, input),
		"customer.consent": (input, { by }) => desk.consent(by, input),
	};
};
