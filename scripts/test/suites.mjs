/** The suites of `npm test`: how each is run and how its outcome is counted. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installedElectron } from "../electron.mjs";
import { ensureChromium, ensurePrograms } from "../os-packages.mjs";
import { root, tool } from "../project.mjs";
import { ensureBuilt } from "../ready.mjs";
import { failedInPlaywright, failedInVitest, readReport } from "./reports.mjs";

const reports = join(root, ".cache/test");
const inherit = { output: "inherit" };

/** @typedef {{passed: number, failed: number, notRun?: string, failures?: string[]}} Outcome failures: one line each */

/** One check that is right or wrong as a whole. @returns {Outcome} */
const whole = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const none = (notRun) => ({ passed: 0, failed: 0, notRun });

async function types() {
	const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const projects = folders.map((entry) => entry.name).filter((name) => hasProject(name));
	let ok = true;
	for (const name of projects) {
		if ((await tool("typescript", "bin/tsc", ["--noEmit", "-p", name], inherit)) !== 0) ok = false;
	}
	return whole(ok);
}

const hasProject = (folder) =>
	folder !== "node_modules" && !folder.startsWith(".") && readdirSync(join(root, folder)).includes("tsconfig.json");

async function lint() {
	return whole((await tool("@biomejs/biome", "bin/biome", ["check", "--error-on-warnings", "."], inherit)) === 0);
}

async function build() {
	await ensureBuilt();
	return whole(true);
}

/** vitest counts by test; a file that can't even be loaded counts as one failure. */
async function vitest(name, folder, env = {}, more = []) {
	const report = join(reports, `${name}.json`);
	rmSync(report, { force: true });
	const words = [
		"run",
		folder,
		...more,
		"--passWithNoTests",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	];
	const code = await tool("vitest", "vitest.mjs", words, { ...inherit, env });
	const said = readReport(report);
	const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numFailedTestSuites = 0 } = said;
	const failed = numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites));
	const skipped = numPendingTests > 0 ? { notRun: `${numPendingTests} skipped` } : {};
	return { passed: numPassedTests, failed, failures: failedInVitest(said), ...skipped };
}

async function playwright(project) {
	const report = join(reports, `e2e-${project}.json`);
	rmSync(report, { force: true });
	const words = ["test", `--project=${project}`, "--pass-with-no-tests", "--reporter=list,json"];
	const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
	const code = await tool("@playwright/test", "cli.js", words, { ...inherit, env });
	const said = readReport(report);
	const { stats } = said;
	if (!stats) return whole(code === 0);
	const failed = stats.unexpected + stats.flaky;
	return { passed: stats.expected, failed: failed || (code === 0 ? 0 : 1), failures: failedInPlaywright(said) };
}

/** Suites of devices that stand on a program of the system; without it they are left out and named. */
const deviceNeeds = {
	socat: [
		"tests/devices/scanner/serial-pty.test.ts",
		"tests/devices/printer/serial.test.ts",
		"tests/devices/printer/serial-waits.test.ts",
	],
	flock: ["tests/devices/printer/serial.test.ts"],
	cupsd: ["tests/devices/printer/queue.test.ts"],
};

async function devices() {
	const missing = await ensurePrograms(Object.keys(deviceNeeds));
	const left = [...new Set(missing.flatMap((program) => deviceNeeds[program]))];
	const outcome = await vitest(
		"devices",
		"tests/devices/",
		{},
		left.map((file) => `--exclude=${file}`),
	);
	return missing.length > 0 ? { ...outcome, notRun: `no ${missing.join(", ")}` } : outcome;
}

async function guest() {
	const { guestPrograms, runGuest } = await import("../guest/run.mjs");
	const missing = process.platform === "linux" ? await ensurePrograms(guestPrograms) : [];
	return missing.length > 0 ? none(`no ${missing.join(", ")}`) : runGuest();
}

async function print() {
	const missing = await ensurePrograms(["pdftotext", "pdftoppm"]);
	return missing.length > 0 ? none(`no ${missing.join(", ")}`) : vitest("print", "tests/print/");
}

async function e2e() {
	return (await ensureChromium()) ? playwright("loopback") : none("no Chromium");
}

async function electron() {
	return installedElectron() ? playwright("electron") : none("no Electron runtime");
}

/** In the order they run: what is quick and most often wrong comes first. @type {Record<string, () => Promise<Outcome>>} */
export const suites = {
	types,
	lint,
	unit: () => vitest("unit", "tests/unit/"),
	zones: () => vitest("zones", "tests/unit/", { TZ: "America/Los_Angeles" }, ["--exclude=tests/unit/house/**"]),
	contract: () => vitest("contract", "tests/contract/"),
	shell: () => vitest("shell", "tests/electron/"),
	migrations: () => vitest("migrations", "tests/migrations/"),
	devices,
	guest,
	print,
	archive: () => vitest("archive", "tests/archive/"),
	sync: () => vitest("sync", "tests/sync/"),
	lan: () => vitest("lan", "tests/lan/"),
	build,
	e2e,
	electron,
};

export function prepareReports() {
	mkdirSync(reports, { recursive: true });
}
