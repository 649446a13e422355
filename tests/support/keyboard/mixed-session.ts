/** A person who types and scans in turn, as one stream of presses, and what must come of it. Used by unit tests and the bench. */
import { type Chance, inOrder, type Press, pauseOf, person, scanner, type Typist, typists } from "./typing-model.ts";

export type Session = { presses: Press[]; scans: string[]; typed: string };
export type SessionOptions = {
	keystrokes: number;
	scans: number;
	gapMs: number;
	/** Sent before each code. */
	prefix: string;
	/** Sent after each code: `\n`, `\t`, `\r\n` as `\n\n`. */
	end: string;
	chance: Chance;
	/** Only what stays in one field: the person presses neither Enter nor Tab. */
	oneField?: boolean;
};

const letters = "eeeeaaaooiintttsshrrdlucmwfgypbvkjxqz";
const others = "0123456789-./,~]";

export function mixedSession(options: SessionOptions): Session {
	const { keystrokes, gapMs, prefix, end, chance } = options;
	const presses: Press[][] = [];
	const scans: string[] = [];
	let typed = "";
	let at = 1000;
	while (typed.length < keystrokes || scans.length < options.scans) {
		const typist: Typist = typists[Math.floor(chance() * typists.length)] ?? typists[0];
		const drawn = wordsOf(1 + Math.floor((chance() * 2 * keystrokes) / options.scans), chance);
		const words = options.oneField ? drawn.replaceAll(/[\n\t]/g, " ") : drawn;
		const typing = person(words, at, typist, chance);
		typed += words;
		presses.push(typing);
		const lastDown = typing.findLast(({ type }) => type === "down")?.at ?? at;
		at = lastDown + pauseOf(typist, chance);
		const text = codeOf(chance);
		const scan = scanner(`${prefix}${text}${end}`, at, gapMs, chance);
		scans.push(text);
		presses.push(scan);
		at = (scan.findLast(({ type }) => type === "down")?.at ?? at) + pauseOf(typist, chance);
	}
	return { presses: inOrder(...presses), scans, typed };
}

function wordsOf(length: number, chance: Chance): string {
	const pick = (from: string) => from[Math.floor(chance() * from.length)] ?? "e";
	let text = "";
	while (text.length < length) {
		const draw = chance();
		if (draw < 0.72) text += pick(letters);
		else if (draw < 0.76) text += pick(letters).toUpperCase();
		else if (draw < 0.88) text += pick(others);
		else if (draw < 0.985) text += " ";
		else text += draw < 0.995 ? "\n" : "\t";
	}
	// A prefix is worth its name as long as nobody types it.
	return text.replaceAll("~]", "~.");
}

/** Order numbers, piece labels, serials, EANs, shelf cards, web addresses, GS1 strings with GS in the middle. */
function codeOf(chance: Chance): string {
	const digits = (count: number) => Array.from({ length: count }, () => Math.floor(chance() * 10)).join("");
	const kinds = [
		() => digits(14),
		() => digits(16),
		() => digits(13),
		() => `SN${digits(9)}`,
		() => `WS-A${digits(2)}-${digits(1)}`,
		() => `https://care.example/s/${digits(6)}Ab_${digits(5)}`,
		() => `01${digits(14)}10LOT${digits(3)}\x1d21SN${digits(4)}`,
	];
	return kinds[Math.floor(chance() * kinds.length)]?.() ?? digits(14);
}
