/**
 * Time in the demo workshop's story: moments told as days or open hours before now, a clock that travels through them,
 * and the order in which many stories are played at once. Nothing ever happens later than now.
 */
import type { WorkCalendar } from "../../domain/clock/calendar.ts";
import { addWorkingMs, nextOpening, stretchesOfDay } from "../../domain/clock/working.ts";
import { instantOfDay, localDayNumber } from "../../domain/clock/zone.ts";
import type { Clock } from "../ports.ts";

/** So many days ago at this time of the day, or so many minutes of opening time before now. */
export type At = readonly [daysAgo: number, time: string] | number;

export type Times = {
	readonly now: number;
	at(when: At): number;
	/** Number of the local day so many days before the moment. */
	dayBefore(ms: number, days: number): number;
	/** The instant so many minutes of opening time later. */
	later(ms: number, minutes: number): number;
	/** `ms`, or when the shop opens next. */
	open(ms: number): number;
};

const minuteMs = 60_000;

export function createTimes(calendar: WorkCalendar, now: number): Times {
	const { zone } = calendar;
	const today = localDayNumber(now, zone);

	function openMinutesAgo(minutes: number): number {
		let left = minutes * minuteMs;
		for (let day = today; day > today - 60; day--) {
			for (const { from, to } of [...stretchesOfDay(calendar, day)].reverse()) {
				const end = Math.min(to, now);
				if (end <= from) continue;
				if (end - from >= left) return end - left;
				left -= end - from;
			}
		}
		return now - minutes * minuteMs;
	}

	return {
		now,
		at(when) {
			if (typeof when === "number") return openMinutesAgo(when);
			const [daysAgo, time] = when;
			return instantOfDay(today - daysAgo, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), zone);
		},
		dayBefore: (ms, days) => localDayNumber(ms, zone) - days,
		later: (ms, minutes) => addWorkingMs(calendar, ms, minutes * minuteMs),
		open: (ms) => nextOpening(calendar, ms),
	};
}

/** A clock that stands where it was put; each act moves it on a little. Days that pass at a jump leave nobody idle. */
export type TravelClock = Clock & { to(ms: number): void; tick(): void };

/** People take a few seconds for each act. */
const actMs = 6_000;

export function createTravelClock(from: number, until: number): TravelClock {
	let now = from;
	let mono = 0;
	const to = (ms: number) => {
		now = Math.max(now, Math.min(ms, until));
	};
	const tick = () => {
		to(now + actMs);
		mono += actMs;
	};
	return { now: () => now, mono: () => mono, to, tick };
}

/** Does things and yields the instants it waits for. */
export type Story = AsyncGenerator<number, void, void>;

/** Plays all stories in the order of their moments; what would happen after `until` does not. `step` follows each one. */
export async function playStories(
	stories: readonly Story[],
	clock: TravelClock,
	until: number,
	step: (at: number) => void,
): Promise<void> {
	const waiting: { at: number; story: Story }[] = [];
	async function go(story: Story): Promise<void> {
		const next = await story.next();
		if (next.done) return;
		if (next.value > until) await story.return();
		else waiting.push({ at: Math.max(next.value, clock.now()), story });
	}
	for (const story of stories) await go(story);
	for (;;) {
		waiting.sort((a, b) => a.at - b.at);
		const first = waiting.shift();
		if (!first) return;
		clock.to(first.at);
		step(first.at);
		await go(first.story);
	}
}
