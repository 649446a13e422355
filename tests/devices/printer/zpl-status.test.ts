import { describe, expect, it } from "vitest";
import { formatZplStatus, parseZplStatus } from "../../../main/devices/printer/language/zpl.ts";

/** Typed from the printed examples of Zebra's ZPL II programming guide, ~HS. */
const answer = (first: string, second: string) => `\x02${first}\x03\r\n\x02${second}\x03\r\n\x021234,0\x03\r\n`;
const good1 = "030,0,0,1245,000,0,0,0,000,0,0,0";
const good2 = "000,0,0,0,0,2,4,0,00000000,1,000";

describe("a ZPL printer's status", () => {
	it("is ready when no flag is up", () => {
		expect(parseZplStatus(answer(good1, good2))).toEqual({ trouble: undefined, waiting: 0 });
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

	it("is understood as it is written", () => {
		const text = formatZplStatus({ paperOut: false, paused: true, headOpen: false, waiting: 7 });
		expect(parseZplStatus(text)).toEqual({ trouble: "paused", waiting: 7 });
	});
});
