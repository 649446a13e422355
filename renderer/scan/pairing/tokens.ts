/** A run of raw keys as what each press may mean: a character by position, one by the system's layout, or a named key. Pure. */
import { type AltCodes, type Piece, textOfPieces } from "../alt-codes.ts";
import { controlChar, isModifier, numpadDigit, usChar } from "../key-map.ts";
import type { KeyInput } from "../wedge.ts";

export type Token = {
	code: string;
	/** What a US keyboard makes of it. */
	us: string | undefined;
	/** What this PC's layout made of it, caps lock included. */
	key: string | undefined;
	/** Ctrl was down: the control character. */
	control: string | undefined;
	/** A number typed as Alt+numpad. */
	alt: number | undefined;
	/** An input method took it. */
	taken: boolean;
};

export function tokensOf(keys: readonly KeyInput[]): Token[] {
	const tokens: Token[] = [];
	let digits = "";
	for (const input of keys) {
		if (input.type === "up") {
			if (digits !== "" && input.code.startsWith("Alt")) tokens.push(altToken(Number(digits)));
			if (input.code.startsWith("Alt")) digits = "";
			continue;
		}
		if (isModifier(input.code) || input.repeat) continue;
		const digit = numpadDigit(input.code);
		if (input.alt && !input.ctrl && digit !== undefined) digits += digit;
		else tokens.push(tokenOf(input));
	}
	return tokens;
}

function tokenOf(input: KeyInput): Token {
	const plain = input.ctrl === input.alt && !input.meta;
	const taken = input.keyCode === 229 || input.key === "Process" || input.isComposing;
	return {
		code: input.code,
		us: plain ? usChar(input.code, input.shift) : undefined,
		key: plain && [...input.key].length === 1 ? input.key : undefined,
		control: input.ctrl && !input.alt ? controlChar(input.code) : undefined,
		alt: undefined,
		taken,
	};
}

function altToken(value: number): Token {
	return { code: "Alt", us: undefined, key: undefined, control: undefined, alt: value, taken: false };
}

/** Ms from press to press, Shift and Alt included. */
export function gapsOf(keys: readonly KeyInput[]): number[] {
	const downs = keys.filter(({ type, repeat }) => type === "down" && !repeat);
	return downs.slice(1).map((input, at) => input.time - (downs[at]?.time ?? input.time));
}

/** Enter, Tab, or CR and LF as control keys. */
export function isEndToken({ code, control }: Token): boolean {
	return /^(Enter|NumpadEnter|Tab)$/.test(code) || control === "\r" || control === "\n";
}

/** The characters of a token under one reading of the keyboard; undefined for a key that makes none. */
export function charOf(token: Token, layout: "us" | "key"): string | undefined {
	if (token.control !== undefined) return token.control;
	return layout === "us" ? (token.us ?? token.key) : (token.key ?? token.us);
}

/** What Alt+numpad numbers spell. */
export function altText(tokens: readonly Token[], altCodes: AltCodes): string {
	const pieces = tokens.flatMap(({ alt, us }): Piece[] => {
		if (alt !== undefined) return [{ kind: "code", value: alt }];
		return us === undefined ? [] : [{ kind: "char", char: us }];
	});
	return textOfPieces(pieces, altCodes);
}
