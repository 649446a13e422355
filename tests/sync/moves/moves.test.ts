/**
 * Orders that move, simulated: three workshops of one brand, bad lines, power cuts, cloned disks, wrong clocks, an archive
 * put back. `SYNC_MOVES=N` plays more seeds, `SYNC_MOVE=N` one again. In the end everybody who is party to an order has
 * it as the plain model folds it, and nobody else has any of it.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyArchive } from "../../../archive/server/verify/verify.ts";
import type { WeltEvent } from "../../../domain/event/event.ts";
import { letThingsHappen, step, whatIsAllowed } from "../simulation/acts.ts";
import { refoldFaults } from "../simulation/invariants/station.ts";
import { type Land, startLand } from "../simulation/national.ts";
import { foldPlainly } from "../simulation/oracle.ts";
import { PowerCut } from "../simulation/points.ts";
import { heal } from "../simulation/run.ts";
import { openWorld, type Seat, type World } from "../simulation/world.ts";
import { act, moving, openOrders } from "./parcels.ts";

const one = process.env.SYNC_MOVE;
const seeds = Number(process.env.SYNC_MOVES ?? 12);
const first = one === undefined ? 1 : Number(one);
const last = one === undefined ? seeds : first;

let land: Land;
beforeAll(async () => {
	land = await startLand();
});
afterAll(() => land.stop());

const stateAt = ({ station }: Seat, agg: string) =>
	station.db.prepare("SELECT state FROM aggregate WHERE agg = ?").pluck().get(agg) as string | null | undefined;

async function orderFaults({ national, seats, stores }: World, order: string): Promise<string[]> {
	const feed = await national.rows<{ text: string }>("SELECT text FROM order_event WHERE order_id = $1", [order]);
	const parties = await national.rows<{ store: string }>("SELECT store FROM order_party WHERE order_id = $1", [order]);
	const wanted = foldPlainly(feed.map(({ text }) => JSON.parse(text) as WeltEvent));
	const party = new Set(parties.map(({ store }) => store));
	const owner = stores[0]?.id ?? "";
	return seats.flatMap((seat) => {
		const mine = party.has(seat.store.id);
		if (!mine && seat.store.id === owner) return [];
		const own = [`job:${order}`, `order:${order}`];
		const aggs = mine ? new Set([...own, ...wanted.keys()]) : own;
		return [...aggs].flatMap((agg) => {
			const has = stateAt(seat, agg) ?? undefined;
			const should = mine ? wanted.get(agg as never) : undefined;
			return has === should
				? []
				: [`PC ${seat.no} of store ${seat.store.no}: ${agg} is\n${has}\nand should be\n${should}`];
		});
	});
}

/** The archive's power may go too; what it was at, it does again. */
function cutOff(error: unknown): void {
	if (!(error instanceof PowerCut)) throw error;
}

type Outcome = { faults: string[]; acts: string[]; moved: number };

async function play(seed: number): Promise<Outcome> {
	const world = await openWorld(land, seed, [2, 1, 1], true);
	try {
		return await live(world);
	} catch (error) {
		return {
			faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
			acts: world.acts,
			moved: 0,
		};
	} finally {
		await world.close();
	}
}

async function live(world: World): Promise<Outcome> {
	await openOrders(world);
	const allowed = { ...whatIsAllowed(world), revoke: false };
	letThingsHappen(world);
	for (let n = 0; n < 90; n++) {
		if (world.chance.percent(50)) await act(world);
		else await step(world, allowed);
		// The archive carries on behind every push.
		if (world.chance.percent(60)) await world.national.project().catch(cutOff);
	}
	const faults = await heal(world);
	// What came to one goes to the others by the archive's projector.
	for (let round = 0; round < 6; round++) {
		world.time.pass(61_000);
		await world.national.project();
		for (const { station } of world.seats) await station.sync();
	}
	for (const order of moving) faults.push(...(await orderFaults(world, order)));
	for (const seat of world.seats) faults.push(...refoldFaults(seat), ...seat.station.faults());
	const { faults: found } = await verifyArchive(world.national.server().archive);
	faults.push(...found.map(({ at, what }) => `${at}: ${what}`));
	const [{ n } = { n: 0 }] = await world.national.rows<{ n: number }>(
		"SELECT count(*) AS n FROM order_event e JOIN order_feed f USING (order_id) WHERE e.store <> f.owner",
	);
	return { faults, acts: world.acts, moved: n };
}

test("whatever happens on the way, an order that moved is one and the same for everybody it concerns", async () => {
	const failed: number[] = [];
	let moved = 0;
	for (let seed = first; seed <= last; seed++) {
		const outcome = await play(seed);
		moved += outcome.moved;
		if (outcome.faults.length === 0) continue;
		failed.push(seed);
		process.stdout.write(`seed ${seed}\n${outcome.acts.join("\n")}\n${outcome.faults.slice(0, 6).join("\n")}\n`);
	}
	process.stdout.write(`seeds ${last - first + 1}, events that others wrote about moved orders ${moved}\n`);
	expect(failed).toEqual([]);
	expect(moved).toBeGreaterThan(0);
}, 3_600_000);
