/** What people do with customers in a simulation: take their names, change them, photograph, open pictures, erase. */
import { customerEvents } from "../../../../domain/customer/customer.ts";
import type { AggId, NewEvent } from "../../../../domain/event/event.ts";
import { jobEvents } from "../../../../domain/job/job.ts";
import type { Chance } from "../chance.ts";
import type { Station } from "../station.ts";
import { idOf } from "../trade.ts";

const has = { name: true, phone: false, address: false };

/** Customers this PC knows, in the order of their ids. */
export function knownTo({ db }: Station): string[] {
	return db.prepare("SELECT id FROM subjects WHERE erased = 0 ORDER BY id").pluck().all() as string[];
}

export function registers(id: string, name: string): NewEvent {
	const agg: AggId = `subject:${id}`;
	const body = { has, under14: false };
	return customerEvents["subject.registered"].make(agg, body, { personal: { kid: agg, value: { name } } });
}

export function renames(id: string, name: string): NewEvent {
	const agg: AggId = `subject:${id}`;
	return customerEvents["subject.set"].make(agg, { has }, { personal: { kid: agg, value: { name } } });
}

export function erases(id: string): NewEvent {
	return customerEvents["subject.erased"].make(`subject:${id}`, { reason: "asked" });
}

/** A picture of a customer's thing, on one of the store's two jobs. Its key is the customer's. */
export function photographs({ blobs }: Station, store: number, id: string, chance: Chance, nowMs: number): NewEvent {
	const plain = chance.bytes(200 + chance.below(chance.percent(30) ? 20_000 : 2_000));
	const picture = blobs.put(`subject:${id}`, "image/jpeg", "before", plain, nowMs);
	return jobEvents["job.photographed"].make(`job:${idOf(store, chance.below(2))}`, {}, { blobs: [picture] });
}

/** Somebody wants to see pictures that lie elsewhere. */
export function opensPictures({ db, transfers }: Station): void {
	const away = db.prepare("SELECT sha FROM blob_transfer WHERE state = 'away' ORDER BY sha LIMIT 2").pluck().all();
	for (const sha of away as string[]) transfers.want(sha);
}

/** One act about a customer, at a workstation of that store. */
export function customerAct(
	station: Station,
	store: number,
	chance: Chance,
	uuid: () => string,
	nowMs: number,
): NewEvent[] {
	const known = knownTo(station);
	const kind = chance.below(12);
	if (known.length === 0 || (kind < 3 && known.length < 6)) return [registers(uuid(), `顾客${chance.below(1000)}`)];
	const id = chance.pick(known);
	if (kind < 5) return [renames(id, `改名${chance.below(1000)}`)];
	if (kind < 9) return [photographs(station, store, id, chance, nowMs)];
	if (kind < 11) {
		opensPictures(station);
		return [];
	}
	return [erases(id)];
}
