/**
 * Under whose key a picture is kept: what shows the item under the order's, what shows the customer's hand or papers
 * under the customer's, so that erasing a customer takes those along. Works for drafts and orders.
 */
import { refuse } from "../../../domain/errors.ts";
import { customerRoles } from "../../../preload/contract/media.ts";
import type { App } from "../../app.ts";
import { findDraft } from "./drafts.ts";

/** Refuses not-found `order.not-found` when there is neither an order nor a draft with that id. */
export function drawTicket(app: App, orderId: string, role: string): string {
	const order = app.states.find("order", orderId)?.state;
	const draft = order ? undefined : findDraft(app, orderId)?.draft;
	const subjectId = order?.subject ?? draft?.customer.knownId ?? draft?.customer.subjectId;
	if (subjectId === undefined) refuse("not-found", "order.not-found");
	const personal = customerRoles.some((each) => each === role);
	return app.media.ticket(personal ? `subject:${subjectId}` : `order:${orderId}`, role);
}
