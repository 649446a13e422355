/** When the customer would be called after a hand-over now, with the clock that runs until then. Called by the hand-over. */
import { startClocks } from "../../../domain/job/clock-moves.ts";
import { followUpDay } from "../../../domain/job/leave/follow-up.ts";
import type { LeaveFacts } from "../../../domain/job/leave/hand-over.ts";
import type { App } from "../../app.ts";

/** The standard's clock of the follow-up call. */
const clockRule = "L";

/** Null when there is no phone to call. */
export function followUpFrom(app: App, phone: string | undefined): LeaveFacts["followUp"] {
	if (phone === undefined) return null;
	const { calendar, policies } = app.store().state;
	const now = app.ports.clock.now();
	const at = followUpDay(calendar, now, policies.followUpAfterDays);
	return { at, clocks: startClocks(app.standard.index, [clockRule], calendar, now, policies.clockSet) };
}
