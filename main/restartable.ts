/**
 * A core that can be closed and opened anew under its hosts: they keep what they were given, calls that come in between
 * wait. Used by core.ts for a restore into an empty workstation.
 */
import type { Push } from "../preload/contract/host.ts";
import type { Core } from "./core.ts";
import type { Ports } from "./ports.ts";
import { createWaitingScans } from "./waiting-scans.ts";

type Open = (push: (message: Push) => void, restart: () => void) => Promise<Core>;

/** `open` is called now and at each restart. A restart begins once the call that asked for it has answered. */
export async function createRestartable({ clock, timers, log }: Ports, open: Open): Promise<Core> {
	const listeners = new Set<(push: Push) => void>();
	const waiting = createWaitingScans(clock.mono, (count) => log.warn("scanner.unheard", { count }));
	const push = (message: Push) => {
		if (listeners.size === 0 && message.type === "scan") waiting.keep(message);
		for (const listener of listeners) listener(message);
	};
	let stopped = false;
	let core = await open(push, restart);
	let current: Promise<Core> = Promise.resolve(core);

	function restart(): void {
		timers.after(0, () => {
			if (stopped) return;
			current = core.stop().then(async () => {
				core = await open(push, restart);
				push({ type: "changed", aggs: ["*"] });
				push({ type: "session" });
				return core;
			});
		});
	}

	return {
		get app() {
			return core.app;
		},
		dispatch: async (name, input, caller) => (await current).dispatch(name, input, caller),
		readMedia: async (handle, caller) => (await current).readMedia(handle, caller),
		acceptMedia: async (ticket, bytes, caller) => (await current).acceptMedia(ticket, bytes, caller),
		subscribe(listener) {
			listeners.add(listener);
			for (const scan of waiting.take()) listener(scan);
			return () => listeners.delete(listener);
		},
		lock: () => core.lock(),
		wake: () => core.wake(),
		async stop() {
			stopped = true;
			await (await current).stop();
			listeners.clear();
		},
	};
}
