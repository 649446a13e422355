/** The moment a paper is made, in the centre's own time, as papers print it. */
import { defaultZone } from "../../../domain/clock/calendar.ts";
import { localDay, localMinute } from "../../../domain/clock/zone.ts";
import type { App } from "../../app.ts";

/** `2026-11-21 10:42` */
export function stampNow(app: App): string {
	const zone = app.states.find("store", app.log.identity.store)?.state.calendar.zone ?? defaultZone;
	const now = app.ports.clock.now();
	const minute = localMinute(now, zone);
	const two = (n: number) => String(n).padStart(2, "0");
	return `${localDay(now, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
