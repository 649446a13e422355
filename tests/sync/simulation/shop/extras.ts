/** What a seed has beyond workstations and an archive. Drawn apart from its chance: a seed without extras stays what it was. */
import { createLocalRows } from "../../../../db/queries/local.ts";
import { defaultCalendar } from "../../../../domain/clock/calendar.ts";
import { pcEvents } from "../../../../domain/store/pcs.ts";
import { defaultPolicies, storeEvents } from "../../../../domain/store/store.ts";
import type { Random } from "../../../../main/ports.ts";
import { createEnrolmentStore } from "../../../../main/sync/enrolment.ts";
import { createLanStore } from "../../../../main/sync/lan/settings.ts";
import { createChance } from "../chance.ts";
import { actorId } from "../station.ts";
import type { Seat } from "../world.ts";

export type Extras = {
	/** The PCs of a store are paired and meet on a network of their own. */
	lan: boolean;
	/** Customers with keys, and pictures. */
	customers: boolean;
	/** The last PC of the first store is enrolled nowhere until everybody catches up. */
	lineless: boolean;
	pcs: readonly number[];
};

export const plain: Extras = { lan: false, customers: false, lineless: false, pcs: [2, 1] };

export function extrasOf(seed: number): Extras {
	const chance = createChance(seed + 500_000);
	const lan = chance.percent(30);
	const customers = chance.percent(30);
	const lineless = lan && chance.percent(40);
	return { lan, customers, lineless, pcs: lan && chance.percent(30) ? [3, 1] : [2, 1] };
}

/** The store is founded and its PCs are paired, by what its first one writes: they know each other from its record. */
export function pairAll(seats: readonly Seat[], random: Random): void {
	const [first] = seats;
	if (!first) return;
	const { code, id } = first.store;
	const founded = storeEvents["store.founded"].make(`store:${id}`, {
		...{
			code,
			brandName: "百丽",
			centreName: "样板店",
			address: "路1号",
			phone: "0571",
			province: "",
			language: "zh-CN",
		},
		calendar: defaultCalendar,
		policies: defaultPolicies,
	});
	const paired = seats.map(({ no, station }) => {
		const { key } = createEnrolmentStore(createLocalRows(station.db), station.vault).keys();
		const body = { dev: station.identity.dev, key, name: `电脑${no}`, station: no + 1 };
		return pcEvents["store.pc_paired"].make(`store:${id}`, body);
	});
	first.station.log.append(actorId, [founded, ...paired]);
	const stores = seats.map(({ station }) => createLanStore(createLocalRows(station.db), station.vault, random));
	stores[0]?.renewSecret();
	const secrets = stores[0]?.secrets().map(({ n, key }): [number, string] => [n, key.toString("base64")]) ?? [];
	for (const store of stores.slice(1)) store.takeSecrets(secrets);
	// As the pairing itself does it: a PC that joins has the record from the one beside it.
	const texts = first.station.db.prepare("SELECT text FROM event ORDER BY seq").pluck().all() as string[];
	for (const { station } of seats.slice(1)) station.log.receive(texts.map((text) => ({ text })));
}
