import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairingCodes } from "../../../domain/code/pairing-codes.ts";
import { analyse } from "../../../renderer/scan/pairing/analyse.ts";
import { createKeyLog, type Heard, quietMs } from "../../../renderer/scan/pairing/heard.ts";
import { judge } from "../../../renderer/scan/pairing/verdict.ts";
import { defaultWedgeSettings } from "../../../renderer/scan/settings.ts";
import { createWedge } from "../../../renderer/scan/wedge.ts";
import { readCode, readSheet, type Simulated, typeByHand } from "./support/simulated-scanner.ts";

const none = new Set<never>();
const verdictOf = (how: Simulated) => judge(analyse(readSheet(how)), none);

/** What the capture makes of a scan with the settings that were found. */
function scanWith(how: Simulated, heard: Heard): string[] {
	const settings = verdictOf(how)?.settings ?? defaultWedgeSettings;
	const wedge = createWedge(settings);
	const keys = heard.via === "keys" ? heard.keys : [];
	const outcomes = keys.flatMap((key) => wedge.key(key).outcomes);
	outcomes.push(...wedge.tick((keys.at(-1)?.time ?? 0) + 5000));
	return outcomes.flatMap((outcome) => (outcome.kind === "scan" ? [outcome.text] : []));
}

describe("scanners as they come", () => {
	test.each([
		["Netum NSL-5, 6 ms", { gapMs: 6, gs: "\u001d" }],
		["Netum NSC750, 19 ms", { gapMs: 19, gs: "\u001d" }],
		["Datalogic BC2090, 1 ms", { gapMs: 1, gs: "\u001d" }],
		["Honeywell, 10 ms, ending with Tab", { gapMs: 10, end: "\t", gs: "\u001d" }],
		["at the limit, 25 ms", { gapMs: 25, gs: "\u001d" }],
		["with CR and LF", { gapMs: 8, end: "\n\n", gs: "\u001d" }],
		["with AIM identifiers", { gapMs: 8, aim: true, gs: "\u001d" }],
		["with an input method on", { gapMs: 8, inputMethod: true, gs: "\u001d" }],
		["GS as F8", { gapMs: 8, gs: { key: "F8" } }],
		["GS as arrow down", { gapMs: 8, gs: { key: "ArrowDown" } }],
		["GS as |", { gapMs: 8, gs: "|" }],
		["Chinese as GBK codes", { gapMs: 8, chinese: "gbk", gs: "\u001d" }],
		["Chinese as UTF-8 bytes", { gapMs: 8, chinese: "utf-8", gs: "\u001d" }],
		["Bluetooth, 60 ms, with a prefix", { gapMs: 60, prefix: "~]", gs: "\u001d" }],
		["a slow one, 100 ms, behind STX", { gapMs: 100, prefix: "\u0002", gs: "\u001d" }],
		["prefix and suffix", { gapMs: 6, prefix: "{{", suffix: "#", gs: "\u001d" }],
		["German scanner on a German PC", { gapMs: 8, country: "de", pc: "de", gs: { key: "F8" } }],
	] satisfies [string, Simulated][])("%s: taken, and every code of the sheet reads back", (_, how) => {
		expect(verdictOf(how)).toMatchObject({ fit: "good", problems: [], connectOtherwise: false });
		for (const id of ["plain", "gs1", "chinese"] as const) {
			const [text] = scanWith(how, readCode(id, how));
			expect(text?.replace(/^\][A-Z]\d/, "")).toBe(pairingCodes[id].text);
		}
	});

	test.each([
		["35 ms without a prefix", { gapMs: 35 }, ["too-slow"]],
		["Bluetooth, 60 ms", { gapMs: 60 }, ["too-slow"]],
		["no end key", { gapMs: 6, end: "" }, ["no-end"]],
		["a letter as prefix", { gapMs: 60, prefix: "A" }, ["prefix-plain", "too-slow"]],
		["a German scanner on a US PC", { gapMs: 6, country: "de" }, ["other-country"]],
		["capitals turned round", { gapMs: 6, swapsCase: true }, ["case"]],
		["characters lost", { gapMs: 6, losesEvery: 5 }, ["lost-characters"]],
	] satisfies [string, Simulated, string[]][])("%s: refused, and why", (_, how, problems) => {
		const verdict = verdictOf({ gs: "\u001d", ...how });
		expect(verdict).toMatchObject({ fit: "refused", problems, connectOtherwise: true, settings: undefined });
	});

	test.each([
		["GS dropped", { gapMs: 6 }, ["gs-lost"]],
		["GS as a letter", { gapMs: 6, gs: "G" }, ["gs-lost"]],
		["Chinese as question marks", { gapMs: 6, gs: "\u001d", chinese: "question-marks" }, ["chinese-lost"]],
		["Chinese left out", { gapMs: 6, gs: "\u001d", chinese: "nothing" }, ["chinese-lost"]],
	] satisfies [string, Simulated, string[]][])(
		"%s: taken for our own codes, better connected otherwise",
		(_, how, problems) => {
			expect(verdictOf(how)).toMatchObject({ fit: "limited", problems, connectOtherwise: true });
			expect(scanWith(how, readCode("plain", how))).toEqual([pairingCodes.plain.text]);
		},
	);
});

describe("what is found", () => {
	test("pace, prefix, suffix and end keys", () => {
		const { keyboard } = analyse(readSheet({ gapMs: 19, prefix: "~", suffix: "*", end: "\t", gs: "\u001d" }));
		expect(keyboard).toMatchObject({ prefix: "~", suffix: "*", ends: 1, medianMs: 19, layout: "us", uneven: false });
	});

	test("any order, repeats and foreign scans are fine", () => {
		const how = { gapMs: 6, gs: "\u001d" };
		const heard = [
			typeByHand("hello there"),
			readCode("gs1", how),
			readCode("plain", how),
			readCode("gs1", how),
			readCode("chinese", how),
		];
		const finding = analyse(heard);
		expect(finding.strange).toBe(1);
		expect(judge(finding, none)?.fit).toBe("good");
	});

	test("nothing is judged before every code was seen or given up", () => {
		const how = { gapMs: 6, gs: "\u001d" };
		const finding = analyse([readCode("plain", how), readCode("gs1", how)]);
		expect(judge(finding, none)).toBeUndefined();
		expect(judge(finding, new Set(["chinese"] as const))?.fit).toBe("good");
	});

	test("a prefix that only some codes get is no prefix to rely on", () => {
		const heard = [
			readCode("plain", { gapMs: 60, prefix: "~" }),
			readCode("gs1", { gapMs: 60, gs: "|" }),
			readCode("chinese", { gapMs: 60 }),
		];
		expect(judge(analyse(heard), none)?.problems).toContain("uneven");
	});

	test("a scanner the workstation reads itself: whole codes, with or without AIM identifiers", () => {
		const device = (text: string): Heard => ({ via: "device", source: "serial", text });
		const heard = [
			device(`]C0${pairingCodes.plain.text}`),
			device(`]Q2${pairingCodes.chinese.text}`),
			device(`]C1${pairingCodes.gs1.text}`),
		];
		const finding = analyse(heard);
		expect(finding).toMatchObject({ transport: "serial", aim: true, keyboard: undefined });
		expect(judge(finding, none)).toMatchObject({ fit: "good", connectOtherwise: false, settings: undefined });
		const garbled = [...heard.slice(0, 1), device("]Q1Welt-2/\ufffd\ufffd"), device("]C1010952123454321310WELT213")];
		expect(judge(analyse(garbled), none)?.problems).toEqual(["gs-lost", "chinese-lost"]);
	});

	test("connected otherwise half-way: what came before no longer counts", () => {
		const heard = [
			...readSheet({ gapMs: 60 }),
			{ via: "device", source: "hid-pos", text: pairingCodes.plain.text } as const,
		];
		const finding = analyse(heard);
		expect(finding).toMatchObject({ transport: "hid-pos", keyboard: undefined });
		expect(Object.keys(finding.seen)).toEqual(["plain"]);
	});

	test("whatever is typed, nothing throws and no code is found in noise", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."abc123 /-\n"), maxLength: 40 }), (text) => {
				expect(Object.keys(analyse([typeByHand(text)]).seen)).toEqual([]);
			}),
		);
	});
});

test("keys are gathered until nothing came for a while", () => {
	const log = createKeyLog();
	const heard = readCode("plain", { gapMs: 60 });
	if (heard.via !== "keys") throw new Error("keys");
	for (const key of heard.keys) log.add(key);
	const lastAt = heard.keys.at(-1)?.time ?? 0;
	expect(log.take(lastAt + quietMs - 1)).toBeUndefined();
	expect(log.overAt()).toBe(lastAt + quietMs);
	expect(log.take(lastAt + quietMs)).toEqual(heard);
	expect(log.overAt()).toBeUndefined();
});
