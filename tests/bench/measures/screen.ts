/** Scan to screen in real Chromium: from the terminator key of a keyboard wedge to the painted record on the page. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { plainKeyName } from "../../../main/adapters/key-file.ts";
import { setPin } from "../../../main/services/session/credentials.ts";
import config from "../../../playwright.config.ts";
import { startWorkstation } from "../../support/workstation.ts";
import { openBenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import { people } from "../made/words.ts";
import { atMost, percentile, type Result } from "../result.ts";

const scans = 60;
const warmUp = 5;
const pin = "2580";

type Timed = typeof globalThis & { enterAt: number };

/** Runs before the screens' own code: the wedge reader stops a scan's keys from going any further. */
function noteEnter(): void {
	const timed = globalThis as Timed;
	timed.enterAt = 0;
	const note = (event: KeyboardEvent) => {
		if (event.code === "Enter") timed.enterAt = performance.now();
	};
	window.addEventListener("keydown", note, { capture: true });
}

/** Types the code as a scanner does and answers ms from the Enter key to the frame that shows the record. */
async function scanOnce(page: Page, text: string): Promise<number> {
	const shown = page.evaluate(
		(wanted) =>
			new Promise<number>((resolve, reject) => {
				const timed = globalThis as Timed;
				timed.enterAt = 0;
				setTimeout(() => reject(new Error(`${wanted} never came on the screen`)), 5_000);
				const look = () => {
					const there = timed.enterAt > 0 && document.querySelector("main")?.textContent?.includes(wanted);
					requestAnimationFrame(there ? () => resolve(performance.now() - timed.enterAt) : look);
				};
				look();
			}),
		text,
	);
	for (const key of text) await page.keyboard.press(/\d/.test(key) ? `Digit${key}` : `Shift+Key${key}`);
	await page.keyboard.press("Enter");
	return shown;
}

/** `dir`: a copy of the data that this measure may change. Needs `npm run build`. */
export async function measureScreen(dir: string, master: Uint8Array, items: number): Promise<Result[]> {
	writeFileSync(join(dir, plainKeyName), Buffer.from(master), { mode: 0o600 });
	const manager = people[3]?.id ?? "";
	const { core, app } = await openBenchCore(dir, master);
	await setPin(app, manager, pin);
	await core.stop();
	const workstation = await startWorkstation({ data: dir, built: true });
	const browser = await chromium.launch(config.use?.launchOptions ?? {});
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
		await page.addInitScript(noteEnter);
		await page.goto(workstation.url);
		await page.evaluate(
			(input) =>
				fetch("/call/session.signIn", {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ input }),
				}),
			{ person: manager, pin },
		);
		await page.locator("main").first().waitFor();
		const random = seededRandom(9);
		const times: number[] = [];
		for (let i = 0; i < warmUp + scans; i++) {
			const ms = await scanOnce(page, `SN${String(random.below(items)).padStart(9, "0")}`);
			if (i >= warmUp) times.push(ms);
		}
		return [atMost("scan-to-screen-p95", percentile(times, 0.95), "ms", 100)];
	} finally {
		await browser.close();
		await workstation.stop();
	}
}
