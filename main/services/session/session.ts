/**
 * Who stands at this workstation. One person at a time on a shared PC; locks itself after idle time; survives nothing
 * (a restart asks again). Approvals and switches go through credentials.ts.
 */

import type { Ports } from "../../ports.ts";
import type { By } from "../../router.ts";

export type SessionView = { person: string | null; locked: boolean; lastPerson: string | null };

export type Session = {
	current(): By | undefined;
	view(): SessionView;
	open(by: By): void;
	lock(): void;
	/** Somebody did something: idle time starts again. */
	touch(): void;
	/** Idle time after which it locks by itself, ms. */
	autoLockMs(): number;
};

export function createSession(ports: Ports, autoLockMs: () => number, changed: () => void): Session {
	let by: By | undefined;
	let lastPerson: string | null = null;
	let lastTouch = ports.clock.mono();
	let cancelTimer: (() => void) | undefined;

	function lock(): void {
		cancelTimer?.();
		cancelTimer = undefined;
		if (!by) return;
		by = undefined;
		changed();
	}

	/** One timer that looks again when the idle time may be over, instead of one per key stroke. */
	function watch(): void {
		cancelTimer?.();
		const left = lastTouch + autoLockMs() - ports.clock.mono();
		if (left <= 0) lock();
		else cancelTimer = ports.timers.after(left, watch);
	}

	return {
		current() {
			if (by && ports.clock.mono() - lastTouch >= autoLockMs()) lock();
			return by;
		},
		view: () => ({ person: by?.person ?? null, locked: by === undefined, lastPerson }),
		open(next) {
			by = next;
			lastPerson = next.person;
			lastTouch = ports.clock.mono();
			watch();
			changed();
		},
		lock,
		autoLockMs,
		touch: () => {
			lastTouch = ports.clock.mono();
		},
	};
}
