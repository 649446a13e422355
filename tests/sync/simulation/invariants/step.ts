/** What must hold on a workstation's own disk after every step, whatever the archive has: a few looks by key. */
import type { LogIdentity } from "../../../../db/log.ts";
import type { Seat, World } from "../world.ts";

/** It writes in the epoch that the disk names: opened anew it goes on there and not in a branch it gave up. */
function epochFaults({ no, station }: Seat): string[] {
	const text = station.db.prepare("SELECT value FROM settings WHERE name = 'identity'").pluck().get() as string;
	const { epoch } = JSON.parse(text) as LogIdentity;
	const { epoch: writes } = station.log.identity;
	return epoch === writes ? [] : [`I6 PC ${no} writes in epoch ${writes}, its disk says ${epoch}`];
}

/** What had to leave the log is held for a person to see, unless a power cut took back that it left. */
function leftFaults({ no, station }: Seat): string[] {
	if (station.left.size === 0) return [];
	const held = new Set(station.desk.rows.listHeld().map(({ hash }) => hash));
	const there = station.db.prepare("SELECT 1 FROM event WHERE hash = ?").pluck();
	return [...station.left]
		.filter((hash) => !held.has(hash) && there.get(Buffer.from(hash, "hex")) === undefined)
		.map((hash) => `I6 PC ${no}: ${hash} left the log and is nowhere`);
}

/** Nothing the archive keeps in order is ever set aside here: only branches are held, and what a sibling said against the log. */
function heldFaults({ no, station }: Seat): string[] {
	return station.desk.rows
		.listHeld()
		.filter(({ reason, from }) => reason !== "branch" && !/^(lan|stick):/.test(from))
		.map(({ hash, reason }) => `I3 PC ${no}: ${hash} came from the feed and is held: ${reason}`);
}

/** A key whose customer was erased is gone, and stays gone. */
function erasedFaults({ no, station }: Seat): string[] {
	const back = station.db.prepare("SELECT kid FROM keys WHERE kid IN (SELECT kid FROM erased_keys)").pluck().all();
	return (back as string[]).map((kid) => `I9 PC ${no}: the key of ${kid} is here although its customer was erased`);
}

export const stepFaults = ({ seats }: World): string[] =>
	seats
		.filter(({ station }) => station.alive())
		.flatMap((seat) => [...epochFaults(seat), ...leftFaults(seat), ...heldFaults(seat), ...erasedFaults(seat)]);
