/** What happens beside the line to the archive: siblings meet, a stick goes over, the head office erases a customer. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../../../domain/errors.ts";
import type { Act } from "../acts.ts";
import type { Seat, World } from "../world.ts";
import { knownTo } from "./customers.ts";
import { meet } from "./meet.ts";
import { write } from "./write.ts";

/** Another PC of the same store, this one's clone among them. */
function beside({ seats, chance }: World, seat: Seat): Seat | undefined {
	const others = seats.filter((one) => one !== seat && one.store === seat.store);
	return others.length > 0 ? chance.pick(others) : undefined;
}

async function someMeeting(world: World, seat: Seat): Promise<string> {
	const { chance } = world;
	const other = beside(world, seat);
	if (!other) return "nobody beside it";
	const how = chance.below(10);
	return meet(world, seat, other, {
		...(how < 3 ? { cutAfter: 1 + chance.below(14) } : how === 3 ? { silentAfter: 5 + chance.below(8) } : {}),
		...(how === 4 ? { trouble: 15 } : {}),
		both: chance.percent(25),
		async meanwhile() {
			if (chance.percent(95)) return;
			const one = chance.pick([seat, other]);
			if (!one.station.alive()) return;
			if (chance.percent(70)) write(world, one);
			else await one.station.sync();
		},
	});
}

/** The whole record on a stick, carried over and read; sometimes only half of the file is there. */
function carryStick(world: World, seat: Seat): string {
	const other = beside(world, seat);
	const from = seat.station.siblings;
	const to = other?.station.siblings;
	if (!other || !from || !to) return "nobody to carry a stick to";
	const path = join(world.dir, "stick");
	from.stick.write(path, new Map());
	try {
		const { stored } = to.stick.read(path);
		return `stick to PC ${other.no}: ${stored} new`;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return `stick to PC ${other.no}: ${error.reason}`;
	} finally {
		rmSync(path, { force: true });
	}
}

export const shopActs: readonly Act[] = [
	{ weight: 14, if: (_, { lan }) => lan, run: someMeeting },
	{ weight: 2, if: (_, { lan }) => lan, run: async (world, seat) => carryStick(world, seat) },
	{
		weight: 3,
		if: (_, { customers }) => customers,
		async run(world) {
			await world.national.carryErasures();
			return "the archive carries erasures on";
		},
	},
	{
		weight: 1,
		if: (_, { customers }) => customers,
		async run(world, { station }) {
			const known = knownTo(station);
			if (known.length === 0) return "nobody to erase";
			const erased = await world.national.erase(world.chance.pick(known));
			return erased ? "the head office erases a customer" : "the head office doesn't know that customer";
		},
	},
];
