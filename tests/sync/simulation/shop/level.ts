/** What must hold of two PCs that talked to the end: what one could hand on the other has, and the same chains give the same rows. */
import { sha256 } from "../../../../db/log.ts";
import type { Writer } from "../../../../db/open.ts";
import { createSiblingRows } from "../../../../db/queries/exchange/siblings.ts";
import { type ChainLink, chainFaults } from "../../../../domain/event/chain.ts";
import { difference, dump } from "../invariants/station.ts";
import type { Seat } from "../world.ts";

function chainsOf({ station }: Seat): string {
	const rows = station.db
		.prepare("SELECT lower(hex(e.hash)) FROM event e JOIN chain c ON c.n = e.chain ORDER BY c.dev, c.epoch, e.seq")
		.pluck();
	return rows.all().join("\n");
}

/** Chains that both hold differently, or where one lacks what the other vouches for although nothing stands in the way. */
function missing(from: Seat, to: Seat): string[] {
	const reaches = createSiblingRows(from.station.db).vouched();
	const ends = new Map(
		createSiblingRows(to.station.db)
			.ends()
			.map(({ dev, epoch, seq }) => [`${dev}/${epoch}`, seq]),
	);
	return reaches.flatMap(({ dev, epoch, seq }) => {
		const end = ends.get(`${dev}/${epoch}`) ?? 0;
		if (end >= seq) return [];
		// A branch: the two hold something else at the last place they share.
		const differs =
			end > 0 && from.station.desk.rows.hashAt(dev, epoch, end) !== to.station.desk.rows.hashAt(dev, epoch, end);
		return differs ? [] : [`PC ${to.no} met PC ${from.no} and lacks ${dev}/${epoch} from ${end} to ${seq}`];
	});
}

/** Each chain of this store at a PC is one, event by event, whoever brought it. */
export function chainFaultsAt({ no, station }: Seat): string[] {
	const links = station.db
		.prepare(
			`SELECT c.dev, c.epoch, e.seq, lower(hex(e.hash)) AS hash, e.text, json_extract(e.text, '$.prev') AS prev
			FROM event e JOIN chain c ON c.n = e.chain WHERE NOT c.partial ORDER BY c.dev, c.epoch, e.seq`,
		)
		.all() as ChainLink[];
	return [...chainFaults(sha256, links)].map((fault) => `I1 PC ${no}: ${JSON.stringify(fault)}`);
}

const anyAside = (db: Writer) =>
	db.prepare("SELECT 1 FROM event_mark WHERE out <> 'accepted' LIMIT 1").get() !== undefined;

export function levelFaults(a: Seat, b: Seat): string[] {
	// Two copies of one disk don't talk to each other.
	if (a.station.identity.dev === b.station.identity.dev) return [];
	const faults = [...missing(a, b), ...missing(b, a)];
	// What the archive set aside goes on counting where it was written, and elsewhere until one has heard of it.
	const asides = [a, b].some(({ station }) => anyAside(station.db));
	if (!asides && chainsOf(a) === chainsOf(b) && dump(a) !== dump(b)) {
		faults.push(`I5 PCs ${a.no} and ${b.no} have the same chains and differ\n${difference(dump(a), dump(b))}`);
	}
	return faults;
}
