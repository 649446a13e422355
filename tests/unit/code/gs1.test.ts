import { describe, expect, test } from "vitest";
import { applicationIdentifiers } from "../../../domain/code/application-identifiers.ts";
import { findBracketed, findDigitalLink, findElements } from "../../../domain/code/gs1.ts";
import { flawedScanText, parseScan } from "../../../domain/code/scan.ts";

const gs = "\u001d";

describe("application identifiers", () => {
	test("no identifier begins another: a string can be read in one way only", () => {
		const all = [...applicationIdentifiers.keys()];
		expect(all.filter((ai) => all.some((other) => other !== ai && ai.startsWith(other)))).toEqual([]);
	});
	test("of parcels, hang tags and a maker's own fields are read to the end", () => {
		const read = (text: string) => findElements(text)?.elements.map(({ ai, value }) => `${ai}=${value}`);
		expect(read(`00340123450000000017420200030${gs}3103001250`)).toEqual([
			"00=340123450000000017",
			"420=200030",
			"3103=001250",
		]);
		expect(read(`010690123456789291A-1${gs}30${12}${gs}422156${gs}7003261122`)).toBeUndefined();
		expect(read(`010690123456789291A-1${gs}3012${gs}422156${gs}70032611221530`)).toEqual([
			"01=06901234567892",
			"91=A-1",
			"30=12",
			"422=156",
			"7003=2611221530",
		]);
		expect(read(`3929${gs}`)).toBeUndefined();
		expect(read("3922129900")).toEqual(["3922=129900"]);
	});
	test("GS1 symbols that also say their character set count as GS1", () => {
		expect(parseScan("]Q40106901234567892")).toMatchObject({ kind: "gs1", gtin: "06901234567892" });
		expect(parseScan("]d50106901234567892")).toMatchObject({ kind: "gs1", gtin: "06901234567892" });
	});
});

describe("Digital Link", () => {
	test("with the words of its first edition", () => {
		expect(findDigitalLink("https://brand.cn/gtin/6901234567892/lot/L7/ser/AB12?exp=280200")).toEqual({
			elements: [
				{ ai: "01", value: "06901234567892" },
				{ ai: "10", value: "L7" },
				{ ai: "21", value: "AB12" },
				{ ai: "17", value: "280200" },
			],
			gtin: "06901234567892",
			lot: "L7",
			serial: "AB12",
			expiresOn: "2028-02-29",
		});
	});
	test("a value that happens to be such a word stays what it is", () => {
		expect(findDigitalLink("https://brand.cn/01/6901234567892/21/lot")?.serial).toBe("lot");
		expect(findDigitalLink("https://brand.cn/01/6901234567892/constructor/x")).toBeUndefined();
	});
	test("in brackets, as decoders write it", () => {
		expect(findBracketed("(8006)069012345678920102")?.elements).toEqual([{ ai: "8006", value: "069012345678920102" }]);
	});
});

test("what a device could not read whole is said to be so", () => {
	expect(parseScan(flawedScanText.half)).toEqual({ text: "", kind: "unreadable", reason: "check" });
	expect(parseScan(flawedScanText["too-long"])).toEqual({ text: "", kind: "unreadable", reason: "too-long" });
	expect(parseScan(flawedScanText.encoding)).toMatchObject({ kind: "unreadable", reason: "encoding" });
});
