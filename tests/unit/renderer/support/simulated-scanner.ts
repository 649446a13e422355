/** Keyboard scanners of all kinds reading the set-up sheet: what the page hears of each, key by key. */
import { type PairingCodeId, pairingCodes } from "../../../../domain/code/pairing-codes.ts";
import type { Heard } from "../../../../renderer/scan/pairing/heard.ts";
import type { KeyInput } from "../../../../renderer/scan/wedge.ts";
import { type Press, scanner } from "../../../support/keyboard/typing-model.ts";
import { keyOf } from "../../../support/keyboard/us-keys.ts";

export type Simulated = {
	gapMs: number;
	prefix?: string;
	suffix?: string;
	/** `\n`, `\t`, `\n\n` or none. */
	end?: string;
	aim?: boolean;
	/** What it types for GS: characters, or `{key}` for a named key; nothing when it drops it. */
	gs?: string | { key: string };
	chinese?: "unicode" | "gbk" | "utf-8" | "question-marks" | "nothing";
	/** Keyboard country it is set to, and that of the PC. */
	country?: "us" | "de";
	pc?: "us" | "de";
	/** Turns capitals and small letters round. */
	swapsCase?: boolean;
	/** Every how many characters one is lost. */
	losesEvery?: number;
	inputMethod?: boolean;
};

const aims = { plain: "]C0", chinese: "]Q1", gs1: "]C1" } as const;
/** Where German keyboards have what the sheet uses, as the US key at that place. */
const german: Readonly<Record<string, string>> = {
	z: "y",
	y: "z",
	Z: "Y",
	Y: "Z",
	"-": "/",
	"/": "&",
	_: "?",
	":": ">",
	"+": "]",
	"?": "_",
};
const gbk: Readonly<Record<string, number>> = { 沿: 53720, 条: 52469, 中: 54992, 文: 52932 };

export function readCode(id: PairingCodeId, how: Simulated): Heard {
	const { prefix = "", suffix = "", end = "\n", aim = false, losesEvery = 0 } = how;
	const { text } = pairingCodes[id];
	const kept = [...text].filter((_, index) => losesEvery === 0 || (index + 1) % losesEvery !== 0).join("");
	const keys: KeyInput[] = [];
	let at = 1000;
	for (const char of `${prefix}${aim ? aims[id] : ""}${kept}${suffix}${end}`) {
		const made =
			char === "\u001d"
				? gsKeys(how, at)
				: /[^\0-\x7f]/.test(char)
					? chineseKeys(char, how, at)
					: charKeys(char, how, at);
		keys.push(...made);
		at = (made.findLast(({ type }) => type === "down")?.time ?? at - how.gapMs) + how.gapMs;
	}
	return { via: "keys", keys };
}

export function readSheet(how: Simulated, ids: readonly PairingCodeId[] = ["plain", "chinese", "gs1"]): Heard[] {
	return ids.map((id) => readCode(id, how));
}

function charKeys(char: string, how: Simulated, at: number): KeyInput[] {
	const meant = how.swapsCase ? swapped(char) : char;
	const typed = how.country === "de" ? (german[meant] ?? meant) : meant;
	return scanner(typed, at, how.gapMs, () => 0.5).map((press) => {
		const shown = how.pc === "de" && how.country === "de" && press.key.length === 1 ? meant : press.key;
		return inputOf(press, shown, how.inputMethod === true && press.key.length === 1);
	});
}

function gsKeys(how: Simulated, at: number): KeyInput[] {
	if (how.gs === undefined) return [];
	if (typeof how.gs === "string") return charKeys(how.gs, { ...how, swapsCase: false }, at);
	const { key } = how.gs;
	return (["down", "up"] as const).map((type, index) =>
		inputOf({ type, code: key, key, shift: false, ctrl: false, at: at + index, by: "scanner" }, key, false),
	);
}

function chineseKeys(char: string, how: Simulated, at: number): KeyInput[] {
	const { chinese = "unicode" } = how;
	if (chinese === "nothing") return [];
	if (chinese === "question-marks") return charKeys("?", how, at);
	if (chinese === "gbk") return altKeys(String(gbk[char]), at);
	if (chinese === "unicode") return altKeys(String(char.codePointAt(0)), at);
	return [...new TextEncoder().encode(char)].flatMap((byte, index) => altKeys(`0${byte}`, at + index * 8));
}

function altKeys(digits: string, at: number): KeyInput[] {
	const alt = { code: "AltLeft", key: "Alt", shift: false, ctrl: false, by: "scanner" as const };
	const held = (press: Press): KeyInput => ({ ...inputOf(press, press.key, false), alt: true });
	return [
		held({ ...alt, type: "down", at }),
		...[...digits].map((digit, index) =>
			held({ ...alt, code: `Numpad${digit}`, key: digit, type: "down", at: at + index + 1 }),
		),
		inputOf({ ...alt, type: "up", at: at + digits.length + 1 }, "Alt", false),
	];
}

function swapped(char: string): string {
	return char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
}

function inputOf({ type, code, shift, ctrl, at }: Press, key: string, taken: boolean): KeyInput {
	const common = { type, code, shift, ctrl, alt: false, meta: false, repeat: false, time: at };
	const hidden = taken && type === "down" && code !== "Enter" && code !== "Tab";
	return { ...common, key: hidden ? "Process" : key, isComposing: hidden, keyCode: hidden ? 229 : 0 };
}

/** Somebody types something else while the wizard listens. */
export function typeByHand(text: string): Heard {
	const keys = [...text].map((char, index) =>
		inputOf({ ...keyOf(char), type: "down", at: 1000 + index * 120, by: "person" }, char, false),
	);
	return { via: "keys", keys };
}
