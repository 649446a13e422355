/**
 * Camera to code in real Chromium: the product's own reader behind Alt+C, fed by the fake camera with our codes clean,
 * blurred, turned by 8° and in noise. Measured from a frame's being taken to the code out of the worker; a code that
 * was in view for a second and never read counts as missed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import config from "../../../playwright.config.ts";
import { type Look, type Shot, writeFilm } from "../../support/camera/film.ts";
import { startWorkstation } from "../../support/workstation.ts";
import { atMost, none, percentile, type Result } from "../result.ts";

const looks: readonly Look[] = ["clean", "blurred", "rotated", "noisy"];
/** EAN and ITF-14 without their check digits: the maker adds them. */
const codes: readonly (readonly [bcid: string, text: (n: number) => string])[] = [
	["code128", (n) => `0123405000${n}123`],
	["qrcode", (n) => `WO-0123405000${n}`],
	["ean13", (n) => `6901234567${n}`],
	["datamatrix", (n) => `SN00012${n}`],
	["gs1-128", (n) => `(01)09521234543213(10)L${n}`],
	["code39", (n) => `SN-12${n}`],
	["pdf417", (n) => `WELT-${n}`],
	["itf14", (n) => `69012345678${n}`],
];

type Reading = { texts: string[]; ms: number };
type Noted = typeof globalThis & { readings: Reading[] };

/** Runs before the screens: notes when a picture is taken and what the worker makes of it. */
function noteReadings(): void {
	const noted = globalThis as Noted;
	noted.readings = [];
	let takenAt = 0;
	const takePicture = globalThis.createImageBitmap.bind(globalThis) as (...args: unknown[]) => Promise<ImageBitmap>;
	globalThis.createImageBitmap = ((...args: unknown[]) => {
		takenAt = performance.now();
		return takePicture(...args);
	}) as typeof createImageBitmap;
	globalThis.Worker = class extends Worker {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			this.addEventListener("message", ({ data }) => {
				if (Array.isArray(data.texts)) noted.readings.push({ texts: data.texts, ms: performance.now() - takenAt });
			});
		}
	};
}

function shots(): Shot[] {
	return looks.flatMap((look, at) => codes.map(([bcid, text]) => ({ bcid, text: text(10 + at), look })));
}

/** Needs `npm run build`. */
export async function measureCamera(): Promise<Result[]> {
	const dir = mkdtempSync(join(tmpdir(), "welt-camera-"));
	const film = join(dir, "codes.mjpeg");
	const all = shots();
	await writeFilm(film, all, 30);
	const workstation = await startWorkstation({ data: join(dir, "data"), built: true });
	const options = config.use?.launchOptions ?? {};
	const args = [...(options.args ?? []), `--use-file-for-fake-video-capture=${film}`];
	const browser = await chromium.launch({ ...options, args });
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
		await page.addInitScript(noteReadings);
		await page.addInitScript(() => localStorage.setItem("welt.camera-scan.keep-open", "yes"));
		await page.goto(workstation.url);
		await page.keyboard.press("Alt+c");
		// The film runs twice: each code has two chances of one second.
		await page.waitForFunction((ms) => performance.now() > ms, all.length * 2 * 1000 * 2 + 5000, { timeout: 300_000 });
		const readings = await page.evaluate(() => (globalThis as Noted).readings);
		const hits = readings.filter(({ texts }) => texts.length > 0);
		const read = new Set(hits.flatMap(({ texts }) => texts));
		const tried = readings.map(({ ms }) => ms);
		return [
			atMost(
				"camera-decode-p95",
				percentile(
					hits.map(({ ms }) => ms),
					0.95,
				),
				"ms",
				250,
			),
			atMost("camera-frame-p95", percentile(tried, 0.95), "ms", 250),
			none("camera-codes-missed", all.length - read.size, all.length, "codes shown"),
		];
	} finally {
		await browser.close();
		await workstation.stop();
		rmSync(dir, { recursive: true, force: true });
	}
}
