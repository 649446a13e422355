/** A keyboard-wedge scanner: a US keyboard that types a code faster than any person, with Shift where it is needed, and Enter. */
import type { CDPSession, Page } from "@playwright/test";

export type Key = { code: string; key: string; shift: boolean; virtual: number };

const signs: Readonly<Record<string, readonly [code: string, shift: boolean, virtual: number]>> = {
	"-": ["Minus", false, 189],
	_: ["Minus", true, 189],
	"=": ["Equal", false, 187],
	"+": ["Equal", true, 187],
	"/": ["Slash", false, 191],
	"?": ["Slash", true, 191],
	".": ["Period", false, 190],
	":": ["Semicolon", true, 186],
	"(": ["Digit9", true, 57],
	")": ["Digit0", true, 48],
};

/** The key of a US keyboard. */
export function keyOf(char: string): Key {
	if (/[0-9]/.test(char)) return { code: `Digit${char}`, key: char, shift: false, virtual: char.charCodeAt(0) };
	if (/[a-z]/i.test(char)) {
		const upper = char.toUpperCase();
		return { code: `Key${upper}`, key: char, shift: char === upper, virtual: upper.charCodeAt(0) };
	}
	const sign = signs[char];
	if (!sign) throw new Error(`this scanner can't type ${JSON.stringify(char)}`);
	return { code: sign[0], key: char, shift: sign[1], virtual: sign[2] };
}

export type Scanner = {
	/** One pull of the trigger. */
	scan(text: string): Promise<void>;
	/**
	 * The same with a Chinese input method on: the keys reach the page as "being processed", the letters as something being
	 * composed, behind what was being composed `already`.
	 */
	scanThroughInputMethod(text: string, already?: string): Promise<void>;
};

/** Pause between two keys, ms: as a common cable scanner. */
const paceMs = 8;
/** The least between two pulls of the trigger, ms. Longer than a scanner takes to repeat its end key. */
const restMs = 120;

/** When the last press on a page was, by its own time. */
const lastPress = new WeakMap<Page, number>();

/**
 * The time of a press at least `pauseMs` behind the one before, of whatever hands on this page; what is pressed takes
 * `takesMs`. Presses never run into each other, however soon the machine is through with one.
 */
export function nextPress(page: Page, pauseMs: number, takesMs = 0): number {
	const atMs = Math.max(Date.now(), (lastPress.get(page) ?? 0) + pauseMs);
	lastPress.set(page, atMs + takesMs);
	return atMs;
}

/** Keys go out in one batch and carry their own times, so that their pace is the scanner's and not this machine's. */
export async function scannerOf(page: Page): Promise<Scanner> {
	const session = await page.context().newCDPSession(page);
	const pull = async (text: string, composing: string | undefined) => {
		const fromMs = nextPress(page, restMs, (text.length + 1) * paceMs);
		await burst(session, text, composing, fromMs);
	};
	return {
		scan: (text) => pull(text, undefined),
		scanThroughInputMethod: (text, already = "") => pull(text, already),
	};
}

/** `composing`: what an input method holds before the first key; undefined when there is none. */
async function burst(session: CDPSession, text: string, composing: string | undefined, fromMs: number): Promise<void> {
	const sent: Promise<unknown>[] = [];
	const inputMethod = composing !== undefined;
	let composed = composing ?? "";
	let atMs = fromMs;
	const send = (type: PressType, input: Press) => sent.push(press(session, type, input, atMs));
	for (const char of text) {
		atMs += paceMs;
		const { code, key, shift, virtual } = keyOf(char);
		const modifiers = shift ? 8 : 0;
		if (shift) send("rawKeyDown", { code: "ShiftLeft", key: "Shift", virtual: 16, modifiers: 8 });
		if (inputMethod) {
			composed += key;
			send("rawKeyDown", { code, key: "Process", virtual: 229, modifiers });
			sent.push(compose(session, composed));
		} else {
			send("keyDown", { code, key, virtual, modifiers, text: key });
		}
		send("keyUp", { code, key, virtual, modifiers });
		if (shift) send("keyUp", { code: "ShiftLeft", key: "Shift", virtual: 16, modifiers: 0 });
	}
	atMs += paceMs;
	const enter = { code: "Enter", key: "Enter", virtual: 13, modifiers: 0 };
	send("keyDown", { ...enter, text: "\r" });
	send("keyUp", enter);
	// Input methods hand over what they held only after the last key.
	if (inputMethod) sent.push(session.send("Input.insertText", { text: composed }));
	await Promise.all(sent);
}

/** An input method shows what it has so far, underlined, in the field. */
export function compose(session: CDPSession, text: string): Promise<unknown> {
	return session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

export type Press = { code: string; key: string; virtual: number; modifiers: number; text?: string };
type PressType = "keyDown" | "rawKeyDown" | "keyUp";

/** One key goes down or up, `atMs` of the wall clock or as it comes. */
export function press(session: CDPSession, type: PressType, input: Press, atMs?: number): Promise<unknown> {
	const { code, key, virtual, modifiers, text } = input;
	return session.send("Input.dispatchKeyEvent", {
		type,
		code,
		key,
		modifiers,
		windowsVirtualKeyCode: virtual,
		...(text !== undefined && { text }),
		...(atMs !== undefined && { timestamp: atMs / 1000 }),
	});
}
