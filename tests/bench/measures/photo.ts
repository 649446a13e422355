/**
 * From the shutter key to the handle the workstation acknowledged (encrypted and durable), in real Chromium with a
 * 1080p camera; and the workstation's part of it alone.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { plainKeyName } from "../../../main/adapters/key-file.ts";
import { setPin } from "../../../main/services/session/credentials.ts";
import { keyboardHands } from "../../e2e/hands/keyboard.ts";
import { counterScreen } from "../../e2e/pages/counter/home.ts";
import { intakeScreen } from "../../e2e/pages/counter/intake.ts";
import { photoParts } from "../../e2e/pages/photo.ts";
import { cameraFile, withCamera } from "../../support/fake-camera.ts";
import { startWorkstation } from "../../support/workstation.ts";
import { openBenchCore } from "../core.ts";
import { people } from "../made/words.ts";
import { atMost, percentile, type Result } from "../result.ts";

const shots = 40;
const warmUp = 5;
/** Between two photos a person at least turns the shoe. */
const aimMs = 800;
/** Our own limit for the slow ones: the quarter of a second a scan by camera may take. */
const slowLimitMs = 250;
const pin = "2580";

type Timed = typeof globalThis & { shutterAt: number; storedMs: number[] };

/** Runs before the screens' own code: notes each shutter key and when its upload was answered with a handle. */
function noteShots(): void {
	const timed = globalThis as Timed;
	timed.shutterAt = 0;
	timed.storedMs = [];
	window.addEventListener(
		"keydown",
		(event) => {
			if (event.key === "F6") timed.shutterAt = performance.now();
		},
		{ capture: true },
	);
	const { fetch } = window;
	window.fetch = async (input, init) => {
		const response = await fetch(input, init);
		if (init?.method === "PUT" && String(input).includes("/media/incoming/")) {
			const answer: { ok?: boolean } = await response.clone().json();
			if (answer.ok) timed.storedMs.push(performance.now() - timed.shutterAt);
		}
		return response;
	};
}

async function openCamera(page: Page, url: string, manager: string) {
	await page.addInitScript(noteShots);
	await page.goto(url);
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
	const hands = keyboardHands(page);
	const intake = intakeScreen(hands);
	const counter = counterScreen(hands);
	await counter.open();
	await counter.title.waitFor();
	await counter.start();
	await intake.addItem();
	await intake.describe(1, { kind: "皮鞋", brand: "百丽", colour: "黑" });
	await page.keyboard.press("F6");
	const { shutter } = photoParts(page);
	await shutter.and(page.locator(":enabled")).waitFor();
}

/** `dir`: a copy of the data that this measure may change. Needs `npm run build`. */
export async function measurePhoto(dir: string, master: Uint8Array): Promise<Result[]> {
	writeFileSync(join(dir, plainKeyName), Buffer.from(master), { mode: 0o600 });
	const manager = people[3]?.id ?? "";
	const { core, app } = await openBenchCore(dir, master);
	await setPin(app, manager, pin);
	const coreTimes = await inCore(core, app);
	await core.stop();
	const workstation = await startWorkstation({ data: dir, built: true });
	const browser = await chromium.launch(await withCamera("sharp"));
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "zh-CN" });
		await openCamera(page, workstation.url, manager);
		for (let taken = 1; taken <= warmUp + shots; taken++) {
			await page.keyboard.press("F6");
			await page.waitForFunction((count) => (globalThis as Timed).storedMs.length >= count, taken);
			await page.waitForTimeout(aimMs);
		}
		const times = (await page.evaluate(() => (globalThis as Timed).storedMs)).slice(warmUp);
		return [
			atMost("photo-stored", percentile(times, 0.5), "ms median", 150),
			atMost("photo-stored-p95", percentile(times, 0.95), "ms", slowLimitMs),
			atMost("photo-stored-core-p95", percentile(coreTimes, 0.95), "ms", 150),
		];
	} finally {
		await browser.close();
		await workstation.stop();
	}
}

type Bench = Awaited<ReturnType<typeof openBenchCore>>;

/** ms from the bytes to their handle: told what they are, sealed, written, synced, noted. */
async function inCore(core: Bench["core"], app: Bench["app"]): Promise<number[]> {
	const file = readFileSync(await cameraFile("sharp"));
	// One frame of the camera's file.
	const jpeg = file.subarray(0, file.byteLength / 4);
	const times: number[] = [];
	for (let shot = 0; shot < warmUp + shots; shot++) {
		const ticket = app.media.ticket(`order:${app.ports.ids.uuid()}`, "before");
		const started = performance.now();
		const answer = await core.acceptMedia(ticket, jpeg, { host: "memory", client: "bench" });
		if (!answer.ok) throw new Error(answer.error.message);
		if (shot >= warmUp) times.push(performance.now() - started);
	}
	return times;
}
