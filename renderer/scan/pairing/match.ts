/**
 * Finds a code of the sheet in what was heard: which one, whole or not, and what stood before, behind and in place of
 * its GS. Pure; used by analyse.ts.
 */
import { type PairingCodeId, pairingCodeIds, pairingCodes } from "../../../domain/code/pairing-codes.ts";
import { usChar } from "../key-map.ts";
import { altText, charOf, isEndToken, type Token } from "./tokens.ts";

export type Layout = "us" | "key";
/** How the GS came. `key`: a key that makes no character, by its physical name. */
export type GsFate = { how: "control" } | { how: "sign"; sign: string } | { how: "key"; key: string } | { how: "lost" };
export type ChineseFate =
	| { how: "alt"; codes: "unicode" | "gb18030" }
	/** The system itself typed the characters. */
	| { how: "typed" }
	| { how: "lost" };

export type Match = {
	id: PairingCodeId;
	/** Every character that any keyboard has arrived as it should. */
	whole: boolean;
	layout: Layout;
	prefix: string;
	suffix: string;
	ends: number;
	/** Put its AIM identifier in front. */
	aim: boolean;
	gs?: GsFate;
	chinese?: ChineseFate;
	/** What arrived instead, in the reading that came closest; for telling why. */
	got: string;
};

/** Undefined when it is none of the sheet's codes. */
export function matchTokens(tokens: readonly Token[]): Match | undefined {
	const lastBody = tokens.findLastIndex((token) => !isEndToken(token));
	const body = tokens.slice(0, lastBody + 1);
	const ends = tokens.length - body.length;
	const readings = (["us", "key"] as const).map((layout) => ({
		layout,
		chars: body.map((token) => charOf(token, layout)),
	}));
	for (const id of pairingCodeIds) {
		for (const { layout, chars } of readings) {
			const found = findCode(id, chars, body);
			if (found) return { ...found, id, layout, ends, whole: true };
		}
	}
	return nearest(readings, ends);
}

type Found = Pick<Match, "prefix" | "suffix" | "aim" | "gs" | "chinese" | "got">;

function findCode(
	id: PairingCodeId,
	chars: readonly (string | undefined)[],
	body: readonly Token[],
): Found | undefined {
	const [head = "", tail = ""] = partsOf(id);
	const from = indexOf(chars, head, 0);
	if (from < 0) return undefined;
	const around = beforeOf(chars.slice(0, from));
	const rest = from + head.length;
	const got = textOf(chars);
	if (id === "plain") return { ...around, suffix: textOf(chars.slice(rest)), got };
	if (id === "chinese") return { ...around, ...chineseOf(body.slice(rest)), got };
	const at = indexOf(chars, tail, rest);
	if (at < 0 || at > rest + 1) return undefined;
	const between = body[rest];
	const gs: GsFate = at === rest || !between ? { how: "lost" } : gsOf(between, chars[rest]);
	return { ...around, gs, suffix: textOf(chars.slice(at + tail.length)), got };
}

/** What must arrive on any keyboard, in order: the GS and the Chinese are looked for apart. */
function partsOf(id: PairingCodeId): string[] {
	const { text } = pairingCodes[id];
	return id === "chinese" ? [text.slice(0, 7)] : text.split("\u001d");
}

/** Keys that make no character are no match and no part of a text. */
function indexOf(chars: readonly (string | undefined)[], wanted: string, from: number): number {
	const letters = [...wanted];
	for (let at = from; at + letters.length <= chars.length; at++) {
		if (letters.every((letter, index) => chars[at + index] === letter)) return at;
	}
	return -1;
}

function textOf(chars: readonly (string | undefined)[]): string {
	return chars.map((char) => char ?? "").join("");
}

function beforeOf(chars: readonly (string | undefined)[]): { prefix: string; aim: boolean } {
	const text = textOf(chars);
	const aim = /\][A-Za-z][0-9A-Za-z]$/.test(text);
	return { prefix: aim ? text.slice(0, -3) : text, aim };
}

function gsOf(token: Token, char: string | undefined): GsFate {
	if (char === "\u001d") return { how: "control" };
	if (char !== undefined) return { how: "sign", sign: char };
	// A letter's key with Ctrl or Alt could not be told from the letter.
	return usChar(token.code, false) === undefined ? { how: "key", key: token.code } : { how: "lost" };
}

function chineseOf(body: readonly Token[]): Pick<Found, "suffix"> & { chinese: ChineseFate } {
	const wanted = pairingCodes.chinese.text.slice(7);
	for (const codes of ["gb18030", "unicode"] as const) {
		const text = altText(body, codes);
		if (text.startsWith(wanted)) return { chinese: { how: "alt", codes }, suffix: text.slice(wanted.length) };
	}
	const typed = body.map(({ key }) => key ?? "").join("");
	if (typed.startsWith(wanted)) return { chinese: { how: "typed" }, suffix: typed.slice(wanted.length) };
	// What stands there instead of the Chinese is no suffix.
	return { chinese: { how: "lost" }, suffix: "" };
}

/** A text from a scanner that the workstation reads itself. Its AIM prefix and end were taken care of there, or not. */
export function matchText(text: string): Match | undefined {
	const plain = text.replace(/[\r\n\t]+$/, "");
	const reading = { layout: "us" as const, chars: [...plain] };
	for (const id of pairingCodeIds) {
		const [head = "", tail = ""] = partsOf(id);
		const from = plain.indexOf(head);
		const at = plain.indexOf(tail, from + head.length);
		if (from < 0 || at < 0) continue;
		const match: Match = {
			...reading,
			id,
			...beforeOf([...plain.slice(0, from)]),
			whole: true,
			suffix: "",
			ends: 0,
			got: plain,
		};
		const between = plain.slice(from + head.length, at);
		if (id === "gs1") match.gs = between === "\u001d" ? { how: "control" } : { how: "lost" };
		if (id !== "chinese") return match;
		match.chinese = { how: plain.includes(pairingCodes.chinese.text) ? "typed" : "lost" };
		return match;
	}
	return nearest([reading], 0);
}

/** Every code of the sheet says so somewhere; what doesn't is noise, however many digits happen to fit. */
const name = "welt";

/** The sheet's code that most of the characters fit, in order; below half it is something else. */
function nearest(
	readings: readonly { layout: Layout; chars: readonly (string | undefined)[] }[],
	ends: number,
): Match | undefined {
	let best: { match: Match; share: number } | undefined;
	for (const id of pairingCodeIds) {
		const wanted = partsOf(id).join("");
		for (const { layout, chars } of readings) {
			const got = textOf(chars);
			if (inCommon(name, got.toLowerCase()) < name.length - 1) continue;
			const share = (2 * inCommon(wanted.toLowerCase(), got.toLowerCase())) / (wanted.length + got.length);
			if (share < 0.5 || (best && share <= best.share)) continue;
			best = { share, match: { id, whole: false, layout, prefix: "", suffix: "", ends, aim: false, got } };
		}
	}
	return best?.match;
}

/** Length of the longest common subsequence. */
function inCommon(a: string, b: string): number {
	let row = new Array<number>(b.length + 1).fill(0);
	for (const letter of a) {
		const next = [0];
		for (let at = 1; at <= b.length; at++) {
			const same = letter === b[at - 1] ? (row[at - 1] ?? 0) + 1 : 0;
			next.push(Math.max(same, row[at] ?? 0, next[at - 1] ?? 0));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
