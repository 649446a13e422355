/**
 * The loop behind the counter: sign in, send, read, wait. Runs beside everything else and never in its way: each step is
 * short, the work on disk is the log's own transactions, and whatever fails is tried again later with growing patience.
 */
import type { RefusalCode } from "../../archive/protocol/refusal.ts";
import type { Log, Random, Timers } from "../ports.ts";
import { ArchiveSaidNo } from "./archive-client.ts";
import { LineDown } from "./line.ts";

/** `off`: enrolled nowhere. `refused`: the archive said no, with `reason`. */
export type SyncState = {
	line: "off" | "idle" | "working" | "unreachable" | "refused";
	reason: RefusalCode | null;
	/** Last whole answer, ms UTC. */
	lastContactAt: number | null;
};

export type SyncEngine = {
	state(): SyncState;
	/** Something was written, or the PC woke: soon, not in half a minute. */
	wake(): void;
	/** One round now. Resolves when it is through, whatever came of it. */
	run(): Promise<void>;
	start(): void;
	stop(): Promise<void>;
};

export type EngineDeps = {
	clock: { now(): number };
	timers: Timers;
	random: Random;
	log: Log;
	/** True while this workstation belongs to an archive. */
	enrolled(): boolean;
	/** One round of work in this order; rejects LineDown or ArchiveSaidNo. */
	steps: readonly (() => Promise<unknown>)[];
	changed(state: SyncState): void;
};

/** A quiet archive is asked this often; hints make it sooner. */
const pollMs = 30_000;
/** After a write: several acts of one drop-off go together. */
const soonMs = 250;
const firstBackOffMs = 1_000;
const longestBackOffMs = 5 * 60_000;

export function createSyncEngine(deps: EngineDeps): SyncEngine {
	const { clock, timers, log } = deps;
	let state: SyncState = { line: deps.enrolled() ? "idle" : "off", reason: null, lastContactAt: null };
	let failures = 0;
	let running: Promise<void> | undefined;
	let again = false;
	let started = false;
	let stopped = false;
	let cancel = () => {};

	function become(next: Partial<SyncState>): void {
		state = { ...state, ...next };
		deps.changed(state);
	}

	/** Between 0 and `ms`, evenly: a whole country that comes back at once must not knock at once. */
	const jitter = (ms: number) => {
		const [a = 0, b = 0] = deps.random.bytes(2);
		return Math.round((ms * (a * 256 + b)) / 65_535);
	};

	function plan(ms: number): void {
		cancel();
		if (started && !stopped) cancel = timers.after(ms, () => void run());
	}

	async function round(): Promise<number> {
		if (!deps.enrolled()) {
			become({ line: "off", reason: null });
			return pollMs;
		}
		become({ line: "working" });
		try {
			for (const step of deps.steps) {
				await step();
				if (stopped) break;
			}
			failures = 0;
			become({ line: "idle", reason: null, lastContactAt: clock.now() });
			return pollMs / 2 + jitter(pollMs);
		} catch (error) {
			return failed(error);
		}
	}

	function failed(error: unknown): number {
		const backOff = Math.min(longestBackOffMs, firstBackOffMs * 2 ** failures);
		failures = Math.min(failures + 1, 20);
		if (error instanceof ArchiveSaidNo) {
			const busy = error.code === "later" || error.code === "internal";
			log.warn("sync.refused", { code: error.code });
			become({ line: busy ? "unreachable" : "refused", reason: error.code, lastContactAt: clock.now() });
			return Math.max(error.retryAfterMs ?? 0, jitter(backOff));
		}
		if (!(error instanceof LineDown))
			log.error("sync.failed", { error: error instanceof Error ? error.message.slice(0, 200) : "unknown" });
		become({ line: "unreachable", reason: null });
		return jitter(backOff);
	}

	function run(): Promise<void> {
		if (running) {
			again = true;
			return running;
		}
		cancel();
		running = round().then((wait) => {
			running = undefined;
			const sooner = again && state.line === "idle";
			again = false;
			plan(sooner ? soonMs : wait);
		});
		return running;
	}

	return {
		state: () => state,
		wake() {
			if (running) again = true;
			else if (state.line !== "unreachable") plan(soonMs);
		},
		run,
		start() {
			started = true;
			plan(soonMs);
		},
		async stop() {
			stopped = true;
			cancel();
			await running;
		},
	};
}
