/** A keyboard-wedge scanner on a page, and a stop-watch beside it. Used by screen.ts. */
import type { Page } from "@playwright/test";

export type Target = {
	/** What the scanner reads. */
	text: string;
	/** Words on the screen only when what was scanned is there. */
	shows: string;
	/** How many repairs the record lists; null for a job, whose open tab must have read what it shows. */
	repairs: number | null;
};

/** Milliseconds from the terminator key, by the time the system heard it. */
export type Scanned = {
	/** The page hears the key. */
	heard: number;
	/** The first call leaves. */
	asked: number;
	/** The last answer is in. */
	answered: number;
	/** All of it is in the page. */
	drawn: number;
	/** The frame after the one that shows it begins: by then it is painted. */
	painted: number;
};

type Timed = typeof globalThis & { enter: { at: number; heardAt: number }; painted: Promise<Scanned> };

/** Runs before the screens' own code: the wedge reader stops a scan's keys from going any further. */
function noteEnter(): void {
	const timed = globalThis as Timed;
	timed.enter = { at: 0, heardAt: 0 };
	const note = (event: KeyboardEvent) => {
		const heardAt = performance.now();
		if (event.code === "Enter") timed.enter = { at: Math.min(event.timeStamp, heardAt), heardAt };
	};
	window.addEventListener("keydown", note, { capture: true });
}

/** In the page: starts to watch; `painted` resolves when the target is. */
function watchFor({ text, shows, repairs }: Target): void {
	const timed = globalThis as Timed;
	timed.enter = { at: 0, heardAt: 0 };
	performance.clearResourceTimings();
	timed.painted = new Promise((resolve, reject) => {
		const isThere = () => {
			const main = document.querySelector("main");
			if (timed.enter.at === 0 || !main?.textContent?.includes(shows)) return false;
			if (repairs !== null) return main.querySelectorAll("ol > li > button").length === repairs;
			return main.querySelector('[role="tabpanel"]')?.textContent !== "" && !main.querySelector('[class*="_bone"]');
		};
		const giveUp = setTimeout(
			() => reject(new Error(`${text} never came: ${document.body.innerText.slice(0, 400)}`)),
			5_000,
		);
		const finish = (drawnAt: number, paintedAt: number) => {
			clearTimeout(giveUp);
			const { at, heardAt } = timed.enter;
			const calls = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/call/"));
			const ends = calls.map((call) => (call as PerformanceResourceTiming).responseEnd);
			resolve({
				heard: heardAt - at,
				asked: Math.min(...calls.map((call) => call.startTime)) - at,
				answered: Math.max(...ends.filter((end) => end <= drawnAt)) - at,
				drawn: drawnAt - at,
				painted: paintedAt - at,
			});
		};
		const watcher = new MutationObserver(() => {
			if (!isThere()) return;
			watcher.disconnect();
			const drawnAt = performance.now();
			requestAnimationFrame(() => requestAnimationFrame(() => finish(drawnAt, performance.now())));
		});
		watcher.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
	});
}

/** To be opened before the page goes anywhere. */
export async function openScanner(page: Page): Promise<{ scan(target: Target): Promise<Scanned> }> {
	await page.addInitScript(noteEnter);
	const line = await page.context().newCDPSession(page);

	/** `atMs`: when the system heard the key, ms UTC; left out, when it arrives. */
	async function press(key: string, code: string, keyCode: number, modifiers: number, atMs?: number): Promise<void> {
		const timestamp = atMs === undefined ? {} : { timestamp: atMs / 1000 };
		const pressed = { key, code, windowsVirtualKeyCode: keyCode, modifiers, ...timestamp };
		await Promise.all([
			line.send("Input.dispatchKeyEvent", { ...pressed, type: "rawKeyDown" }),
			line.send("Input.dispatchKeyEvent", { ...pressed, type: "keyUp" }),
		]);
	}

	return {
		async scan(target) {
			await page.evaluate(watchFor, target);
			// A scanner's rhythm, 2 ms a key, whatever the way through the test driver takes.
			const startedAt = performance.timeOrigin + performance.now() - target.text.length * 2;
			const keys = [...target.text].map((char, at) => {
				const [code, shift] = /\d/.test(char) ? [`Digit${char}`, 0] : [`Key${char}`, 8];
				return press(char, code, char.charCodeAt(0), shift, startedAt + at * 2);
			});
			await Promise.all(keys);
			await press("Enter", "Enter", 13, 0);
			const scanned = await page.evaluate(() => (globalThis as Timed).painted);
			// A person takes up the next thing; what the scan left to do in the background is done by then.
			await page.waitForTimeout(150);
			return scanned;
		},
	};
}
