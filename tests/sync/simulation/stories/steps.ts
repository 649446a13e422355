/** What stories are made of: a step each. */
import { join } from "node:path";
import type { Extras } from "../shop/extras.ts";
import { actorId, copyDisk } from "../station.ts";
import { someAct } from "../trade.ts";
import type { Seat, World } from "../world.ts";

export type Step = (world: World) => Promise<void> | void;
export type Story = { steps: readonly Step[]; extras?: Extras };

export function seatOf({ seats }: World, no: number): Seat {
	const seat = seats[no];
	if (!seat) throw new RangeError(`no PC ${no}`);
	return seat;
}

export const writes = (no: number, count: number) => (world: World) => {
	const { station, store } = seatOf(world, no);
	world.time.pass(10);
	for (let one = 0; one < count; one++) {
		station.log.append(actorId, someAct(station, store.no, world.chance, world.uuid));
	}
};
export const syncs = (no: number) => (world: World) => seatOf(world, no).station.sync();
export const forged = (no: number) => (world: World) => {
	seatOf(world, no).network.forged = true;
};
export const gap = (no: number) => (world: World) => {
	seatOf(world, no).network.gap = true;
};
export const twice = (no: number) => (world: World) => {
	seatOf(world, no).network.twice = true;
};
export const backedUp = ({ national }: World) => national.backUp();
export async function restored(world: World): Promise<void> {
	world.archiveRestored = await world.national.restore();
}
/** Its disk in another PC, which gets the next number. */
export const cloned = (no: number) => (world: World) => {
	const { station, store, path } = seatOf(world, no);
	const to = join(world.dir, `story-${world.seats.length}.db`);
	copyDisk({ db: station.db, path }, to);
	world.addSeat(store, to);
};
