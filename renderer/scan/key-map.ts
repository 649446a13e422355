/**
 * Keys to characters by physical position. A wedge scanner types as a US keyboard; an input method hides `key`
 * but leaves `code`, so the character is read from `code` and Shift. Pure; used by wedge.ts.
 */

const shifted: Record<string, readonly [plain: string, shift: string]> = {
	Backquote: ["`", "~"],
	Minus: ["-", "_"],
	Equal: ["=", "+"],
	BracketLeft: ["[", "{"],
	BracketRight: ["]", "}"],
	Backslash: ["\\", "|"],
	Semicolon: [";", ":"],
	Quote: ["'", '"'],
	Comma: [",", "<"],
	Period: [".", ">"],
	Slash: ["/", "?"],
	Space: [" ", " "],
	Digit1: ["1", "!"],
	Digit2: ["2", "@"],
	Digit3: ["3", "#"],
	Digit4: ["4", "$"],
	Digit5: ["5", "%"],
	Digit6: ["6", "^"],
	Digit7: ["7", "&"],
	Digit8: ["8", "*"],
	Digit9: ["9", "("],
	Digit0: ["0", ")"],
	NumpadDecimal: [".", "."],
	NumpadDivide: ["/", "/"],
	NumpadMultiply: ["*", "*"],
	NumpadSubtract: ["-", "-"],
	NumpadAdd: ["+", "+"],
};

/** The character a US keyboard makes of a key, or undefined for keys that make none. */
export function usChar(code: string, shift: boolean): string | undefined {
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	if (letter) return shift ? letter : letter.toLowerCase();
	const pair = shifted[code];
	if (pair) return shift ? pair[1] : pair[0];
	return /^Numpad([0-9])$/.exec(code)?.[1];
}

const controls: Record<string, number> = { BracketLeft: 27, Backslash: 28, BracketRight: 29, Digit6: 30, Minus: 31 };

/** The control character of Ctrl+key (Ctrl+] is GS, 0x1D), or undefined. */
export function controlChar(code: string): string | undefined {
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	const value = letter ? letter.charCodeAt(0) - 64 : controls[code];
	return value === undefined ? undefined : String.fromCharCode(value);
}

/** The digit of a numpad key, as used in Alt+numpad sequences. */
export function numpadDigit(code: string): string | undefined {
	return /^Numpad([0-9])$/.exec(code)?.[1];
}

const modifiers = /^(Shift|Control|Alt|Meta)(Left|Right)$|^(CapsLock|NumLock|AltGraph)$/;

export function isModifier(code: string): boolean {
	return modifiers.test(code);
}
