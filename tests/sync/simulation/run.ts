/** One seed: a world is opened, things happen in it, then the line is good and everybody catches up; the promises must hold. */
import { letThingsHappen, step, whatIsAllowed } from "./acts.ts";
import { archiveFaults, feedOf } from "./invariants/archive.ts";
import { gatherFacts, lostFacts } from "./invariants/facts.ts";
import { ackFaults, cursorFaults, difference, dump, modelFaults, refoldFaults } from "./invariants/station.ts";
import { stepFaults } from "./invariants/step.ts";
import type { Land } from "./national.ts";
import { customerFaults } from "./shop/customer-faults.ts";
import { extrasOf, plain } from "./shop/extras.ts";
import { pictureFaults } from "./shop/picture-faults.ts";
import type { Story } from "./stories/steps.ts";
import { stories } from "./stories/stories.ts";
import { openWorld, type Seat, type World } from "./world.ts";

export type Outcome = { seed: number; faults: string[]; acts: string[]; events: number };

/** As many rounds as a few forks in a row and a restored archive take, and some more. */
const mostRounds = 25;

const isBehind = (feed: number, { store, station }: Seat) =>
	station.desk.rows.countWaiting() > 0 ||
	station.desk.rows.findCursor(`store:${store.id}`)?.pos !== feed ||
	station.keys.unsent(1).length > 0 ||
	station.transfers.count("up") > 0;

/** Good lines for everybody until nothing is left to send or to read. */
export async function heal(world: World): Promise<string[]> {
	world.points.arm(0);
	world.meanwhile = async () => undefined;
	for (const seat of world.seats) {
		Object.assign(seat.network, { up: true, trouble: 0 });
		for (const question of seat.network.late.splice(0)) await question().catch(() => undefined);
	}
	for (const seat of world.seats) if (!seat.station.desk.enrolment()) await world.enrol(seat);
	let quiet = 0;
	for (let round = 0; round < mostRounds; round++) {
		// What is tried again only after a while is tried again.
		if (world.extras.customers) world.time.pass(2 * 3_600_000);
		for (const seat of world.seats) await seat.station.sync();
		if (world.extras.customers) await world.national.carryErasures();
		// Asked when all have had their turn: what the last one sent is new to the first.
		let behind = 0;
		for (const seat of world.seats) {
			const refused = seat.station.desk.engine.state().reason === "revoked";
			const feed = await feedOf(world, seat.store);
			if (!refused && isBehind(feed.length, seat)) behind += 1;
		}
		quiet = behind === 0 ? quiet + 1 : 0;
		// A key that one PC has just handed in reaches the others a round later.
		if (quiet > (world.extras.customers ? 2 : 0) && round > 0) return [];
	}
	return world.seats.map(
		({ no, station }) =>
			`PC ${no} never caught up: ${station.desk.rows.countWaiting()} waiting, ${station.transfers.count("up")} pictures, ${JSON.stringify(station.desk.engine.state())}`,
	);
}

/** Everything that must hold once everybody has caught up. */
export async function faultsWhenHealed(world: World): Promise<string[]> {
	const faults = await archiveFaults(world);
	for (const store of world.stores) {
		const feed = await feedOf(world, store);
		const revoked = await world.national.rows<{ id: string }>("SELECT id FROM device WHERE revoked_at IS NOT NULL");
		const seats = world.seats.filter(
			(seat) => seat.store === store && !revoked.some(({ id }) => id === seat.station.identity.dev),
		);
		const [first] = seats;
		faults.push(...(await ackFaults(world, seats)));
		for (const seat of seats) {
			faults.push(...cursorFaults(world, seat, feed), ...modelFaults(seat, feed));
			if (first && dump(first) !== dump(seat)) {
				faults.push(`I5 PCs ${first.no} and ${seat.no} differ\n${difference(dump(first), dump(seat))}`);
			}
		}
	}
	if (world.extras.customers) faults.push(...(await customerFaults(world)), ...(await pictureFaults(world)));
	// Folding anew takes as long as all the rest together: one PC of each seed.
	return [...faults, ...refoldFaults(world.chance.pick(world.seats))];
}

const stationFaults = (world: World) =>
	world.seats.flatMap(({ no, station }) => station.faults().map((fault) => `PC ${no}: ${fault}`));

async function faultsNow(world: World): Promise<string[]> {
	// After the archive's memory went back a mark is right again once its chain has spoken up.
	const marks = world.archiveRestored ? [] : await ackFaults(world, world.seats);
	return [...marks, ...stationFaults(world), ...stepFaults(world), ...world.leaks];
}

/** `steps` things that happen by chance. */
async function live(world: World, steps: number): Promise<string[]> {
	const allowed = whatIsAllowed(world);
	letThingsHappen(world);
	for (let n = 0; n < steps; n++) {
		await step(world, allowed);
		const faults = await faultsNow(world);
		if (faults.length > 0) return faults;
	}
	return [];
}

async function tell(world: World, story: Story["steps"]): Promise<string[]> {
	for (const [n, happens] of story.entries()) {
		await happens(world);
		const faults = await faultsNow(world);
		if (faults.length > 0) return faults.map((fault) => `step ${n + 1} of the story: ${fault}`);
	}
	return [];
}

/** Seeds below 1 are stories. */
export async function runSeed(land: Land, seed: number, steps = 55): Promise<Outcome> {
	const story = stories[-seed];
	const extras = story ? (story.extras ?? plain) : extrasOf(seed);
	const world = await openWorld(land, story ? 1_000_000 - seed : seed, extras.pcs, false, extras);
	const faults: string[] = [];
	try {
		faults.push(...(await (story ? tell(world, story.steps) : live(world, steps))));
		if (faults.length === 0) {
			const facts = await gatherFacts(world);
			faults.push(...(await heal(world)), ...stationFaults(world), ...stepFaults(world), ...world.leaks);
			faults.push(...(await faultsWhenHealed(world)), ...(await lostFacts(world, facts)));
		}
	} catch (error) {
		faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
	const { acts, seats } = world;
	const events = seats.reduce(
		(sum, { station }) =>
			sum + (station.alive() ? Number(station.db.prepare("SELECT count(*) FROM event").pluck().get()) : 0),
		0,
	);
	await world.close();
	return { seed, faults, acts, events };
}
