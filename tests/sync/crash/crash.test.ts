/** The power is cut once at every numbered step of a few short stories; whatever was cut, everything comes right. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatherFacts, lostFacts } from "../simulation/invariants/facts.ts";
import { type Land, startLand } from "../simulation/national.ts";
import { PowerCut } from "../simulation/points.ts";
import { faultsWhenHealed, heal } from "../simulation/run.ts";
import { openWorld, type World } from "../simulation/world.ts";
import { type Scenario, scenarios } from "./scenarios.ts";

let land: Land;
beforeAll(async () => {
	land = await startLand();
});
afterAll(() => land.stop());

/** Plays the story with a cut at step `n`. Answers what broke, and how many steps there were. */
async function play(scenario: Scenario, n: number): Promise<{ faults: string[]; points: number; hit?: string }> {
	const world = await openWorld(land, 1, [2]);
	try {
		await scenario.before?.(world);
		world.points.arm(n);
		for (const step of scenario.steps) {
			await tryStep(world, () => step(world));
			for (const seat of world.seats) if (!seat.station.alive()) world.reopen(seat);
		}
		const points = world.points.passed();
		const hit = world.points.hit();
		const facts = await gatherFacts(world);
		const faults = [...(await heal(world)), ...(await faultsWhenHealed(world)), ...(await lostFacts(world, facts))];
		return { faults, points, ...(hit === undefined ? {} : { hit }) };
	} finally {
		await world.close();
	}
}

async function tryStep(world: World, step: () => Promise<void> | void): Promise<void> {
	try {
		await step();
	} catch (error) {
		const cut = error instanceof PowerCut || world.seats.some(({ station }) => !station.alive());
		if (!cut) throw error;
	}
}

for (const scenario of scenarios) {
	test(`${scenario.name}, with the power cut at each step`, async () => {
		const whole = await play(scenario, 0);
		expect(whole.faults).toEqual([]);
		expect(whole.points).toBeGreaterThan(10);
		for (let n = 1; n <= whole.points; n++) {
			const { faults, hit } = await play(scenario, n);
			expect(faults, `step ${n}, ${hit}`).toEqual([]);
		}
		process.stdout.write(`${scenario.name}: ${whole.points} steps cut\n`);
	}, 3_600_000);
}
