/**
 * How people and scanners press keys, as a stated model: nothing here is random by itself, chance is handed in.
 *
 * People: times from press to press are log-normal (the shape found to fit free text well by González, Calot and Ierache,
 * Heliyon 7, 2021), with median and spread fitted to three typists of the public set of Dhakal, Feit, Kristensson and
 * Oulasvirta, "Observations on Typing from 136 Million Keystrokes" (CHI 2018): 136 ms/0.46, 194 ms/0.72, 243 ms/0.55. How
 * long a key stays down is log-normal too, 105 ms/0.30 in the same data, never below the shortest in it, 38 ms. Made harder than the data: a fourth typist
 * of 85 ms, and in three of a hundred places a roll of two to four keys 10–35 ms apart. Somebody who reaches for the scanner
 * does so after a pause of the same distribution, so that the scan may begin while the last key is still down.
 *
 * Scanners: one press every `gapMs`, let go half-way, Shift with the key, ±8 % and one stall of 8 ms in a while.
 */
import type { KeyInput } from "../../../renderer/scan/wedge.ts";
import { keyOf } from "./us-keys.ts";

/** 0 ≤ n < 1. */
export type Chance = () => number;
export type Press = Pick<KeyInput, "type" | "code" | "key" | "shift" | "ctrl"> & {
	at: number;
	by: "person" | "scanner";
};

export const typists = [
	{ medianMs: 85, spread: 0.45 },
	{ medianMs: 136, spread: 0.46 },
	{ medianMs: 194, spread: 0.72 },
	{ medianMs: 243, spread: 0.55 },
] as const;
export type Typist = (typeof typists)[number];

const holdMedianMs = 105;
const holdSpread = 0.3;
const shortestHoldMs = 38;
const rolls = 0.03;

function normal(chance: Chance): number {
	return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** A pause of this typist, ms. */
export function pauseOf({ medianMs, spread }: Typist, chance: Chance): number {
	return medianMs * Math.exp(spread * normal(chance));
}

/** A person types `text` from `from` on; the first press comes at `from`. */
export function person(text: string, from: number, typist: Typist, chance: Chance): Press[] {
	const presses: Press[] = [];
	let at = from;
	let rolling = 0;
	for (const [index, char] of [...text].entries()) {
		const holdMs = Math.max(shortestHoldMs, holdMedianMs * Math.exp(holdSpread * normal(chance)));
		const { code } = keyOf(char);
		// The same key again: the finger has to come up first.
		const still = presses.findLast((one) => one.type === "up" && one.code === code);
		if (still && still.at >= at) still.at = at - 1;
		press(presses, char, at, at + holdMs, "person");
		if (rolling === 0 && chance() < rolls) rolling = 1 + Math.floor(chance() * 3);
		// One finger can't roll over one key.
		const same = text[index + 1]?.toLowerCase() === char.toLowerCase();
		at += rolling > 0 && !same ? 10 + chance() * 25 : pauseOf(typist, chance);
		rolling = Math.max(0, rolling - 1);
	}
	return presses;
}

/** A scanner types `text`, its end key included (`\n`, `\t` or none). */
export function scanner(text: string, from: number, gapMs: number, chance: Chance): Press[] {
	const presses: Press[] = [];
	let at = from;
	for (const char of text) {
		const gap = Math.max(0.5, gapMs * (1 + 0.08 * normal(chance))) + (chance() < 0.01 ? 8 : 0);
		press(presses, char, at, at + Math.min(gap, gapMs) / 2, "scanner");
		at += gap;
	}
	return presses;
}

function press(presses: Press[], char: string, down: number, up: number, by: Press["by"]): void {
	const key = keyOf(char);
	const add = (type: Press["type"], at: number, pressed: Omit<Press, "type" | "at" | "by">) => {
		presses.push({ ...pressed, type, at, by });
	};
	const shift = { code: "ShiftLeft", key: "Shift", ctrl: false };
	const ctrl = { code: "ControlLeft", key: "Control", shift: false };
	if (key.shift) add("down", down, { ...shift, shift: true });
	if (key.ctrl) add("down", down, { ...ctrl, ctrl: true });
	add("down", down, key);
	add("up", up, key);
	if (key.shift) add("up", up, { ...shift, shift: false });
	if (key.ctrl) add("up", up, { ...ctrl, ctrl: false });
}

/** In the order they happen. */
export function inOrder(...streams: readonly Press[][]): Press[] {
	return streams.flat().sort((a, b) => a.at - b.at);
}
