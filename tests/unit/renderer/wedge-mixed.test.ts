import { describe, expect, test } from "vitest";
import { seededRandom } from "../../bench/made/random.ts";
import { mixedSession } from "../../support/keyboard/mixed-session.ts";
import { play } from "../../support/keyboard/page-model.ts";
import { inOrder, type Press, scanner } from "../../support/keyboard/typing-model.ts";
import { keyOf } from "../../support/keyboard/us-keys.ts";

const order = "01234050001237";
/** Never early, never late: the middle of every distribution. */
const even = () => 0.5;

/** One key of a person, down at `at` for `holdMs`. */
function tap(char: string, at: number, holdMs = 100): Press[] {
	const key = { ...keyOf(char), by: "person" as const };
	return [
		{ ...key, type: "down", at },
		{ ...key, type: "up", at: at + holdMs },
	];
}

describe("a person and a scanner at one keyboard", () => {
	const modes = [
		...[1, 5, 10, 19, 25].flatMap((gapMs) => ["\n", "\t"].map((end) => ({ gapMs, end, prefix: "" }))),
		...[35, 60, 100].flatMap((gapMs) => ["~]", "\x02"].map((prefix) => ({ gapMs, end: "\n", prefix }))),
	];
	test.each(modes)("$gapMs ms, prefix $prefix, end $end: every scan arrives, every key is typed", (mode) => {
		const random = seededRandom(20 + mode.gapMs);
		const chance = () => random.below(1 << 30) / (1 << 30);
		for (const inputMethod of [false, true]) {
			const session = mixedSession({ keystrokes: 1000, scans: 100, chance, ...mode });
			const { scans, landed } = play(session.presses, { prefix: mode.prefix }, inputMethod);
			expect(scans).toEqual(session.scans);
			expect(landed).toBe(session.typed);
		}
	});

	test("a key still down when the scanner begins is the person's", () => {
		const presses = inOrder(tap("a", 1000), tap("b", 1025), scanner(`${order}\n`, 1050, 19, even));
		expect(play(presses, {}, false)).toEqual({ scans: [order], landed: "ab" });
		expect(play(presses, {}, true)).toEqual({ scans: [order], landed: "ab" });
	});

	test("keys at a person's pace right before the scanner's are the person's, though let go at once", () => {
		const word = ["j", "i", "n"].flatMap((char, index) => tap(char, 1000 + index * 43, 1));
		const presses = inOrder(word, scanner(`${order}\n`, 1000 + 3 * 43, 2, even));
		expect(play(presses, {}, false)).toEqual({ scans: [order], landed: "jin" });
		expect(play(presses, {}, true)).toEqual({ scans: [order], landed: "jin" });
	});

	test("a scanner that stops once at the beginning keeps its first keys", () => {
		const stalled = scanner(`${order}\n`, 1000, 6, even).map((press) =>
			press.at > 1008 ? { ...press, at: press.at + 30 } : press,
		);
		expect(play(stalled, {}, false).scans).toEqual([order]);
	});

	test("a scanner that packs several keys into one report is read", () => {
		const packed = scanner(`${order}\n`, 1000, 1.5, even).map((press) =>
			press.type === "up" ? { ...press, at: press.at + 6 } : press,
		);
		expect(play(inOrder(packed), {}, false).scans).toEqual([order]);
	});

	test("fingers rolling over four or ten keys, and Enter, are no scan", () => {
		for (const text of ["asdf", "poiuqwerty"]) {
			const keys = [...text].flatMap((char, index) => tap(char, 1000 + index * 22));
			const presses = inOrder(keys, tap("\n", 1000 + text.length * 22 + 90));
			expect(play(presses, {}, false)).toEqual({ scans: [], landed: `${text}\n` });
		}
	});

	test("a roll does not hold back what is typed after it", () => {
		const roll = [..."tion"].flatMap((char, index) => tap(char, 1000 + index * 20));
		const rest = [..."s and"].flatMap((char, index) => tap(char, 1150 + index * 130));
		expect(play(inOrder(roll, rest), {}, false)).toEqual({ scans: [], landed: "tions and" });
	});
});

describe("what a scanner adds", () => {
	test("a suffix before Enter, or instead of it, is no part of the code", () => {
		const suffix = { suffix: "#" };
		expect(play(scanner(`${order}#\n`, 1000, 8, even), suffix, false).scans).toEqual([order]);
		expect(play(scanner("A12B#", 1000, 8, even), suffix, false).scans).toEqual(["A12B"]);
	});

	test("a second end key is waited for when the scanner is known to send one", () => {
		const presses = [...scanner(`${order}\n\n`, 1000, 25, even), ...tap("\n", 3000)];
		expect(play(presses, { endTwice: true }, false)).toEqual({ scans: [order], landed: "\n" });
		expect(play(presses, {}, false).landed).toBe("\n\n");
	});

	test("a person's Enter right after a scan counts", () => {
		const presses = inOrder(scanner(`${order}\n`, 1000, 5, even), tap("\n", 1000 + 14 * 5 + 30));
		expect(play(presses, {}, false)).toEqual({ scans: [order], landed: "\n" });
	});

	test("a prefix is found in the middle of a word, and twice its first sign is not it", () => {
		const prefix = { prefix: "~]" };
		const inWord = inOrder(tap("a", 1000), tap("~", 1100), scanner(`~]${order}\n`, 1150, 60, even));
		expect(play(inWord, prefix, false)).toEqual({ scans: [order], landed: "a~" });
	});

	test("a control key as prefix is heard", () => {
		expect(play(scanner(`\x02${order}\n`, 1000, 80, even), { prefix: "\x02" }, false).scans).toEqual([order]);
	});
});
