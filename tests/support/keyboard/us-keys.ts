/** The key of a US keyboard for each character, control characters and the two end keys included. */

export type UsKey = { code: string; key: string; shift: boolean; ctrl: boolean };

const signs = [
	["Backquote", "`~"],
	["Minus", "-_"],
	["Equal", "=+"],
	["BracketLeft", "[{"],
	["BracketRight", "]}"],
	["Backslash", "\\|"],
	["Semicolon", ";:"],
	["Quote", "'\""],
	["Comma", ",<"],
	["Period", ".>"],
	["Slash", "/?"],
	["Space", "  "],
] as const;
const aboveDigits = ")!@#$%^&*(";
const controls: Readonly<Record<string, string>> = { "\x1d": "BracketRight", "\x1c": "Backslash", "\x1e": "Digit6" };

/** Throws for what no key of that keyboard makes. */
export function keyOf(char: string): UsKey {
	const plain = { shift: false, ctrl: false };
	if (char === "\n") return { code: "Enter", key: "Enter", ...plain };
	if (char === "\t") return { code: "Tab", key: "Tab", ...plain };
	if (/[0-9]/.test(char)) return { code: `Digit${char}`, key: char, ...plain };
	if (/[a-z]/i.test(char)) {
		return { code: `Key${char.toUpperCase()}`, key: char, shift: /[A-Z]/.test(char), ctrl: false };
	}
	const digit = aboveDigits.indexOf(char);
	if (digit >= 0) return { code: `Digit${digit}`, key: char, shift: true, ctrl: false };
	const sign = signs.find(([, chars]) => chars.includes(char));
	if (sign) return { code: sign[0], key: char, shift: sign[1][1] === char && char !== " ", ctrl: false };
	const value = char.charCodeAt(0);
	const code = controls[char] ?? (value > 0 && value < 27 ? `Key${String.fromCharCode(value + 64)}` : undefined);
	if (code === undefined) throw new Error(`no key for ${JSON.stringify(char)}`);
	return { code, key: code.slice(-1).toLowerCase(), shift: false, ctrl: true };
}
