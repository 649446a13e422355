import { defineConfig } from "vitest/config";
import { mutate } from "./tests/sync/mutants/plugin.ts";

/** Everything but the browser journey (Playwright, tests/e2e) and the bench runs here. */
export default defineConfig({
	plugins: [mutate(process.env.SYNC_MUTANT)],
	test: {
		// A mutant is never to be found where the real code is looked for.
		fsModuleCache: process.env.SYNC_MUTANT === undefined,
		include: ["tests/{unit,contract,migrations,devices,print,electron,archive,sync,lan}/**/*.test.{ts,tsx}"],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
