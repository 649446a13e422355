/**
 * Deterministic simulation of real workstations and the real archive: `npm run test:sync -- --seeds=N` for more seeds,
 * `-- --seed=N` plays one again. Every failing seed prints what happened in it.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Land, startLand } from "./national.ts";
import { type Outcome, runSeed } from "./run.ts";
import { extrasOf } from "./shop/extras.ts";
import { stories } from "./stories/stories.ts";

const one = process.env.SYNC_SEED;
const seeds = Number(process.env.SYNC_SEEDS ?? 300);
const mostFailures = Number(process.env.SYNC_FAILURES ?? 5);
// The stories first: seeds below 1.
const first = one === undefined ? 1 - stories.length : Number(one);
const last = one === undefined ? seeds : first;

let land: Land;
beforeAll(async () => {
	land = await startLand();
});
afterAll(() => land.stop());

const tell = ({ seed, acts, faults }: Outcome) =>
	`seed ${seed}: npm run test:sync -- --seed=${seed}\n${acts.join("\n")}\n${faults.slice(0, 6).join("\n")}\n`;

test(
	"whatever the lines, disks, clocks and the archive's backups do, nothing is lost, doubled or different anywhere",
	async () => {
		const started = performance.now();
		const failed: Outcome[] = [];
		let events = 0;
		for (let seed = first; seed <= last && failed.length < mostFailures; seed++) {
			const outcome = await runSeed(land, seed);
			events += outcome.events;
			if (outcome.faults.length === 0) continue;
			failed.push(outcome);
			process.stdout.write(tell(outcome));
		}
		const minutes = (performance.now() - started) / 60_000;
		process.stdout.write(`seeds ${last - first + 1}, events ${events}, minutes ${minutes.toFixed(1)}\n`);
		expect(failed.map(({ seed }) => seed)).toEqual([]);
	},
	6 * 3_600_000,
);

test("a seed goes the same way each time it is played", async () => {
	const everything = Array.from({ length: 60 }, (_, at) => at + 1).filter((seed) => {
		const { lan, customers } = extrasOf(seed);
		return lan && customers;
	});
	for (const seed of [1, ...everything.slice(0, 2)]) {
		const { acts, events, faults } = await runSeed(land, seed);
		expect(await runSeed(land, seed)).toEqual({ seed, acts, events, faults });
	}
}, 3_600_000);
