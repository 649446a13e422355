/**
 * Two PCs of one workshop meet on the cable: they greet, say what they have, hand on chains, keys and pictures, while
 * people go on working. Ends when nothing is left to say, in the middle, or in silence.
 */
import { PowerCut } from "../points.ts";
import type { Seat, World } from "../world.ts";
import { chainFaultsAt, levelFaults } from "./level.ts";

/** Lets everything that can go on without a frame or a timer go on. */
export const settled = () => new Promise<void>((done) => setImmediate(done));

/** More frames than any talk of a seed takes: siblings that never come to an end are at fault. */
const mostFrames = 4_000;

function runTimers({ lan }: World): void {
	for (let timer = lan?.time.due(); timer; timer = lan?.time.due()) {
		try {
			timer.run();
		} catch (error) {
			if (!(error instanceof PowerCut)) throw error;
		}
	}
}

export type Meeting = {
	/** Pulled out after so many frames. */
	cutAfter?: number;
	/** Silent after so many: each has to notice by itself. */
	silentAfter?: number;
	/** Of a hundred frames, so many meet with something. */
	trouble?: number;
	/** Both dial. */
	both?: boolean;
	/** Something happens between two frames. */
	meanwhile?(): Promise<void>;
};

function dial(from: Seat, to: Seat): void {
	const { siblings } = from.station;
	siblings?.setNote(to.station.identity.dev, { address: String(to.no), port: 47_220 });
	siblings?.desk.dialNow();
}

/** Answers how many frames went over. */
export async function meet(world: World, a: Seat, b: Seat, how: Meeting = {}): Promise<string> {
	const { lan, chance } = world;
	if (!lan) throw new Error("no network in this workshop");
	const { cutAfter = mostFrames, silentAfter = mostFrames, trouble = 0 } = how;
	lan.plug(a.no, b.no);
	dial(a, b);
	if (how.both) dial(b, a);
	let frames = 0;
	let troubled = 0;
	for (;;) {
		await settled();
		runTimers(world);
		if (frames >= Math.min(cutAfter, silentAfter) || !a.station.alive() || !b.station.alive()) break;
		const mishap = chance.percent(trouble);
		if (!lan.deliver(mishap)) break;
		if (mishap) troubled += 1;
		frames += 1;
		await how.meanwhile?.();
	}
	if (frames >= mostFrames) world.leaks.push("siblings that never come to an end");
	// Where nobody answered nothing was said.
	const answered = frames > 0 && frames < Math.min(cutAfter, silentAfter);
	const whole = a.station.alive() && b.station.alive() && troubled === 0 && answered;
	if (frames >= silentAfter) await goSilent(world, [a, b]);
	lan.unplug();
	await settled();
	if (whole && !world.undo) world.leaks.push(...levelFaults(a, b));
	// A story's people who change their disk are looked at by the story.
	if (!world.undo) for (const seat of [a, b]) if (seat.station.alive()) world.leaks.push(...chainFaultsAt(seat));
	return `PCs ${a.no} and ${b.no} meet, ${frames} frames${whole ? "" : ", not to the end"}`;
}

/** Twenty seconds without a frame: both have left. */
async function goSilent(world: World, seats: readonly Seat[]): Promise<void> {
	world.lan?.silence();
	for (let second = 0; second < 20; second += 5) {
		world.lan?.time.pass(5_000);
		runTimers(world);
		await settled();
	}
	for (const { no, station } of seats) {
		if (station.alive() && station.siblings?.desk.sessions().length !== 0)
			world.leaks.push(`PC ${no} still talks to a sibling that fell silent`);
	}
}
