/**
 * Keys that came so close together that a scanner may have typed them, and what tells scanner from person: pace, and
 * when each key was let go. A scanner lets a key go before it presses the next; a person's finger stays down for about
 * a tenth of a second, whatever follows. Pure; used by wedge.ts only.
 */
import type { Piece } from "./alt-codes.ts";
import type { WedgeSettings } from "./settings.ts";
import type { KeyInput } from "./wedge.ts";

export type Entry = {
	input: KeyInput;
	piece: Piece;
	held: boolean;
	/** Whether it was let go before the next key came; undefined while it is down. */
	letGo?: boolean;
};

export type Burst = {
	entries: Entry[];
	firstAt: number;
	lastAt: number;
	/** Presses after the first one, Shift and Alt included: they take a scanner's time too. */
	steps: number;
	/** Pauses longer than the gap. */
	pauses: number;
	/** Entries already given to the page or its listeners. */
	delivered: number;
	/** Once sure, a pause up to flushMs still belongs to the scan. */
	sure: boolean;
	prefix: "no" | "maybe" | "yes";
	ime: boolean;
	altDigits: string;
};

export function freshBurst(time: number, prefix: Burst["prefix"]): Burst {
	const none = { entries: [], steps: 0, pauses: 0, delivered: 0, sure: false, ime: false, altDigits: "" };
	return { ...none, firstAt: time, lastAt: time, prefix };
}

/** Longest pause that still belongs to the burst, ms. */
export function longestPause(burst: Burst, settings: WedgeSettings): number {
	return burst.sure || burst.prefix !== "no" ? settings.flushMs : settings.gapMs;
}

/** Notes a press that goes on with the burst. */
export function step(burst: Burst, time: number, settings: WedgeSettings): void {
	if (time - burst.lastAt > settings.gapMs) burst.pauses += 1;
	burst.steps += 1;
	burst.lastAt = time;
}

/** A key was let go. */
export function release(burst: Burst, code: string): void {
	const at = burst.entries.findLastIndex((entry) => entry.input.code === code && entry.letGo === undefined);
	const entry = burst.entries[at];
	if (entry) entry.letGo = at === burst.entries.length - 1;
}

/** Mean ms from press to press. */
export function paceOf(burst: Burst): number {
	return (burst.lastAt - burst.firstAt) / Math.max(1, burst.steps);
}

/** As fast and as even as no person types. One stall is allowed: cables and radios have them, and a busy PC has. */
export function paceOfScanner(burst: Burst, settings: WedgeSettings): boolean {
	return paceOf(burst) <= settings.gapMs * 0.75 && burst.pauses <= Math.max(1, burst.entries.length / 12);
}

/** Fingers rolled over a few keys: as fast as a scanner, but the keys are down together. */
export function rolledByHand(burst: Burst): boolean {
	// No hand is that fast; a scanner that packs several keys into one report is.
	if (paceOf(burst) <= 8) return false;
	const before = burst.entries.slice(0, -1);
	const down = before.filter(({ letGo }) => letGo !== true).length;
	return down >= before.length * (before.length < 8 ? 0.5 : 0.8);
}

/** A person's keys are looked for among so many at the front. */
export const mostLead = 8;

/** How many keys at the front are a person's, pressed just before the scanner began. */
export function keysOfPerson(burst: Burst, minChars: number, hearsReleases: boolean): number {
	const head = Math.min(mostLead, burst.entries.length - minChars);
	return Math.max(hearsReleases ? stillDown(burst, head) : 0, slower(burst, head));
}

/** They were still down when the scanner began, while it lets its own keys go at once. */
function stillDown({ entries }: Burst, head: number): number {
	const lead = entries.slice(0, head).findLastIndex(({ letGo }) => letGo !== true) + 1;
	// The last key is still down when the end key comes, so it says nothing.
	const rest = entries.slice(lead, -1);
	const letGo = rest.filter((entry) => entry.letGo === true).length;
	return letGo >= 3 && letGo >= rest.length * 0.8 ? lead : 0;
}

/** They came at a person's pace, more than once: a single pause may be the scanner's own. */
function slower({ entries }: Burst, head: number): number {
	const gaps = entries.slice(1).map(({ input }, at) => input.time - (entries[at]?.input.time ?? input.time));
	const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
	const slow = gaps.slice(0, head).map((gap) => gap > Math.max(25, usual * 4));
	return slow.filter(Boolean).length >= 2 ? slow.lastIndexOf(true) + 1 : 0;
}
