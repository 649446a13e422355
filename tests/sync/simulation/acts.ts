/** What can happen in a simulation, one thing at a time, and how often. Each seed allows some of the rare things. */
import { join } from "node:path";
import { PowerCut } from "./points.ts";
import { shopActs } from "./shop/acts.ts";
import type { Extras } from "./shop/extras.ts";
import { write } from "./shop/write.ts";
import { copyDisk } from "./station.ts";
import type { Seat, World } from "./world.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;

/** Rare and heavy things: a seed has some of them, so that each is also seen without the others. */
export type Allowed = { clone: boolean; image: boolean; restore: boolean; revoke: boolean; clocks: boolean };

export function whatIsAllowed({ chance }: World): Allowed {
	const restore = chance.percent(35);
	return {
		clone: chance.percent(35),
		image: chance.percent(25),
		restore,
		// Whether a revoked PC's work came before or after is the archive's memory: one that forgets is another story.
		revoke: !restore && chance.percent(30),
		clocks: chance.percent(50),
	};
}

export type Act = {
	weight: number;
	if?: (allowed: Allowed, extras: Extras) => boolean;
	run(world: World, seat: Seat): Promise<string>;
};

async function fire(world: World): Promise<number> {
	let fired = 0;
	for (; fired < 3; fired++) {
		const timer = world.time.due();
		if (!timer) break;
		timer.run();
		for (const { station } of world.seats) await station.settled();
	}
	return fired;
}

async function deliver(seat: Seat, world: World): Promise<string> {
	const { late } = seat.network;
	const [question] = late.splice(world.chance.below(late.length), 1);
	if (!question) return "nothing late";
	await question().catch(() => undefined);
	return "a late question arrives";
}

const acts: Record<string, Act> = {
	write: { weight: 34, run: async (world, seat) => write(world, seat) },
	sync: {
		weight: 22,
		async run(_, { station }) {
			await station.sync();
			return `sync: ${station.alive() ? station.desk.engine.state().line : "cut off"}`;
		},
	},
	pass: {
		weight: 9,
		async run(world) {
			const ms = world.chance.pick([300, 2 * minute, 20 * minute, day, 14 * day]);
			world.time.pass(ms);
			return `${ms} ms pass, ${await fire(world)} timers`;
		},
	},
	line: {
		weight: 6,
		async run(_, { network }) {
			network.up = !network.up;
			return network.up ? "line up" : "line down";
		},
	},
	trouble: {
		weight: 4,
		async run({ chance }, { network }) {
			network.trouble = chance.pick([0, 10, 30, 60]);
			return `trouble ${network.trouble} %`;
		},
	},
	late: { weight: 6, run: (world, seat) => deliver(seat, world) },
	skew: {
		weight: 5,
		if: ({ clocks }) => clocks,
		async run({ chance }, seat) {
			seat.skew = chance.pick([0, -1000, 5 * minute, -day, 2 * day, 10 * year, -10 * year]);
			seat.station.clock.skew = seat.skew;
			return `clock off by ${seat.skew}`;
		},
	},
	restart: {
		weight: 4,
		async run(world, seat) {
			world.reopen(seat);
			return "restart";
		},
	},
	cut: {
		weight: 5,
		async run({ points, chance }) {
			const n = 1 + chance.below(12);
			if (n <= 6) points.arm(n);
			else points.arm(n - 6, "receive /v1/pull");
			return n <= 6 ? "a power cut is near" : "a power cut is near when a page has come";
		},
	},
	project: {
		weight: 2,
		async run({ national }) {
			await national.project();
			return "item feeds";
		},
	},
	instance: {
		weight: 1,
		async run({ national }) {
			await national.restart();
			return "another instance of the archive";
		},
	},
	clone: {
		weight: 2,
		if: ({ clone }) => clone,
		async run(world, seat) {
			if (world.seats.length >= 5) return "no room for a clone";
			const path = join(world.dir, `clone-${world.seats.length}.db`);
			copyDisk({ db: seat.station.db, path: seat.path }, path);
			return `disk cloned to ${world.addSeat(seat.store, path).no}`;
		},
	},
	image: {
		weight: 4,
		if: ({ image }) => image,
		async run(world, seat) {
			const image = join(world.dir, `image-${seat.no}.db`);
			if (!seat.image) {
				copyDisk({ db: seat.station.db, path: seat.path }, image);
				seat.image = image;
				return "image taken";
			}
			seat.station.kill();
			copyDisk({ path: image }, seat.path);
			delete seat.image;
			world.rolledBack = true;
			world.reopen(seat);
			return "image brought back";
		},
	},
	backup: {
		weight: 4,
		if: ({ restore }) => restore,
		async run({ national }) {
			await national.backUp();
			return "archive backed up";
		},
	},
	restore: {
		weight: 4,
		if: ({ restore }) => restore,
		async run(world) {
			if (!(await world.national.restore())) return "no backup of the archive";
			world.archiveRestored = true;
			return "archive restored";
		},
	},
	revoke: {
		weight: 3,
		if: ({ revoke }) => revoke,
		async run(world, seat) {
			if (!seat.station.desk.enrolment()) return "nobody the archive knows";
			await world.national.revoke(seat.station.identity.dev);
			world.revoked.add(seat.station.identity.dev);
			return "revoked";
		},
	},
};

/** Something small that happens between a question and its answer: never the same PC's own exchange. */
export function letThingsHappen(world: World): void {
	let inside = false;
	world.meanwhile = async (seat) => {
		if (inside) return;
		inside = true;
		try {
			const other = world.chance.pick(world.seats);
			if (other === seat || !other.station.alive() || world.chance.percent(30)) {
				if (seat.station.alive()) write(world, seat);
			} else await other.station.sync();
		} finally {
			inside = false;
		}
	};
}

/** One thing happens, and who lost their power in it comes up again. */
export async function step(world: World, allowed: Allowed): Promise<void> {
	const { chance, seats } = world;
	const open = [...Object.values(acts), ...shopActs].filter((act) => !act.if || act.if(allowed, world.extras));
	let left = chance.below(open.reduce((sum, { weight }) => sum + weight, 0));
	const act = open.find(({ weight }) => {
		left -= weight;
		return left < 0;
	});
	const seat = chance.pick(seats);
	const told = await act?.run(world, seat).catch((error: unknown) => {
		if (!(error instanceof PowerCut)) throw error;
		return `cut at ${error.message}`;
	});
	world.acts.push(`${world.acts.length + 1}. PC ${seat.no}: ${told}`);
	powerUp(world);
}

/** PCs that lost their power come up again. */
export function powerUp(world: World): void {
	for (const one of world.seats) {
		if (one.station.alive()) continue;
		world.acts.push(`   PC ${one.no} lost its power at ${world.points.hit() ?? "?"}`);
		world.points.arm(0);
		world.reopen(one);
	}
}
