/** The customer of a drop-off: registered, brought up to date, told about their data, asked about advertising. */
import type { CustomerState } from "../../../../domain/customer/customer.ts";
import { decideTold } from "../../../../domain/customer/decide-told.ts";
import { readPhone } from "../../../../domain/customer/phone.ts";
import { refuse } from "../../../../domain/errors.ts";
import type { CustomerDraft } from "../../../../preload/contract/intake-draft.ts";
import { openPersonal } from "../../customer/masked.ts";
import type { Receipt } from "./receipt.ts";

/**
 * Saying "no phone" or "no name" is enough; saying nothing is not.
 * @param notice version of the privacy notice in force
 */
export function receiveCustomer({ app, subjectId, append }: Receipt, told: CustomerDraft, notice: string): void {
	const state = app.log.state<CustomerState>(`subject:${subjectId}`)?.state;
	if (told.knownId !== null && !state) refuse("not-found", "subject.not-found");
	const known = state && { state, personal: openPersonal(app, state) };
	if (!told.phone && !told.noPhone && !state?.has.phone) refuse("rule-broken", "customer.phone-missing");
	if (!told.name && !told.noName && !state?.has.name) refuse("rule-broken", "customer.name-missing");
	if (told.notice === null && state?.noticed !== notice) refuse("rule-broken", "customer.notice-missing");
	const { name, phone, marketing } = told;
	const locked = state !== undefined && app.vault.isLocked(`subject:${subjectId}`);
	// What they told before can't be read here, so nothing can be added to it; what they bring is taken in all the same.
	if (locked && (name !== "" || phone !== "")) refuse("rule-broken", "customer.locked");
	const under14 = locked ? state.under14 : told.under14;
	const given = told.notice && { version: notice, how: told.notice };
	append(decideTold(subjectId, { name, phone, under14, notice: given, marketing }, known));
	const number = phone === "" ? undefined : readPhone(phone);
	if (number !== undefined) app.keys.setPhone(subjectId, app.vault.phoneHash(number));
}
