/** Finding, showing and correcting customers. Called by the counter's screens through `customer.*`. */
import { createCounterReader } from "../../../db/queries/counter.ts";
import { customerEvents } from "../../../domain/customer/customer.ts";
import { decideErasure } from "../../../domain/customer/decide-erasure.ts";
import { decideCorrection } from "../../../domain/customer/decide-told.ts";
import { readPhone } from "../../../domain/customer/phone.ts";
import { refuse } from "../../../domain/errors.ts";
import { getReason } from "../../../domain/standard/lookup.ts";
import type { customerCalls, MaskedCustomer } from "../../../preload/contract/customer.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { briefOf, standingItem } from "../item/brief.ts";
import { readOrder } from "../order/order-reader.ts";
import { findMasked, knownCustomer, needUnlocked, openPersonal } from "./masked.ts";

type Calls = typeof customerCalls;
type In<K extends keyof Calls> = ParsedOf<Calls[K]>;
type Out<K extends keyof Calls> = OutputOf<Calls[K]>;

const mostFound = 8;
const mostOrders = 20;
const mostItems = 24;
const iso = (ms: number) => new Date(ms).toISOString();

export function createCustomerDesk(app: App) {
	const rows = createCounterReader(app.reader);

	function masked(subjectId: string): MaskedCustomer {
		return findMasked(app, subjectId) ?? refuse("not-found", "subject.not-found");
	}

	return {
		find({ phone }: In<"customer.find">): Out<"customer.find"> {
			const number = readPhone(phone);
			if (number === undefined) return { readable: false, customers: [] };
			const ids = [...new Set(app.keys.subjectsByPhone(app.vault.phoneHash(number)))].slice(0, mostFound);
			const customers = ids.flatMap((id) => {
				// That this number was ever here is theirs to keep as well.
				if (app.vault.isLocked(`subject:${id}`)) return [];
				const customer = findMasked(app, id);
				if (!customer || customer.erased) return [];
				const { n, last } = rows.countOrders(id);
				return [{ ...customer, orders: n, lastAt: last === null ? null : iso(last) }];
			});
			return { readable: true, customers };
		},

		get({ subjectId }: In<"customer.get">): Out<"customer.get"> {
			const customer = masked(subjectId);
			const orders = rows.ordersOfSubject(subjectId, mostOrders).map((o) => {
				return { orderId: o.id, number: o.number, openedAt: iso(o.opened_at), jobs: o.jobs };
			});
			const items = rows.itemsOfSubject(subjectId, mostItems).flatMap(({ item_id, at }) => {
				const item = standingItem(app, item_id);
				return item ? [{ ...briefOf(item), jobId: rows.openJobOfItem(item.id) ?? null, lastAt: iso(at) }] : [];
			});
			return { customer, orders, items };
		},

		reveal(by: By, { subjectId, field, reason }: In<"customer.reveal">): Out<"customer.reveal"> {
			const { state } = app.states.get("subject", subjectId);
			if (state.erased) refuse("rule-broken", "customer.erased");
			getReason(app.standard.index.standard, "show-customer", reason);
			needUnlocked(app, subjectId);
			const value = openPersonal(app, state)[field] ?? refuse("not-found", "customer.not-told");
			app.log.append(by.person, [customerEvents["subject.viewed"].make(`subject:${subjectId}`, { field, reason })]);
			return { value };
		},

		set(by: By, { subjectId, version, ...wanted }: In<"customer.set">): Out<"customer.set"> {
			app.states.getAt("subject", subjectId, version);
			const { name, phone, address } = wanted;
			const events = decideCorrection(knownCustomer(app, subjectId), {
				...(name === undefined ? {} : { name }),
				...(phone === undefined ? {} : { phone }),
				...(address === undefined ? {} : { address }),
			});
			app.log.transact(() => {
				app.log.append(by.person, events);
				if (phone === undefined) return;
				const number = readPhone(phone);
				app.keys.setPhone(subjectId, number === undefined ? undefined : app.vault.phoneHash(number));
			});
			return { customer: masked(subjectId) };
		},

		erase(by: By, { subjectId, version, reason }: In<"customer.erase">): Out<"customer.erase"> {
			const { state } = app.states.getAt("subject", subjectId, version);
			const orders = rows.ordersOfSubject(subjectId, Number.MAX_SAFE_INTEGER).map(({ id }) => {
				const { order, jobs } = readOrder(app, id);
				return { order, jobs: jobs.map(({ job }) => job) };
			});
			// Keys, pictures and drafts go with the event, as they do wherever else it arrives.
			app.log.append(by.person, decideErasure(state, orders, reason));
			return { customer: masked(subjectId) };
		},

		consent(by: By, { subjectId, version, marketing }: In<"customer.consent">): Out<"customer.consent"> {
			const { state } = app.states.getAt("subject", subjectId, version);
			if (state.erased) refuse("rule-broken", "customer.erased");
			if (state.marketing !== marketing) {
				app.log.append(by.person, [customerEvents["subject.consented"].make(`subject:${subjectId}`, { marketing })]);
			}
			return { customer: masked(subjectId) };
		},
	};
}
