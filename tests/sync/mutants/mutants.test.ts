/** Each rule of the exchange taken out of the real code: `npm run test:sync -- --mutants`. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";

const root = join(import.meta.dirname, "../../..");
/** Enough for the rarest of them. */
const seeds = "60";

const wanted = process.env.SYNC_MUTANTS === "all" ? mutants : mutants.slice(0, 1);

for (const { name } of wanted) {
	test(`noticed: ${name}`, () => {
		const vitest = join(root, "node_modules/vitest/vitest.mjs");
		const run = spawnSync(process.execPath, [vitest, "run", "tests/sync/simulation"], {
			cwd: root,
			encoding: "utf8",
			env: { ...process.env, SYNC_MUTANT: name, SYNC_SEEDS: seeds, SYNC_FAILURES: "1" },
		});
		expect(run.stdout).toMatch(/npm run test:sync -- --seed=\d+/);
		expect(run.status).not.toBe(0);
	}, 3_600_000);
}
