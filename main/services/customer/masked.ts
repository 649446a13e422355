/** Customers as screens may show them. The only way a name or phone leaves the core, but for `customer.reveal`. */
import type { CustomerPersonal, CustomerState } from "../../../domain/customer/customer.ts";
import type { KnownCustomer } from "../../../domain/customer/decide-told.ts";
import { refuse } from "../../../domain/errors.ts";
import { maskName, maskPhone } from "../../../domain/mask/mask.ts";
import type { MaskedCustomer } from "../../../preload/contract/customer.ts";
import type { App } from "../../app.ts";

/** Undefined when no such customer is registered. */
export function findMasked(app: App, subjectId: string): MaskedCustomer | undefined {
	const found = app.states.find("subject", subjectId);
	if (!found) return undefined;
	const { state, version } = found;
	const entry = state.personalIn ? app.directory.find(subjectId) : undefined;
	return {
		subjectId,
		name: state.has.name ? maskName(entry?.name ?? "") : "",
		phone: state.has.phone ? maskPhone(entry?.phone ?? "") : "",
		under14: state.under14,
		marketing: state.marketing,
		noticed: state.noticed,
		erased: state.erased,
		version,
	};
}

/** What a customer told, in full: for decisions inside the core only. Nothing while it is locked. */
export function openPersonal(app: App, state: CustomerState): CustomerPersonal {
	const event = state.personalIn === null ? undefined : app.events.find(state.personalIn);
	return (event && (app.vault.open(event) as CustomerPersonal | undefined)) ?? {};
}

/** This PC may not open what they told for the time being: refuses rule-broken `customer.locked`. */
export function needUnlocked(app: App, subjectId: string): void {
	if (app.vault.isLocked(`subject:${subjectId}`)) refuse("rule-broken", "customer.locked");
}

/** State and personal part together; refuses not-found `subject.not-found`, rule-broken `customer.locked`. */
export function knownCustomer(app: App, subjectId: string): KnownCustomer {
	needUnlocked(app, subjectId);
	const { state } = app.states.get("subject", subjectId);
	return { state, personal: openPersonal(app, state) };
}
