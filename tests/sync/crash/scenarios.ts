/** Short stories in which the power is cut once at every numbered step. Each starts in a world where all is well. */
import { join } from "node:path";
import { actorId, copyDisk } from "../simulation/station.ts";
import { someAct } from "../simulation/trade.ts";
import type { Seat, World } from "../simulation/world.ts";

export type Scenario = {
	name: string;
	/** What has happened before. */
	before?(world: World): Promise<void>;
	/** Steps, one after another; a cut one is not tried again by itself. */
	steps: ((world: World) => Promise<void> | void)[];
};

function seatOf(world: World, no: number): Seat {
	const seat = world.seats[no];
	if (!seat) throw new RangeError(`no PC ${no}`);
	return seat;
}

function write(world: World, no: number, count = 2): void {
	const { station, store } = seatOf(world, no);
	world.time.pass(10);
	for (let one = 0; one < count; one++) {
		station.log.append(actorId, someAct(station, store.no, world.chance, world.uuid));
	}
}
const sync = (no: number) => (world: World) => seatOf(world, no).station.sync();
const writes = (no: number) => (world: World) => write(world, no);

function clone(world: World): void {
	const { station, store, path } = seatOf(world, 0);
	const to = join(world.dir, "clone.db");
	copyDisk({ db: station.db, path }, to);
	world.addSeat(store, to);
}

export const scenarios: Scenario[] = [
	{ name: "an intake is pushed", steps: [writes(0), sync(0)] },
	{
		name: "a page is pulled",
		async before(world) {
			write(world, 0, 3);
			await sync(0)(world);
		},
		steps: [sync(1)],
	},
	{
		name: "a cloned disk forks",
		async before(world) {
			clone(world);
			write(world, 0);
			await sync(0)(world);
			write(world, 2);
		},
		steps: [sync(2), sync(0)],
	},
	{
		name: "an old image goes on",
		async before(world) {
			clone(world);
			write(world, 0);
			await sync(0)(world);
		},
		steps: [sync(2), writes(2), sync(2)],
	},
	{
		name: "an archive comes back from its backup",
		async before(world) {
			await world.national.backUp();
			write(world, 0);
			await sync(0)(world);
			await sync(1)(world);
			world.archiveRestored = await world.national.restore();
		},
		steps: [writes(1), sync(1), sync(0)],
	},
];
