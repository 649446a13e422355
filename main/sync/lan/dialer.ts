/** Keeps trying to reach paired PCs that are not linked: after a second, then ever more patiently, at most a minute apart. */
import type { Random, Timers } from "../../ports.ts";

export type DialerDeps = {
	timers: Timers;
	random: Random;
	/** Paired PCs that are not linked and whose address is known. */
	wanted(): { dev: string; address: string; port: number }[];
	/** Opens a link and greets; answers once that worked or not. Never rejects. */
	dial(dev: string, address: string, port: number): Promise<boolean>;
};

const firstMs = 1_000;
const longestMs = 60_000;
const lookMs = 30_000;

export function createDialer({ timers, random, wanted, dial }: DialerDeps) {
	const failures = new Map<string, number>();
	/** Whoever was tried in vain a moment ago is left alone until then. */
	const resting = new Map<string, () => void>();
	const busy = new Set<string>();
	let cancelLook = () => {};
	let running = false;

	function backOff(times: number): number {
		const most = Math.min(longestMs, firstMs * 2 ** Math.min(times, 10));
		return Math.round(most / 2 + (most / 2) * ((random.bytes(1)[0] ?? 0) / 255));
	}

	async function tryOne(dev: string, address: string, port: number): Promise<void> {
		if (busy.has(dev)) return;
		busy.add(dev);
		const met = await dial(dev, address, port);
		busy.delete(dev);
		const times = met ? 0 : (failures.get(dev) ?? 0) + 1;
		failures.set(dev, times);
		if (!running || met) return;
		const wake = () => {
			resting.delete(dev);
			look();
		};
		resting.set(dev, timers.after(backOff(times - 1), wake));
	}

	function look(): void {
		if (!running) return;
		for (const { dev, address, port } of wanted()) if (!resting.has(dev)) void tryOne(dev, address, port);
	}

	function rouse(): void {
		for (const cancel of resting.values()) cancel();
		resting.clear();
	}

	function plan(): void {
		cancelLook = timers.after(lookMs, () => {
			look();
			plan();
		});
	}

	return {
		start(): void {
			if (running) return;
			running = true;
			look();
			plan();
		},
		/** Now, whatever the patience says: one was just seen, or somebody asked. */
		now(): void {
			rouse();
			look();
		},
		/** A link ended: whoever rests goes on resting. */
		look,
		stop(): void {
			running = false;
			cancelLook();
			rouse();
		},
	};
}
