import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dammDigit, dammHolds, gs1Digit, gs1Holds, isoPair, isoPairHolds } from "../../../domain/code/check.ts";
import {
	findPieceLabel,
	formatOrderNumber,
	formatPieceLabel,
	makeOrderNumber,
	makePieceLabel,
	orderNumberParts,
	orderNumberSchema,
	pieceLabelSchema,
	readOrderNumber,
	shortOrderNumber,
} from "../../../domain/code/order-number.ts";
import {
	commands,
	findStatusToken,
	makeBadgeCode,
	makeCommandCode,
	makeItemCode,
	makeParcelCode,
	makePartCode,
	makeShelfCode,
	makeStatusAddress,
	tokenOf,
} from "../../../domain/code/own.ts";
import { parseScan } from "../../../domain/code/scan.ts";
import { Refusal } from "../../../domain/errors.ts";

const parts = fc.record({
	store: fc.integer({ min: 0, max: 99_999 }),
	station: fc.integer({ min: 0, max: 99 }),
	counter: fc.integer({ min: 1, max: 999_999 }),
});
const digit = fc.constantFrom(..."0123456789");
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const swapped = (text: string, at: number) =>
	text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);

describe("order numbers", () => {
	test("read as people see them", () => {
		const number = makeOrderNumber({ store: 1234, station: 5, counter: 123 });
		expect(number).toMatch(/^0123405000123\d$/);
		expect(formatOrderNumber(number)).toBe(`01234 05 000123 ${number.at(-1)}`);
		expect(formatPieceLabel(makePieceLabel(number, 1))).toBe(`01234 05 000123 ${number.at(-1)}-01`);
		expect(shortOrderNumber(number)).toBe(`00123${number.at(-1)}`);
		expect(readOrderNumber(formatOrderNumber(number))).toEqual({ ok: true, number });
		expect(readOrderNumber(number.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))))).toEqual({
			ok: true,
			number,
		});
		expect(readOrderNumber("123")).toEqual({ ok: false, why: "length" });
		expect(readOrderNumber(replaced(number, 3, "9"))).toEqual({ ok: false, why: "check" });
	});
	test("go there and back", () => {
		fc.assert(
			fc.property(parts, fc.integer({ min: 1, max: 99 }), (value, piece) => {
				const number = makeOrderNumber(value);
				expect(orderNumberParts(number)).toEqual(value);
				expect(orderNumberSchema.safeParse(number).success).toBe(true);
				expect(parseScan(number)).toMatchObject({ kind: "order", orderNumber: number });
				const label = makePieceLabel(number, piece);
				expect(pieceLabelSchema.safeParse(label).success).toBe(true);
				expect(findPieceLabel(label)).toEqual({ orderNumber: number, piece });
				expect(parseScan(`]C0${label}\r\n`)).toMatchObject({ kind: "piece", orderNumber: number, piece, aim: "]C0" });
			}),
		);
	});
	test("every wrong digit and every swap of neighbours is noticed", () => {
		fc.assert(
			fc.property(parts, fc.nat(13), digit, (value, at, by) => {
				const number = makeOrderNumber(value);
				if (number.charAt(at) !== by) expect(dammHolds(replaced(number, at, by))).toBe(false);
				if (at < 13 && number.charAt(at) !== number.charAt(at + 1)) expect(dammHolds(swapped(number, at))).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});
	test("out of range is refused", () => {
		for (const bad of [{ store: 100_000 }, { station: 100 }, { counter: 0 }, { counter: 1_000_000 }, { store: 1.5 }]) {
			expect(() => makeOrderNumber({ store: 1, station: 1, counter: 1, ...bad })).toThrow(Refusal);
		}
		expect(() => makePieceLabel("0".repeat(14), 100)).toThrow(Refusal);
		expect(() => makePieceLabel("0".repeat(14), 0)).toThrow(Refusal);
	});
});

describe("our lettered codes", () => {
	test("go there and back, in small letters too", () => {
		fc.assert(
			fc.property(bytes(12), bytes(16), bytes(8), (badge, status, item) => {
				expect(parseScan(makeBadgeCode(tokenOf(badge)))).toMatchObject({ kind: "badge", token: tokenOf(badge) });
				expect(parseScan(makeBadgeCode(tokenOf(badge)).toLowerCase())).toMatchObject({ kind: "badge" });
				expect(parseScan(makeItemCode(tokenOf(item)))).toMatchObject({ kind: "item", tag: tokenOf(item) });
				const address = makeStatusAddress("https://fix.example.cn/welt", tokenOf(status));
				expect(parseScan(address)).toMatchObject({ kind: "status-token", token: tokenOf(status) });
			}),
		);
		for (const command of commands)
			expect(parseScan(makeCommandCode(command))).toMatchObject({ kind: "command", command });
		const parcel = "K7M2P9QX4T6W8Y3Z5A1B";
		expect(parseScan(makeParcelCode(parcel).toLowerCase())).toMatchObject({ kind: "parcel", token: parcel });
		expect(parseScan("WM-K7M2P9QX4T6W8Y3Z5A1B00")).toMatchObject({ kind: "unreadable", reason: "check" });
		expect(parseScan(makeShelfCode("A0312"))).toMatchObject({ kind: "shelf", shelf: "A0312" });
		expect(parseScan(makePartCode("SO01"))).toEqual({ kind: "part", part: "SO01", text: makePartCode("SO01") });
		expect(parseScan(makePartCode("AD01", "2411B"))).toMatchObject({ kind: "part", part: "AD01", lot: "2411B" });
	});
	test("tokens differ where the bytes differ", () => {
		expect(tokenOf(new Uint8Array(12))).toBe("0".repeat(20));
		expect(tokenOf(new Uint8Array(16).fill(255))).toBe(`${"Z".repeat(25)}W`);
		fc.assert(
			fc.property(bytes(12), bytes(12), (a, b) => {
				expect(tokenOf(a) === tokenOf(b)).toBe(a.every((byte, index) => byte === b[index]));
			}),
		);
	});
	test("a slip of one character or a swap is unreadable, never another code", () => {
		const character = fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ");
		fc.assert(
			fc.property(bytes(12), fc.nat(20), character, (random, offset, by) => {
				const code = makeBadgeCode(tokenOf(random));
				const at = 3 + offset;
				const next = at + 1 < code.length ? at + 1 : at;
				if (code.charAt(at) !== by) expect(parseScan(replaced(code, at, by)).kind).toBe("unreadable");
				if (code.charAt(at) !== code.charAt(next)) expect(parseScan(swapped(code, at)).kind).toBe("unreadable");
			}),
		);
		expect(parseScan(`${makeShelfCode("A1")}0`)).toMatchObject({ kind: "unreadable", reason: "check" });
		expect(isoPairHolds(`079${isoPair("079")}`)).toBe(true);
	});
	test("bodies that are not ours to make are refused", () => {
		expect(() => makeShelfCode("a-1")).toThrow(Refusal);
		expect(() => makePartCode("SOLE")).toThrow(Refusal);
		expect(() => makeBadgeCode("SHORT")).toThrow(Refusal);
		expect(() => makeStatusAddress("https://x.cn", "SHORT")).toThrow(Refusal);
		expect(findStatusToken("https://x.cn/s/ABC")).toBeUndefined();
	});
});

describe("other people's codes", () => {
	test("EAN-13, EAN-8, UPC-A and ITF-14 with their check digits", () => {
		expect(parseScan("6901234567892")).toMatchObject({ kind: "ean", form: "ean-13", gtin: "06901234567892" });
		expect(parseScan("]E496385074")).toMatchObject({ kind: "ean", form: "ean-8", gtin: "00000096385074" });
		expect(parseScan("036000291452")).toMatchObject({ kind: "ean", form: "upc-a" });
		expect(parseScan("]I116901234567899")).toMatchObject({ kind: "ean", form: "itf-14", gtin: "16901234567899" });
		expect(parseScan("]E3690123456789212")).toMatchObject({ kind: "ean", gtin: "06901234567892" });
		expect(parseScan("]E06901234567893")).toMatchObject({ kind: "unreadable", reason: "check" });
		expect(parseScan("6901234567893").kind).toBe("text");
	});
	test("a retail symbology is never an order, and an order that could be a GTIN says so", () => {
		fc.assert(
			fc.property(parts, (value) => {
				const number = makeOrderNumber(value);
				expect(parseScan(`]I1${number}`).kind).not.toBe("order");
				const scan = parseScan(number);
				expect(scan.kind === "order" && scan.gtin === number).toBe(gs1Holds(number));
			}),
		);
	});
	test("GS1 element strings by AIM prefix, by separators, in brackets", () => {
		const expected = { kind: "gs1", gtin: "06901234567892", serial: "AB12", lot: "L7", expiresOn: "2028-02-29" };
		const raw = "010690123456789217280200" + "10L7\u001d21AB12";
		expect(parseScan(`]d2${raw}`)).toMatchObject(expected);
		expect(parseScan(`]C1\u001d${raw}`)).toMatchObject(expected);
		expect(parseScan(raw)).toMatchObject(expected);
		expect(parseScan("(01)06901234567892(17)280200(10)L7(21)AB12")).toMatchObject(expected);
		expect(parseScan("https://id.gs1.org/01/06901234567892/10/L7/21/AB12?17=280200&utm=x")).toMatchObject(expected);
		expect(parseScan("https://brand.cn/p/01/6901234567892/21/A%2F1")).toMatchObject({
			gtin: "06901234567892",
			serial: "A/1",
		});
		expect(parseScan("]C100340123450000000017")).toMatchObject({ kind: "gs1", sscc: "340123450000000017" });
	});
	test("GS1 is not guessed, and a broken one is not half read", () => {
		expect(parseScan("0106901234567892").kind).not.toBe("gs1");
		expect(parseScan("]d20106901234567893")).toMatchObject({ kind: "unreadable", reason: "gs1" });
		expect(parseScan("]d28899X")).toMatchObject({ kind: "unreadable", reason: "gs1" });
		expect(parseScan("]d2010690123456789217281300").kind).toBe("unreadable");
		expect(parseScan("(01)123").kind).toBe("text");
		expect(parseScan("https://brand.cn/about/01").kind).toBe("text");
		expect(parseScan("https://brand.cn/01/6901234567892/21/%E0%A4%A").kind).toBe("text");
	});
	test("anything else is text, cleaned, and nothing makes it throw", () => {
		expect(parseScan(" AO2424-001\r")).toEqual({ kind: "text", text: "AO2424-001" });
		expect(parseScan("AO2424")).toMatchObject({ text: "AO2424" });
		expect(parseScan("顾客的防伪码")).toMatchObject({ kind: "text" });
		expect(parseScan("\r\n")).toMatchObject({ kind: "unreadable", reason: "empty" });
		expect(parseScan("a\ufffdb")).toMatchObject({ kind: "unreadable", reason: "encoding" });
		expect(parseScan("x".repeat(3000))).toMatchObject({ kind: "unreadable", reason: "too-long" });
		expect(parseScan("]X0\u0006")).toMatchObject({ kind: "unreadable", reason: "not-a-scan" });
		fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parseScan(text).kind.length > 0));
	});
	test("check digits agree with known ones", () => {
		expect(dammDigit("572")).toBe("4");
		expect(gs1Digit("690123456789")).toBe("2");
		expect(gs1Holds("9")).toBe(false);
	});
});
