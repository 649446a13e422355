/** What must hold at a workstation: marks never ahead of the archive, cursors and rows together, projections as the model says. */
import { addToChecksum, emptyChecksum } from "../../../../archive/protocol/pull.ts";
import type { Writer } from "../../../../db/open.ts";
import { createProjectors } from "../../../../db/projections/rows.ts";
import { dumpProjections, refoldAll } from "../../../../db/refold.ts";
import type { WeltEvent } from "../../../../domain/event/event.ts";
import { foldPlainly, withoutTwins } from "../oracle.ts";
import type { Seat, World } from "../world.ts";
import type { ArchivedEvent } from "./archive.ts";

/** I2: cheap enough for every step. Says nothing of a PC that hasn't heard of the archive's present life. */
export async function ackFaults({ national }: World, seats: readonly Seat[]): Promise<string[]> {
	const heads = await national.rows<{ dev: string; epoch: number; seq: number }>(
		"SELECT dev, epoch, seq FROM chain_head",
	);
	const known = new Map(heads.map(({ dev, epoch, seq }) => [`${dev}/${epoch}`, seq]));
	const { incarnation } = national.server().archive;
	return seats
		.filter(({ station }) => station.alive() && station.desk.enrolment()?.arch === incarnation)
		.flatMap(({ no, station }) =>
			station.desk.rows
				.chains()
				.filter(({ dev, epoch, acked }) => acked > (known.get(`${dev}/${epoch}`) ?? 0))
				.map(({ dev, epoch, acked }) => `I2 PC ${no}: ${dev}/${epoch} counts as sent up to ${acked}`),
		);
}

/** I3 and I4: everything up to the cursor is here, and the cursor's checksum is that of the feed up to it. */
export function cursorFaults(world: World, { no, store, station }: Seat, whole: readonly ArchivedEvent[]): string[] {
	if (station.desk.enrolment()?.arch !== world.national.server().archive.incarnation) {
		return [`I2 PC ${no} has not heard of the archive's present life`];
	}
	const cursor = station.desk.rows.findCursor(`store:${store.id}`);
	if (!cursor) return [];
	const feed = whole.slice(0, cursor.pos);
	const chk = feed.reduce((sum, { hash }) => addToChecksum(sum, hash), emptyChecksum);
	if (feed.length !== cursor.pos || chk !== cursor.chk) return [`I4 PC ${no}: its cursor is not the feed's`];
	const missing = feed.filter(({ dev, epoch, seq, hash }) => station.desk.rows.hashAt(dev, epoch, seq) !== hash);
	return missing.map(({ dev, epoch, seq }) => `I3 PC ${no}: ${dev}/${epoch}/${seq} was read and is not there`);
}

const hasEvents = (line: string) => {
	if (!line.startsWith("aggregate ")) return true;
	const [, version] = JSON.parse(line.slice(10)) as [string, number];
	return version > 0;
};

const known = new WeakMap<Writer, ReturnType<typeof createProjectors>>();
/** Their statements are prepared once for each database. */
function projectorsOf(db: Writer) {
	const projectors = known.get(db) ?? createProjectors(db);
	known.set(db, projectors);
	return projectors;
}

/** Every row and folded state. An aggregate all of whose events left it keeps its number, which nobody else sees. */
export function dump({ station }: Seat): string {
	return [...dumpProjections(station.db, projectorsOf(station.db))].filter(hasEvents).join("\n");
}

export function refoldFaults(seat: Seat): string[] {
	const live = dump(seat);
	refoldAll(seat.station.db, { mono: () => 0 });
	return dump(seat) === live
		? []
		: [`I5 PC ${seat.no}: folded anew its rows are others\n${difference(live, dump(seat))}`];
}

/** Which of twins counts shows in what is built on it later, if at all: it is looked at by itself. */
function twinFaults(no: number, db: Writer, events: readonly WeltEvent[], texts: readonly string[]): string[] {
	const counted = withoutTwins(events);
	if (counted.length === events.length) return [];
	const textOf = db.prepare("SELECT text FROM event WHERE id = ?").pluck();
	return counted
		.filter((event) => textOf.get(event.id) !== texts[events.indexOf(event)])
		.map(({ id, epoch, seq }) => `I5 PC ${no}: of the twins ${id} not the one at ${epoch}/${seq} counts`);
}

/** The states of a PC that has everything are those of the plain model. */
export function modelFaults({ no, station }: Seat, feed: readonly ArchivedEvent[]): string[] {
	const texts = feed.filter(({ out }) => out === "accepted").map(({ text }) => text);
	const events = texts.map((text) => JSON.parse(text) as WeltEvent);
	const wanted = foldPlainly(events);
	const rows = station.db.prepare("SELECT agg, state FROM aggregate WHERE state IS NOT NULL").all();
	const has = new Map((rows as { agg: string; state: string }[]).map(({ agg, state }) => [agg, state]));
	const states = [...new Set([...wanted.keys(), ...has.keys()])]
		.filter((agg) => wanted.get(agg) !== has.get(agg))
		.map((agg) => `I5 PC ${no}: ${agg} is\n${has.get(agg)}\nand should be\n${wanted.get(agg)}`);
	return [...states, ...twinFaults(no, station.db, events, texts)];
}

/** The first lines two dumps differ in. */
export function difference(a: string, b: string): string {
	const left = new Set(a.split("\n"));
	const right = new Set(b.split("\n"));
	const only = (of: Set<string>, without: Set<string>, mark: string) =>
		[...of].filter((line) => !without.has(line)).map((line) => `${mark} ${line.slice(0, 400)}`);
	return [...only(left, right, "-").slice(0, 4), ...only(right, left, "+").slice(0, 4)].join("\n");
}
