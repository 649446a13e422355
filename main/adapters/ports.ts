/**
 * The real clock, timers, chance, ids and log behind main/ports.ts. Called by the entry points only
 * (main/electron, main/loopback and the command-line tools); everything else is handed these.
 * Must not know anything of the trade.
 */
import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { Clock, Log, Ports, Random, Timers } from "../ports.ts";
import { createIds } from "./uuid-v7.ts";

export const systemClock: Clock = {
	now: () => Date.now(),
	mono: () => performance.now(),
};

export const systemTimers: Timers = {
	after(ms, run) {
		const timer = setTimeout(run, ms);
		return () => clearTimeout(timer);
	},
};

export const systemRandom: Random = {
	bytes: (count) => new Uint8Array(randomBytes(count)),
};

/** Everything a core needs of a real machine. */
export function systemPorts(log: Log): Ports {
	return {
		clock: systemClock,
		timers: systemTimers,
		random: systemRandom,
		ids: createIds(systemClock, systemRandom),
		log,
	};
}
