/** Plays keys with exact times into a wedge and collects what a page would see. No real time passes. */
import { defaultWedgeSettings, type WedgeSettings } from "../../../../renderer/scan/settings.ts";
import { createWedge, type KeyInput, type Outcome } from "../../../../renderer/scan/wedge.ts";

export type Seen = {
	scans: { text: string; ime: boolean }[];
	/** What a text field holds that never sees a restore: typed characters, in order. */
	typed: string;
	/** The field after restores: snapshot at `begin`, put back at `scan`. */
	field: string;
	/** Keys kept from the page. */
	held: number;
};

const codes: Record<string, string> = {
	" ": "Space",
	"/": "Slash",
	"-": "Minus",
	"]": "BracketRight",
	"|": "Backslash",
	"~": "Backquote",
	":": "Semicolon",
	".": "Period",
	"\n": "Enter",
	"\t": "Tab",
};
const shifted = new Set(["|", "~", ":"]);

/** The key a US keyboard presses for a character. */
export function keyFor(char: string): Pick<KeyInput, "code" | "key" | "shift"> {
	if (/[0-9]/.test(char)) return { code: `Digit${char}`, key: char, shift: false };
	if (/[a-z]/i.test(char)) return { code: `Key${char.toUpperCase()}`, key: char, shift: /[A-Z]/.test(char) };
	return {
		code: codes[char] ?? "",
		key: char === "\n" ? "Enter" : char === "\t" ? "Tab" : char,
		shift: shifted.has(char),
	};
}

export function typist(settings: Partial<WedgeSettings> = {}) {
	const wedge = createWedge({ ...defaultWedgeSettings, ...settings });
	const seen: Seen = { scans: [], typed: "", field: "", held: 0 };
	let now = 1000;
	let before: string[] = [];

	const see = (outcomes: readonly Outcome[], native: string) => {
		for (const outcome of outcomes) {
			if (outcome.kind === "begin") before = [seen.field];
			if (outcome.kind === "mark") before.push(seen.field);
			if (outcome.kind === "scan") {
				seen.scans.push({ text: outcome.text, ime: outcome.ime });
				seen.field = before[outcome.mark] ?? seen.field;
			}
			if (outcome.kind === "typed" && outcome.held && outcome.char !== undefined) {
				seen.typed += outcome.char;
				seen.field += outcome.char;
			}
		}
		seen.typed += native;
		seen.field += native;
	};
	const tickUntil = (time: number) => {
		for (let due = wedge.dueAt(); due !== undefined && due <= time; due = wedge.dueAt()) see(wedge.tick(due), "");
	};

	const press = (key: Partial<KeyInput> & { code: string }, afterMs: number) => {
		now += afterMs;
		tickUntil(now - 0.001);
		const input: KeyInput = {
			type: "down",
			key: "",
			shift: false,
			ctrl: false,
			alt: false,
			meta: false,
			repeat: false,
			isComposing: false,
			keyCode: 0,
			time: now,
			...key,
		};
		const step = wedge.key(input);
		if (step.hold) seen.held++;
		// The page lets a key's character land after every listener ran, unless an input method has it.
		const free = !step.hold && input.type === "down" && !input.ctrl && !input.alt && input.keyCode !== 229;
		const native = free && [...input.key].length === 1 ? input.key : "";
		see(step.outcomes, native);
	};
	return {
		seen,
		wedge,
		press,
		/** Types text with the same pause before every key. */
		type(text: string, everyMs: number, extra: Partial<KeyInput> = {}) {
			for (const char of text) press({ ...keyFor(char), ...extra }, everyMs);
		},
		/** A number on the numpad with Alt held, as scanners send Chinese. */
		alt(code: string, everyMs: number) {
			press({ code: "AltLeft", key: "Alt", alt: true }, everyMs);
			for (const digit of code) press({ code: `Numpad${digit}`, key: digit, alt: true }, everyMs);
			press({ type: "up", code: "AltLeft", key: "Alt" }, everyMs);
		},
		wait(ms: number) {
			now += ms;
			tickUntil(now);
		},
	};
}
