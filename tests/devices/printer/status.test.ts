import { describe, expect, it } from "vitest";
import { readEscPosStatus } from "../../../main/devices/printer/language/escpos.ts";
import { readTsplStatus } from "../../../main/devices/printer/language/tspl.ts";
import { parseZplStatus } from "../../../main/devices/printer/language/zpl.ts";
import { answerZpl } from "../../../main/devices/virtual/answer.ts";
import { noFaults } from "../../../main/devices/virtual/faults.ts";

/** Typed from the printed examples of Zebra's ZPL II programming guide, ~HS. */
const answer = (first: string, second: string) => `\x02${first}\x03\r\n\x02${second}\x03\r\n\x021234,0\x03\r\n`;
const good1 = "030,0,0,1245,000,0,0,0,000,0,0,0";
const good2 = "000,0,0,0,0,2,4,0,00000000,1,000";

describe("a ZPL printer's status", () => {
	it("is ready when no flag is up", () => {
		expect(parseZplStatus(answer(good1, good2))).toEqual({ trouble: undefined, warning: undefined, waiting: 0 });
	});

	it.each([
		["out-of-paper", "030,1,0,1245,000,0,0,0,000,0,0,0", good2],
		["paused", "030,0,1,1245,000,0,0,0,000,0,0,0", good2],
		["busy", "030,0,0,1245,000,1,0,0,000,0,0,0", good2],
		["overheated", "030,0,0,1245,000,0,0,0,000,0,0,1", good2],
		["overheated", "030,0,0,1245,000,0,0,0,000,0,1,0", good2],
		["head-open", good1, "000,0,1,0,0,2,4,0,00000000,1,000"],
		["out-of-ribbon", good1, "000,0,0,1,0,2,4,0,00000000,1,000"],
	])("names %s", (trouble, first, second) => {
		expect(parseZplStatus(answer(first, second))?.trouble).toBe(trouble);
	});

	it("adds formats in the buffer and labels of a batch still to come", () => {
		const first = "030,0,0,1245,002,0,0,0,000,0,0,0";
		const second = "000,0,0,0,0,2,4,0,00000003,1,000";
		expect(parseZplStatus(answer(first, second))?.waiting).toBe(5);
	});

	it("waits for the third line, however the answer is cut up", () => {
		const whole = answer(good1, good2);
		for (let cut = 0; cut < whole.length - 3; cut++) expect(parseZplStatus(whole.slice(0, cut))).toBeUndefined();
	});

	it("takes nonsense for no answer", () => {
		expect(parseZplStatus("")).toBeUndefined();
		expect(parseZplStatus("\x02a\x03\x02b\x03\x02c\x03")).toBeUndefined();
		expect(parseZplStatus("HTTP/1.1 400 Bad Request\r\n\r\n")).toBeUndefined();
	});

	it("is understood as the virtual printer says it", () => {
		const text = Buffer.from(answerZpl({ ...noFaults, paused: true }, 7) ?? []).toString("latin1");
		expect(parseZplStatus(text)).toEqual({ trouble: "paused", warning: undefined, waiting: 7 });
	});
});

describe("a TSPL printer's status", () => {
	/** The whole table of the Gprinter manual, `<ESC>!?`. */
	it.each([
		[0x00, undefined],
		[0x01, "head-open"],
		[0x02, "jam"],
		[0x03, "head-open"],
		[0x04, "out-of-paper"],
		[0x05, "head-open"],
		[0x08, "out-of-ribbon"],
		[0x09, "head-open"],
		[0x0a, "jam"],
		[0x0b, "head-open"],
		[0x0c, "out-of-paper"],
		[0x0d, "head-open"],
		[0x10, "paused"],
		[0x40, "cover-open"],
		[0x80, "overheated"],
	])("0x%s names the most urgent", (byte, trouble) => {
		expect(readTsplStatus(new Uint8Array([byte]))).toEqual({ trouble, warning: undefined, waiting: 0 });
	});

	it("is at work", () => {
		expect(readTsplStatus(new Uint8Array([0x20]))).toEqual({ trouble: undefined, warning: undefined, waiting: 1 });
	});

	it("is no answer at all, or another language's", () => {
		expect(readTsplStatus(new Uint8Array())).toBeUndefined();
		expect(readTsplStatus(Buffer.from(answer(good1, good2)))).toBeUndefined();
	});
});

describe("an ESC/POS printer's status", () => {
	const ok = 0x12;
	const read = (...bytes: number[]) => readEscPosStatus(new Uint8Array(bytes));

	it("is ready when only the fixed bits are on", () => {
		expect(read(ok, ok, ok, ok)).toEqual({ trouble: undefined, warning: undefined, waiting: 0 });
	});

	it.each([
		["cover-open", [0x1a, 0x16, ok, ok]],
		["out-of-paper", [0x1a, 0x32, ok, 0x72]],
		["out-of-paper", [ok, ok, ok, 0x72]],
		["cutter-error", [0x1a, 0x52, 0x1a, ok]],
		["printer-error", [0x1a, 0x52, 0x32, ok]],
		["overheated", [0x1a, 0x52, 0x52, ok]],
		["printer-error", [0x1a, 0x52, ok, ok]],
		["paused", [0x1a, ok, ok, ok]],
	])("names %s", (trouble, bytes) => {
		expect(read(...bytes)?.trouble).toBe(trouble);
	});

	it("warns of a roll that is nearly used up, and prints", () => {
		expect(read(ok, ok, ok, 0x1e)).toEqual({ trouble: undefined, warning: "paper-near-end", waiting: 0 });
	});

	it("passes over answers to earlier questions, and waits for all four", () => {
		expect(read(ok, ok, ok)).toBeUndefined();
		expect(read(0x00, ok, 0x10, ok, ok, 0x03, ok)).toEqual({ trouble: undefined, warning: undefined, waiting: 0 });
	});

	it("is no answer when there is a byte no such printer says", () => {
		expect(read(ok, ok, 0xff, ok, ok)).toBeUndefined();
		expect(readEscPosStatus(Buffer.from("HTTP/1.1 400 Bad Request\r\n"))).toBeUndefined();
	});
});
