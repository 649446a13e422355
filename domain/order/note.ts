/** A remark about an order, kept under the customer's key. Called by the decide functions and the order service. */
import type { NewEvent } from "../event/event.ts";
import type { OrderState } from "./fold.ts";
import { orderEvents } from "./order.ts";

/** `about` is what it was written for: `note` by itself, `void`, `refund`, `correction`. */
export function noteEvent(
	order: Pick<OrderState, "id" | "subject">,
	about: "note" | "void" | "refund" | "correction",
	words: string,
): NewEvent {
	const personal = { kid: `subject:${order.subject}` as const, value: { words } };
	return orderEvents["order.noted"].make(`order:${order.id}`, { about }, { personal });
}
