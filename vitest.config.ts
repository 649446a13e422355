import { defineConfig } from "vitest/config";

/** Everything but the browser journey (Playwright, tests/e2e) and the bench runs here. */
export default defineConfig({
	test: {
		fsModuleCache: true,
		include: ["tests/{unit,contract,migrations,devices,print,electron,archive,sync,lan}/**/*.test.{ts,tsx}"],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
