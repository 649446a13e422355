/**
 * Makes the demo workshop: founds it in a folder of its own and lives six weeks of work there, every fact made by the
 * product's own calls on a core whose clock travels. When it is whole it waits beside the empty database like a restored
 * backup and moves in at the next opening; cut off anywhere before, nothing of it is left. Called by `setup.demo` only.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { translateStorageError } from "../../db/storage-errors.ts";
import { defaultCalendar } from "../../domain/clock/calendar.ts";
import { refuse } from "../../domain/errors.ts";
import type { Core, CoreOptions } from "../core.ts";
import { restoredName, restoringName } from "../restored.ts";
import { foundDemo } from "./found.ts";
import { openShop } from "./shop.ts";
import { stories } from "./story/told.ts";
import { createTimes, createTravelClock, playStories } from "./time.ts";

type Language = CoreOptions["language"];
/** Opens a core on another folder. */
export type OpenCore = (options: CoreOptions) => Promise<Core>;
/** Told how far it is, 0–100, whenever that changes. */
export type Progress = (percent: number) => void;

/** Before the first customer. */
const daysBack = 46;

/** Refuses `setup.already-done` while one waits to move in, and what disks say. */
export async function makeDemo(options: CoreOptions, open: OpenCore, language: Language, progress: Progress) {
	const part = join(options.dir, restoringName);
	const whole = join(options.dir, restoredName);
	if (existsSync(whole)) refuse("rule-broken", "setup.already-done");
	rmSync(part, { recursive: true, force: true });
	try {
		mkdirSync(part, { mode: 0o700 });
		await live(options, open, part, language, progress);
		renameSync(part, whole);
	} catch (error) {
		rmSync(part, { recursive: true, force: true });
		throw translateStorageError(error);
	}
}

async function live(options: CoreOptions, open: OpenCore, dir: string, language: Language, progress: Progress) {
	const { ports, keys, rootDir } = options;
	const now = ports.clock.now();
	const times = createTimes(defaultCalendar, now);
	const from = times.at([daysBack, "09:00"]);
	const clock = createTravelClock(from, now);
	const silent = () => undefined;
	const core = await open({
		...options,
		dir,
		language,
		// The key is the workstation's own and stays where it is.
		keys: { load: keys.load, save: async () => undefined },
		// Nothing happens by itself in a story: no locking, no printing, no backup. A call's line in the log is no news.
		ports: { ...ports, clock, timers: { after: () => silent }, log: { ...ports.log, info: silent, warn: silent } },
	});
	try {
		const app = core.app ?? refuse("storage-damaged", "storage.damaged");
		// Nothing of it counts before it is whole: it is brought to the disk once, at the end.
		app.writer.pragma("synchronous = OFF");
		const colleagues = await foundDemo(app, language);
		const shop = await openShop({ core, clock, times, language, rootDir, colleagues });
		let told = -1;
		await playStories(stories(shop), clock, now, (at) => {
			const percent = Math.floor(((at - from) / (now - from)) * 100);
			if (percent === told) return;
			told = percent;
			progress(percent);
		});
		app.writer.pragma("synchronous = FULL");
		app.writer.pragma("wal_checkpoint(TRUNCATE)");
	} finally {
		await core.stop();
	}
}
