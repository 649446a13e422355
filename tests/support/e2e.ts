/**
 * What every browser journey starts from: `test` with a workstation of its own (`workstation`) and a page already open
 * on it (`page`), started again on the same data by `restart()`. Options per file or group: `test.use({ demo: true, lang: "en" })`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, test as base, type Page } from "@playwright/test";
import { startWorkstation, type Workstation } from "./workstation.ts";

export { expect } from "@playwright/test";

export type HostOption = { host: "loopback" | "electron" };
export type StartOptions = { demo: boolean; lang: "zh-CN" | "en" };

const root = join(import.meta.dirname, "../..");

type Started = { workstation: Workstation; window: Page | undefined };

type Fixtures = {
	started: Started;
	workstation: Workstation;
	page: Page;
	/** Starts the workstation again on its data, after it was stopped or killed. */
	restart: () => Promise<Workstation>;
};

export const test = base.extend<HostOption & StartOptions & Fixtures>({
	host: ["loopback", { option: true }],
	demo: [false, { option: true }],
	lang: ["zh-CN", { option: true }],
	started: async ({ host, demo, lang }, use) => {
		const started = host === "electron" ? await startDesktop(demo, lang) : await startLoopback(demo, lang);
		await use(started);
		await started.workstation.stop();
		rmSync(started.workstation.dir, { recursive: true, force: true });
	},
	workstation: async ({ started }, use) => use(started.workstation),
	restart: async ({ started }, use) => {
		const again: Workstation[] = [];
		await use(async () => {
			const workstation = await startWorkstation({ data: started.workstation.dir, built: true });
			again.push(workstation);
			return workstation;
		});
		for (const workstation of again) await workstation.stop();
	},
	page: async ({ started, context }, use) => {
		if (started.window) return use(started.window);
		const page = await context.newPage();
		await page.goto(started.workstation.url);
		await use(page);
	},
});

async function startLoopback(demo: boolean, lang: "zh-CN" | "en"): Promise<Started> {
	return { workstation: await startWorkstation({ demo, lang, built: true }), window: undefined };
}

async function startDesktop(demo: boolean, lang: "zh-CN" | "en"): Promise<Started> {
	const dir = mkdtempSync(join(tmpdir(), "welt-data-"));
	const words = [root, `--data=${dir}`, `--lang=${lang}`, ...(demo ? ["--demo"] : [])];
	if (process.getuid?.() === 0) words.push("--no-sandbox");
	const app = await _electron.launch({ args: words, cwd: root });
	const window = await app.firstWindow();
	const workstation: Workstation = {
		url: "app://welt/",
		dir,
		ready: true,
		reason: undefined,
		errors: () => "",
		stop: async () => {
			await app.close();
			return 0;
		},
		kill: async () => {
			app.process().kill("SIGKILL");
		},
	};
	return { workstation, window };
}
