import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import type { HostOption } from "./tests/support/e2e.ts";

/** Debian's Chromium where it is, else the one Playwright installed. */
const debian = "/usr/bin/chromium";

/**
 * The browser journeys. Each test gets its own data folder, port and workstation (tests/support/e2e.ts). The project
 * `electron` runs the same files in the desktop app, where its runtime is present.
 */
export default defineConfig<HostOption>({
	testDir: "tests/e2e",
	outputDir: "test-results",
	fullyParallel: true,
	workers: 2,
	timeout: 180_000,
	expect: { timeout: 15_000 },
	forbidOnly: true,
	use: {
		viewport: { width: 1366, height: 768 },
		locale: "zh-CN",
		timezoneId: "Asia/Shanghai",
		actionTimeout: 15_000,
		screenshot: "only-on-failure",
		trace: "retain-on-failure",
		launchOptions: {
			...(existsSync(debian) && { executablePath: debian }),
			args: [
				...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
				"--no-first-run",
				"--disable-quic",
				"--use-fake-device-for-media-stream",
				"--use-fake-ui-for-media-stream",
			],
		},
	},
	projects: [
		{ name: "loopback", use: { host: "loopback" } },
		// host.spec.ts is about the loopback host itself; photos.spec.ts and nation/ bring browsers of their own.
		{ name: "electron", use: { host: "electron" }, testIgnore: ["host.spec.ts", "photos.spec.ts", "nation/**"] },
	],
});
