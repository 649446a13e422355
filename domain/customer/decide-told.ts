/**
 * What a customer tells at the counter, as events: who they are, that they were told about their data, whether they
 * want advertising. Called by the intake, the refusal and corrections of the customer's data. Everything may be left out.
 */
import { refuse } from "../errors.ts";
import type { NewEvent } from "../event/event.ts";
import { type CustomerPersonal, type CustomerState, customerEvents } from "./customer.ts";
import { readPhone } from "./phone.ts";

export type Told = {
	/** Empty = not told, or unchanged for a known customer. */
	name: string;
	phone: string;
	/** The contact is the guardian's; nothing else of a child is kept. */
	under14: boolean;
	/** Version of the privacy notice and how it was given; null = not given now. */
	notice: { version: string; how: "screen" | "paper" | "spoken" } | null;
	/** Null = not asked. */
	marketing: boolean | null;
};

export type KnownCustomer = { state: CustomerState; personal: CustomerPersonal };

/**
 * @param known the folded state and the opened personal part of a customer who has been here before
 * @throws Refusal `customer.bad-phone`, `customer.erased`
 */
export function decideTold(subjectId: string, told: Told, known: KnownCustomer | undefined): NewEvent[] {
	const agg = `subject:${subjectId}` as const;
	const phone = told.phone === "" ? "" : (readPhone(told.phone) ?? refuse("invalid-input", "customer.bad-phone"));
	const said: CustomerPersonal = { ...(told.name && { name: told.name }), ...(phone && { phone }) };
	const events: NewEvent[] = [];
	if (!known) {
		const body = { has: hasOf(said), under14: told.under14 };
		events.push(customerEvents["subject.registered"].make(agg, body, sealed(agg, said)));
	} else {
		if (known.state.erased) refuse("rule-broken", "customer.erased");
		const now = { ...known.personal, ...said };
		const differs = JSON.stringify(sorted(now)) !== JSON.stringify(sorted(known.personal));
		if (differs || known.state.under14 !== told.under14) {
			const body = { has: hasOf(now), under14: told.under14 };
			events.push(customerEvents["subject.set"].make(agg, body, sealed(agg, now)));
		}
	}
	if (told.notice && told.notice.version !== known?.state.noticed) {
		events.push(customerEvents["subject.noticed"].make(agg, { notice: told.notice.version, how: told.notice.how }));
	}
	if (told.marketing !== null && told.marketing !== (known?.state.marketing ?? false)) {
		events.push(customerEvents["subject.consented"].make(agg, { marketing: told.marketing }));
	}
	return events;
}

export type Correction = { name?: string; phone?: string; address?: string };

/**
 * Corrects what is known: an empty text takes the datum away, an absent one leaves it.
 * @throws Refusal `customer.bad-phone`, `customer.erased`, `customer.nothing-changed`
 */
export function decideCorrection(known: KnownCustomer, wanted: Correction): NewEvent[] {
	const { state, personal } = known;
	if (state.erased) refuse("rule-broken", "customer.erased");
	const now: CustomerPersonal = { ...personal };
	for (const field of ["name", "phone", "address"] as const) {
		const text = wanted[field];
		if (text === undefined) continue;
		if (text === "") delete now[field];
		else if (field === "phone") now.phone = readPhone(text) ?? refuse("invalid-input", "customer.bad-phone");
		else now[field] = text;
	}
	if (JSON.stringify(sorted(now)) === JSON.stringify(sorted(personal))) {
		refuse("rule-broken", "customer.nothing-changed");
	}
	const agg = `subject:${state.id}` as const;
	return [customerEvents["subject.set"].make(agg, { has: hasOf(now) }, sealed(agg, now))];
}

function hasOf(personal: CustomerPersonal) {
	return {
		name: personal.name !== undefined,
		phone: personal.phone !== undefined,
		address: personal.address !== undefined,
	};
}

/** Nothing told, nothing sealed. */
function sealed(agg: `subject:${string}`, value: CustomerPersonal) {
	return Object.keys(value).length > 0 ? { personal: { kid: agg, value } } : {};
}

const sorted = (personal: CustomerPersonal) => [personal.name ?? "", personal.phone ?? "", personal.address ?? ""];
