import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSerialSplitter, type SerialEnd } from "../../../main/devices/scanner/serial/serial-split.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (cuts: { bytes: Uint8Array; flaw?: string }[]) =>
	cuts.map((cut) => Buffer.from(cut.bytes).toString("utf8") + (cut.flaw ? ` (${cut.flaw})` : ""));

describe("what a serial scanner sends", () => {
	it("is the same scans however the port cuts it up", () => {
		const code = fc.string({ unit: fc.constantFrom(..."AZ09-/\u001d沿"), minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(
				fc.array(code, { minLength: 1, maxLength: 20 }),
				fc.constantFrom("\r", "\n", "\r\n"),
				fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
				(codes, end, sizes) => {
					const splitter = createSerialSplitter("line");
					const stream = bytes(codes.map((one) => one + end).join(""));
					const got: string[] = [];
					for (let at = 0; at < stream.length; ) {
						const size = sizes.next().value ?? 1;
						got.push(...read(splitter.push(stream.subarray(at, at + size))));
						at += size;
					}
					expect(got).toEqual(codes);
					expect(splitter.pending()).toBe(false);
				},
			),
		);
	});

	it.each<[SerialEnd, string, string[]]>([
		["line", "A\rB\r\nC\n\n\rD\r", ["A", "B", "C", "D"]],
		["tab", "A\tB\r\n\t", ["A", "B\r\n"]],
		["etx", "\u0002A\rB\u0003\u0002C\u0003", ["A\rB", "C"]],
	])("ends where it was set to end: %s", (end, stream, expected) => {
		expect(read(createSerialSplitter(end).push(bytes(stream)))).toEqual(expected);
	});

	it("ends at a silence when nothing marks the end, line ends inside and all", () => {
		const splitter = createSerialSplitter("pause");
		expect(splitter.push(bytes("BEGIN\r\nEND"))).toEqual([]);
		expect(read(splitter.silence())).toEqual(["BEGIN\r\nEND"]);
		expect(splitter.silence()).toEqual([]);
		splitter.push(bytes("\r\n"));
		expect(splitter.silence()).toEqual([]);
	});

	it("half a line is said to be half, after a silence and when the port closes", () => {
		const splitter = createSerialSplitter("line");
		splitter.push(bytes("ABC"));
		expect(read(splitter.silence())).toEqual(["ABC (half)"]);
		splitter.push(bytes("DEF"));
		expect(read(splitter.end())).toEqual(["DEF (half)"]);
		expect(read(splitter.push(bytes("GHI\r")))).toEqual(["GHI"]);
	});

	it("a stream without an end is one unusable scan in bounded memory", () => {
		const splitter = createSerialSplitter("line");
		for (let i = 0; i < 5000; i++) expect(splitter.push(bytes("noise!noise!"))).toEqual([]);
		const [cut] = splitter.push(bytes("\rGOOD\r"));
		expect(cut?.flaw).toBe("too-long");
		expect(cut?.bytes.length).toBeLessThanOrEqual(8192);
		expect(splitter.pending()).toBe(false);
		const [one] = createSerialSplitter("line").push(new Uint8Array(20_000).fill(0x55).with(19_999, 13));
		expect(one?.flaw).toBe("too-long");
	});
});
