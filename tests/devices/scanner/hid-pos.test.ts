import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHidPosAssembler, type HidPosMessage, staleMs } from "../../../main/devices/scanner/hid/hid-pos.ts";
import { recordedAnswer, recordedText, report, reportsOf } from "./honeywell-frames.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");
const ascii = (value: string) => new TextEncoder().encode(value);

function rig() {
	const clock = { now: 0 };
	const assembler = createHidPosAssembler(() => clock.now);
	const pushAll = (reports: readonly Uint8Array[]): HidPosMessage[] => reports.flatMap((one) => assembler.push(one));
	return { clock, assembler, pushAll };
}

describe("recorded Honeywell reports", () => {
	it("are an answer to a command, and no scan", () => {
		const { pushAll } = rig();
		expect(pushAll(recordedAnswer.map((one) => Uint8Array.from(one)))).toEqual([{ kind: "reply" }, { kind: "reply" }]);
	});

	it("say what the scanner said when the mark of an answer is taken off", () => {
		const { pushAll } = rig();
		const unmarked = recordedAnswer.slice(0, 6).map((one) => Uint8Array.from(one).with(61, 0x6d));
		const [only, ...more] = pushAll(unmarked);
		expect(more).toEqual([]);
		expect(only?.kind === "scan" && text(only.bytes)).toBe(recordedText);
	});

	it("lose nothing of a scan that follows them", () => {
		const { pushAll } = rig();
		const answer = recordedAnswer.map((one) => Uint8Array.from(one));
		const messages = pushAll([...answer, ...reportsOf("6901234567892", "]E0", { maker: 0x64 })]);
		expect(messages.at(-1)).toMatchObject({ kind: "scan", aim: "]E0", maker: 0x64 });
	});
});

describe("scans", () => {
	it("of one report and of many come whole, byte by byte", () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), fc.boolean(), (bytes, late) => {
				const { pushAll } = rig();
				const [only, ...more] = pushAll(reportsOf(bytes, "]Q1", { late }));
				expect(more).toEqual([]);
				expect(only).toEqual({ kind: "scan", bytes, aim: "]Q1", maker: 0 });
			}),
			{ numRuns: 100 },
		);
	});

	it("without a prefix, and with one that comes only in the first report", () => {
		const { pushAll } = rig();
		const bare = Uint8Array.from([2, 3, 0, 0, 0, 65, 66, 67, ...new Array(56).fill(0)]);
		expect(pushAll([bare])).toEqual([{ kind: "scan", bytes: ascii("ABC"), aim: "", maker: 0 }]);
		const [first, second] = [
			report(ascii("A".repeat(56)), "]d2", { continued: true }),
			report(ascii("B"), "\0\0\0"),
		] as const;
		expect(pushAll([first, second])).toMatchObject([{ kind: "scan", aim: "]d2" }]);
	});

	it("of a symbology AIM has no prefix for are scans, not answers", () => {
		const { pushAll } = rig();
		expect(pushAll(reportsOf("1234", "]X0", { maker: 0x6d }))).toEqual([
			{ kind: "scan", bytes: ascii("1234"), aim: "", maker: 0x6d },
		]);
	});

	it("ends on an empty last report", () => {
		const { pushAll } = rig();
		const messages = pushAll([
			report(ascii("C".repeat(56)), "]C0", { continued: true }),
			report(new Uint8Array(), "]C0"),
		]);
		expect(messages).toMatchObject([{ kind: "scan" }]);
		expect(pushAll([report(new Uint8Array(), "]C0")])).toEqual([]);
	});
});

describe("what is not as it should be", () => {
	it("another report id is no scan", () => {
		const { pushAll } = rig();
		expect(pushAll([report(ascii("A"), "]C0").with(0, 4), new Uint8Array()])).toEqual([]);
	});

	it("a length the report can't hold makes the whole message unusable", () => {
		const { pushAll } = rig();
		expect(pushAll([report(ascii("A"), "]C0").with(1, 57)])).toMatchObject([{ kind: "broken", flaw: "half" }]);
		expect(pushAll([report(ascii("ABCDEF"), "]C0").subarray(0, 8)])).toMatchObject([{ kind: "broken", flaw: "half" }]);
		const [first, second] = reportsOf("x".repeat(80), "]Q1");
		expect(pushAll([first?.with(1, 200) ?? new Uint8Array(), second ?? new Uint8Array()])).toMatchObject([
			{ kind: "broken" },
		]);
	});

	it("a message that stops half-way is given up after its time, not glued to the next", () => {
		const { pushAll, assembler, clock } = rig();
		const [first] = reportsOf("D".repeat(100), "]Q1");
		if (!first) throw new Error("no report");
		expect(assembler.push(first)).toEqual([]);
		clock.now += staleMs - 1;
		expect(assembler.expire()).toEqual([]);
		clock.now += 1;
		expect(assembler.expire()).toMatchObject([{ kind: "broken", flaw: "half" }]);
		expect(assembler.pending()).toBe(false);
		assembler.push(first);
		clock.now += staleMs;
		expect(pushAll(reportsOf("E", "]Q1"))).toMatchObject([{ kind: "broken" }, { kind: "scan", bytes: ascii("E") }]);
	});

	it("another code in the middle of one ends that one", () => {
		const { pushAll } = rig();
		const [first] = reportsOf("D".repeat(100), "]Q1");
		if (!first) throw new Error("no report");
		expect(pushAll([first, ...reportsOf("E", "]C0")])).toMatchObject([
			{ kind: "broken", flaw: "half", aim: "]Q1" },
			{ kind: "scan", bytes: ascii("E"), aim: "]C0" },
		]);
	});

	it("a flood that never ends is one unusable scan, held in bounded memory", () => {
		const { assembler } = rig();
		const one = report(ascii("F".repeat(56)), "]Q1", { continued: true });
		let messages = 0;
		for (let i = 0; i < 100_000; i++) messages += assembler.push(one).length;
		expect(messages).toBe(0);
		const [broken] = assembler.push(report(ascii("F"), "]Q1"));
		expect(broken).toMatchObject({ kind: "broken", flaw: "too-long" });
		expect(broken?.kind === "broken" && broken.bytes.length).toBeLessThanOrEqual(8192);
	});

	it("any bytes at any time never throw, and never hold more than a code", () => {
		const hostile = fc.oneof(
			fc.uint8Array({ maxLength: 80 }),
			fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => bytes.with(0, 2)),
			fc
				.tuple(fc.uint8Array({ maxLength: 56 }), fc.boolean(), fc.nat(255))
				.map(([data, continued, said]) => report(data, "]Q1", { continued }).with(1, said)),
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(hostile, fc.nat(3000)), { maxLength: 300 }), (steps) => {
				const { assembler, clock } = rig();
				for (const [bytes, wait] of steps) {
					clock.now += wait;
					for (const message of assembler.push(bytes)) {
						if (message.kind !== "reply") expect(message.bytes.length).toBeLessThanOrEqual(8192);
					}
				}
				expect(assembler.end().length).toBeLessThanOrEqual(1);
				expect(assembler.pending()).toBe(false);
			}),
			{ numRuns: 300 },
		);
	});
});
