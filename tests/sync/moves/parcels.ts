/** What workshops do with the first one's orders in a simulation: send, accept, take back, say who has it, work on it, take money. */
import { Refusal } from "../../../domain/errors.ts";
import { decisionBase } from "../../../domain/event/decision.ts";
import type { AggId, NewEvent } from "../../../domain/event/event.ts";
import { jobEvents } from "../../../domain/job/job.ts";
import type { JobState } from "../../../domain/job/state.ts";
import { orderEvents } from "../../../domain/order/order.ts";
import { powerUp } from "../simulation/acts.ts";
import { actorId } from "../simulation/station.ts";
import { idOf } from "../simulation/trade.ts";
import type { Seat, World } from "../simulation/world.ts";

/** The orders that may move: those of the first store's two jobs. */
export const moving = [0, 1].map((no) => idOf(0, no));

const byHand = { toName: "", fromName: "", codeHash: "0".repeat(64), carrier: "own", waybill: "", seal: "" };

/** The first store's orders are opened; one is on its way to the second store and known there. */
export async function openOrders({ seats, stores, national, uuid }: World): Promise<void> {
	const [first] = seats;
	for (const [no, id] of moving.entries()) {
		const body = { number: `0123401000001${no}`, token: `t${no}`, subject: idOf(0, 9), jobs: [id], promisedAt: 1 };
		const opened = { ...body, standard: "1", prices: "1", notice: "1" };
		first?.station.log.append(actorId, [orderEvents["order.opened"].make(`order:${id}`, opened)]);
	}
	const [id = ""] = moving;
	const body = { parcel: uuid(), to: stores[1]?.id ?? "", ...byHand };
	const refs = [`order:${id}` as const];
	first?.station.log.append(actorId, [jobEvents["job.dispatched"].make(`job:${id}`, body, { refs })]);
	for (let round = 0; round < 2; round++) {
		for (const { station } of seats) await station.sync();
		await national.project();
	}
}

function eventsOf({ chance, stores, uuid }: World, { store, station }: Seat, id: string): [string, NewEvent[]] {
	const agg: AggId = `job:${id}`;
	const state = station.log.state<JobState>(agg)?.state;
	if (!state) return ["nothing here", []];
	const heads = decisionBase(state.heads, "custody");
	const decided = { base: heads, refs: [`order:${id}` as const] };
	const parcel = state.moves.at(-1)?.parcel;
	const to = chance.pick(stores.filter((other) => other !== store));
	const [kept = ""] = heads;
	const facts = chance.below(1000);
	switch (chance.below(6)) {
		case 0:
			return [
				`send to ${to.no}`,
				[jobEvents["job.dispatched"].make(agg, { parcel: uuid(), to: to.id, ...byHand }, decided)],
			];
		case 1:
			if (!parcel || state.moves.at(-1)?.to !== store.id) return ["nothing to accept", []];
			return ["accept", [jobEvents["job.accepted"].make(agg, { parcel, code: "c", sealWhole: true }, decided)]];
		case 2:
			if (!parcel || state.moves.at(-1)?.from !== store.id) return ["nothing to take back", []];
			return ["take back", [jobEvents["job.recalled"].make(agg, { parcel, reason: "r" }, decided)]];
		case 3:
			if (heads.length < 2) return ["no dispute", []];
			return ["say who has it", [jobEvents["job.custody_resolved"].make(agg, { kept, reason: "r" }, decided)]];
		case 4:
			return ["shelve", [jobEvents["job.shelved"].make(agg, { shelf: `B${facts}` })]];
		default: {
			const body = { id: uuid(), kind: "deposit", method: "cash", amountFen: facts } as const;
			return ["take money", [orderEvents["order.paid"].make(`order:${id}`, body)]];
		}
	}
}

/** One act on one of them, at any workstation, which may tell the archive at once. */
export async function act(world: World): Promise<void> {
	const seat = world.chance.pick(world.seats);
	const id = world.chance.pick(moving);
	world.time.pass(1 + world.chance.below(1000));
	const [told, events] = eventsOf(world, seat, id);
	world.acts.push(`${world.acts.length + 1}. PC ${seat.no}: ${told} (${id.slice(-2)})`);
	try {
		if (events.length > 0) seat.station.log.append(actorId, events);
		if (world.chance.percent(60)) await seat.station.sync();
	} catch (error) {
		if (seat.station.alive() && !(error instanceof Refusal)) throw error;
	}
	powerUp(world);
}
