/** People at a workstation write: what the trade is made of, and what concerns customers where a seed has them. */
import { Refusal } from "../../../../domain/errors.ts";
import { actorId } from "../station.ts";
import { someAct } from "../trade.ts";
import type { Seat, World } from "../world.ts";
import { customerAct } from "./customers.ts";

export function write(world: World, seat: Seat): string {
	const { chance, uuid, extras } = world;
	const { station, store } = seat;
	const count = 1 + chance.below(chance.percent(10) ? 12 : 3);
	world.time.pass(1 + chance.below(1000));
	const next = () =>
		extras.customers && chance.percent(35)
			? customerAct(station, store.no, chance, uuid, world.time.now())
			: someAct(station, store.no, chance, uuid);
	for (let one = 0; one < count && station.alive(); one++) {
		try {
			const events = next();
			if (events.length > 0) station.log.append(actorId, events);
		} catch (error) {
			// Nobody works on a job that is elsewhere, nor with a key that is still on its way.
			if (station.alive() && !(error instanceof Refusal)) throw error;
		}
	}
	return `write ${count}`;
}
