/** One true time for a whole simulation, and timers that fire only when it is moved on. PCs show it wrong by their skew. */
export type Timer = { at: number; run: () => void; owner: number };

export type Time = {
	now(): number;
	pass(ms: number): void;
	after(owner: number, ms: number, run: () => void): () => void;
	/** Takes the next timer that is due out of the queue. */
	due(): Timer | undefined;
	/** A process ended: nothing of it fires any more. */
	forget(owner: number): void;
};

export function createTime(start: number): Time {
	let now = start;
	let timers: Timer[] = [];
	return {
		now: () => now,
		pass: (ms) => {
			now += ms;
		},
		after(owner, ms, run) {
			const timer = { at: now + ms, run, owner };
			timers.push(timer);
			return () => {
				timers = timers.filter((one) => one !== timer);
			};
		},
		due() {
			const next = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at || a.owner - b.owner)[0];
			timers = timers.filter((one) => one !== next);
			return next;
		},
		forget: (owner) => {
			timers = timers.filter((one) => one.owner !== owner);
		},
	};
}
