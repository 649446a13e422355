/** A keyboard-wedge scanner: a US keyboard that types a code faster than any person, with Shift where it is needed, and Enter. */
import type { CDPSession, Page } from "@playwright/test";

type Key = { code: string; key: string; shift: boolean; virtual: number };

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

function keyOf(char: string): Key {
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
	/** The same with a Chinese input method on: the keys reach the page as "being processed". */
	scanThroughInputMethod(text: string): Promise<void>;
};

/** Keys go out in one batch, so that their pace is the scanner's and not this machine's. */
export async function scannerOf(page: Page): Promise<Scanner> {
	const session = await page.context().newCDPSession(page);
	return {
		async scan(text) {
			await burst(session, text, false);
		},
		async scanThroughInputMethod(text) {
			await burst(session, text, true);
		},
	};
}

async function burst(session: CDPSession, text: string, inputMethod: boolean): Promise<void> {
	const sent: Promise<unknown>[] = [];
	let composed = "";
	for (const char of text) {
		const { code, key, shift, virtual } = keyOf(char);
		const modifiers = shift ? 8 : 0;
		if (shift) sent.push(press(session, "rawKeyDown", { code: "ShiftLeft", key: "Shift", virtual: 16, modifiers: 8 }));
		if (inputMethod) {
			composed += key;
			sent.push(press(session, "rawKeyDown", { code, key: "Process", virtual: 229, modifiers }));
			sent.push(
				session.send("Input.imeSetComposition", {
					text: composed,
					selectionStart: composed.length,
					selectionEnd: composed.length,
				}),
			);
		} else {
			sent.push(press(session, "keyDown", { code, key, virtual, modifiers, text: key }));
		}
		sent.push(press(session, "keyUp", { code, key, virtual, modifiers }));
		if (shift) sent.push(press(session, "keyUp", { code: "ShiftLeft", key: "Shift", virtual: 16, modifiers: 0 }));
	}
	const enter = { code: "Enter", key: "Enter", virtual: 13, modifiers: 0 };
	sent.push(press(session, "keyDown", { ...enter, text: "\r" }), press(session, "keyUp", enter));
	await Promise.all(sent);
}

type Press = { code: string; key: string; virtual: number; modifiers: number; text?: string };

function press(session: CDPSession, type: "keyDown" | "rawKeyDown" | "keyUp", input: Press): Promise<unknown> {
	const { code, key, virtual, modifiers, text } = input;
	return session.send("Input.dispatchKeyEvent", {
		type,
		code,
		key,
		modifiers,
		windowsVirtualKeyCode: virtual,
		...(text === undefined ? {} : { text }),
	});
}
