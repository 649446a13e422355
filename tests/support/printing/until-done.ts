/** Timers of the test clock fire when it moves, sockets need real time; the test's own time-out bounds the wait. */
import { setTimeout } from "node:timers/promises";
import type { ReadyWorkstation } from "../fixtures.ts";

export async function untilDone(ws: ReadyWorkstation, done: () => boolean): Promise<void> {
	while (!done()) {
		ws.clock.pass(1);
		await setTimeout(1);
	}
}
