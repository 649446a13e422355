/** Work that goes on behind the requests: one run at a time, again after a while, sooner when woken, never twice at once. */
import type { ArchivePorts } from "./ports.ts";

export type Background = {
	/** Runs soon, also when it is running now. */ wake(): void /** Waits for the run under way. */;
	stop(): Promise<void>;
};

export function inBackground(
	{ timers, log }: ArchivePorts,
	name: string,
	everyMs: number,
	work: () => Promise<void>,
): Background {
	let cancel = () => {};
	let running: Promise<void> | undefined;
	let again = false;
	let stopped = false;

	function plan(ms: number): void {
		cancel();
		if (!stopped) cancel = timers.after(ms, run);
	}

	function run(): void {
		again = false;
		running = work()
			.catch((error: Error) => log.warn("background", { name, error: error.message.slice(0, 300) }))
			.finally(() => {
				running = undefined;
				plan(again ? 0 : everyMs);
			});
	}

	plan(everyMs);
	return {
		wake() {
			if (running) again = true;
			else plan(0);
		},
		async stop() {
			stopped = true;
			cancel();
			await running;
		},
	};
}
