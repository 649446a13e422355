/**
 * What happens once when the core is ready: notices about the clock, names into memory, leftovers swept.
 * Answers the function that stops what it started.
 */

import type { WeltEvent } from "../domain/event/event.ts";
import { stationEvents } from "../domain/station/station.ts";
import type { App } from "./app.ts";
import { leaseChanged } from "./services/customer/opened.ts";
import { followPeople } from "./services/session/follow-people.ts";
import { isJoining } from "./services/setup/found.ts";
import { watchStandard } from "./services/standard/watch.ts";

/** A clock this far behind the newest event was set back, not merely adjusted. */
const setBackMs = 2 * 60_000;
/** Long enough that a draft somebody comes back to still has its pictures. */
const looseBlobLifeMs = 60 * 24 * 3_600_000;

function warnOfClock(app: App): void {
	const text = app.reader.prepare("SELECT text FROM event ORDER BY pos DESC LIMIT 1").pluck().get() as
		| string
		| undefined;
	if (!text) return;
	const lastSeenAt = (JSON.parse(text) as WeltEvent).wall;
	const nowAt = app.ports.clock.now();
	if (nowAt >= lastSeenAt - setBackMs) return;
	app.notices.push("clock.set-back");
	const { dev } = app.log.identity;
	app.log.append(dev, [stationEvents["station.clock_warned"].make(`station:${dev}`, { lastSeenAt, nowAt })]);
}

export async function startUp(app: App): Promise<() => Promise<void>> {
	// A PC that is still joining its store has written nothing, and must not yet.
	if (!isJoining(app)) warnOfClock(app);
	const stopStandard = watchStandard(app);
	app.log.onCommit((aggs) => followPeople(app, aggs));
	app.erasure.clear();
	app.blobs.sweep(app.ports.clock.now() - looseBlobLifeMs);
	await app.print.start();
	const cancel = app.ports.timers.after(0, () => void app.directory.load());
	app.scanners.start();
	app.sync.start();
	app.lease.start(() => leaseChanged(app));
	app.siblings.desk.start();
	app.backups.watch();
	return async () => {
		cancel();
		stopStandard();
		await app.scanners.stop();
		await app.siblings.desk.stop();
		await app.sync.stop();
		await app.print.stop();
		await app.backups.stop();
		app.lease.stop();
	};
}
