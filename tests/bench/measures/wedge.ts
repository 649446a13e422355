/**
 * A keyboard-wedge scanner and a person at one keyboard: scans lost or wrong, keystrokes eaten or doubled. First the
 * decision alone with thousands of each at every pace, then the whole capture in real Chromium. The timing is the stated
 * model of tests/support/keyboard/typing-model.ts; an input method is off and on in turn.
 */
import { mixedSession, type Session } from "../../support/keyboard/mixed-session.ts";
import { play } from "../../support/keyboard/page-model.ts";
import type { Chance } from "../../support/keyboard/typing-model.ts";
import { seededRandom } from "../made/random.ts";
import { none, type Result } from "../result.ts";
import { inBrowser } from "./wedge-browser.ts";

export type Mode = { gapMs: number; prefix: string; end: string };

/** What is promised: up to 25 ms with an end key, any pace behind a prefix that nobody types. */
const modes: readonly Mode[] = [
	...[1, 5, 10, 19, 25].map((gapMs) => ({ gapMs, prefix: "", end: "\n" })),
	...[35, 60, 100].map((gapMs) => ({ gapMs, prefix: "~]", end: "\n" })),
];
const keystrokes = 5_000;
const scans = 500;

export type Tally = { scans: number; lost: number; wrong: number; keys: number; eaten: number };

/** Keys of `typed` that are missing from `landed`, or stand there too much. */
function differences(typed: string, landed: string): number {
	if (typed === landed) return 0;
	let row = Array.from({ length: landed.length + 1 }, (_, at) => at);
	for (let at = 0; at < typed.length; at++) {
		const next = [at + 1];
		for (let other = 1; other <= landed.length; other++) {
			const same = typed[at] === landed[other - 1];
			const swap = (row[other - 1] ?? 0) + (same ? 0 : 1);
			next.push(Math.min(swap, (row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}

export function tally({ scans: wanted, typed }: Session, got: { scans: readonly string[]; landed: string }): Tally {
	const open = new Map<string, number>();
	for (const text of wanted) open.set(text, (open.get(text) ?? 0) + 1);
	let wrong = 0;
	for (const text of got.scans) {
		const left = open.get(text) ?? 0;
		if (left > 0) open.set(text, left - 1);
		else wrong += 1;
	}
	const lost = [...open.values()].reduce((sum, left) => sum + left, 0);
	return { scans: wanted.length, lost, wrong, keys: typed.length, eaten: differences(typed, got.landed) };
}

function chanceFrom(seed: number): Chance {
	const random = seededRandom(seed);
	return () => random.below(1 << 30) / (1 << 30);
}

function sum(tallies: readonly Tally[]): Tally {
	const total: Tally = { scans: 0, lost: 0, wrong: 0, keys: 0, eaten: 0 };
	for (const one of tallies) for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += one[key];
	return total;
}

function results(name: string, total: Tally): Result[] {
	return [
		none(`${name}-scans-lost`, total.lost, total.scans, "scans"),
		none(`${name}-scans-wrong`, total.wrong, total.scans, "scans"),
		none(`${name}-keys-eaten`, total.eaten, total.keys, "keystrokes of a person"),
	];
}

/** Needs `npm run build`. */
export async function measureWedge(): Promise<Result[]> {
	const chance = chanceFrom(2018);
	const alone = modes.flatMap((mode) =>
		[false, true].map((inputMethod) => {
			const session = mixedSession({ keystrokes, scans, chance, ...mode });
			return tally(session, play(session.presses, { prefix: mode.prefix }, inputMethod));
		}),
	);
	const browser: Tally[] = [];
	await inBrowser(modes, async (mode, playThere) => {
		const session = mixedSession({ keystrokes: 40, scans: 5, chance, oneField: true, ...mode });
		browser.push(tally(session, await playThere(session)));
	});
	return [...results("wedge", sum(alone)), ...results("wedge-browser", sum(browser))];
}
