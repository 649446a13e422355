/**
 * Keys of customers once everybody has caught up (I9): of an erased customer none is left anywhere, at a PC or the archive;
 * of everybody else each PC of the store has the one key, if any disk still holds it.
 */
import type { AggId, WeltEvent } from "../../../../domain/event/event.ts";
import { feedOf } from "../invariants/archive.ts";
import type { Seat, Store, World } from "../world.ts";

/** Customers that a store's record names, and those of them that were erased. */
export async function customersOf(world: World, store: Store): Promise<{ named: Set<string>; erased: Set<string> }> {
	const named = new Set<string>();
	const erased = new Set<string>();
	for (const { text, out } of await feedOf(world, store)) {
		if (out !== "accepted") continue;
		const { agg, type, pii, blobs } = JSON.parse(text) as WeltEvent;
		for (const kid of [pii?.kid, ...blobs.map((blob) => blob.kid)]) if (kid) named.add(kid);
		if (type === "subject.erased") erased.add(agg);
	}
	return { named, erased };
}

const keyAt = ({ station }: Seat, kid: string) => station.vault.keyOf(kid as AggId)?.toString("hex");

export async function customerFaults(world: World): Promise<string[]> {
	const faults: string[] = [];
	const kept = await world.national.rows<{ kid: string }>(
		"SELECT DISTINCT kid FROM customer_key WHERE holder LIKE 'brand:%'",
	);
	const archived = new Set(kept.map(({ kid }) => kid));
	const begun = await world.national.rows<{ subject: string }>("SELECT subject FROM erasure");
	for (const store of world.stores) {
		const { named, erased } = await customersOf(world, store);
		for (const { subject } of begun) if (named.has(`subject:${subject}`)) erased.add(`subject:${subject}`);
		const seats = world.seats.filter((seat) => seat.store === store && !world.revoked.has(seat.station.identity.dev));
		for (const kid of erased) {
			if (archived.has(kid)) faults.push(`I9 the archive keeps the key of ${kid}, who was erased`);
			for (const seat of world.seats) {
				if (seat.store !== store || world.revoked.has(seat.station.identity.dev)) continue;
				if (seat.station.keys.find(kid)) faults.push(`I9 PC ${seat.no} keeps the key of ${kid}, who was erased`);
			}
		}
		for (const kid of named) if (!erased.has(kid)) faults.push(...sharedFaults(seats, kid, archived.has(kid)));
	}
	return faults;
}

/** Everybody has it, and it is one. */
function sharedFaults(seats: readonly Seat[], kid: string, archived: boolean): string[] {
	const keys = seats.map((seat) => keyAt(seat, kid));
	const there = new Set(keys.flatMap((key) => key ?? []));
	const faults: string[] = [];
	if (there.size > 1) faults.push(`${kid} has two keys: nobody reads everything of that customer`);
	if (there.size > 0 && !archived) faults.push(`the archive has no key of ${kid}`);
	const lacking = seats.filter((_, at) => keys[at] === undefined);
	if (there.size > 0 || archived) {
		for (const { no } of lacking)
			faults.push(`PC ${no} has no key of ${kid}, which ${archived ? "the archive" : "another"} has`);
	}
	return faults;
}
