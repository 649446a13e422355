import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseAmount, formatFen, formatPlain, parseAmount, sumFen } from "../../../domain/money/amount.ts";

describe("amounts in figures", () => {
	test.each([
		[0, "¥0.00"],
		[5, "¥0.05"],
		[123_450, "¥1,234.50"],
		[100_000_000, "¥1,000,000.00"],
		[-12_300, "-¥123.00"],
	])("%i fen is %s", (fen, text) => {
		expect(formatFen(fen)).toBe(text);
		expect(formatPlain(fen)).toBe(text.replace("¥", ""));
	});
	test("are read back from what was formatted", () => {
		fc.assert(
			fc.property(fc.nat(99_999_999_999), (fen) => {
				expect(parseAmount(formatFen(fen))).toBe(fen);
			}),
		);
	});
	test.each([
		["1234.5", 123_450],
		["¥ 12", 1_200],
		["12元", 1_200],
		["1,234。50", 123_450],
		["0.", 0],
		["12.345", undefined],
		["-1", undefined],
		["", undefined],
		["十二", undefined],
		["9999999999", undefined],
	])("typed %s is %s", (text, fen) => {
		expect(parseAmount(text)).toBe(fen);
	});
	test("add up", () => {
		expect(sumFen([])).toBe(0);
		expect(sumFen([1, 20, 300])).toBe(321);
	});
});

describe("amounts in capital numerals", () => {
	test.each([
		[0, "零元整"],
		[5, "伍分"],
		[50, "伍角整"],
		[55, "伍角伍分"],
		[1_000, "壹拾元整"],
		[1_005, "壹拾元零伍分"],
		[1_050, "壹拾元伍角整"],
		[123_450, "壹仟贰佰叁拾肆元伍角整"],
		[140_950, "壹仟肆佰零玖元伍角整"],
		[600_714, "陆仟零柒元壹角肆分"],
		[1_640_902, "壹万陆仟肆佰零玖元零贰分"],
		[10_700_053, "壹拾万柒仟元伍角叁分"],
		[10_000_000, "壹拾万元整"],
		[10_000_500, "壹拾万零伍元整"],
		[100_100_000, "壹佰万壹仟元整"],
		[10_000_000_000, "壹亿元整"],
		[10_000_000_500, "壹亿零伍元整"],
		[10_001_000_000, "壹亿零壹万元整"],
		[10_010_000_000, "壹亿零壹拾万元整"],
		[1_010_101_010_101, "壹佰零壹亿零壹佰零壹万零壹佰零壹元零壹分"],
		[99_999_999_999_999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
	])("%i fen is %s", (fen, text) => {
		expect(chineseAmount(fen)).toBe(text);
	});
	test("never double, lead or end a figure with 零 and say every amount differently", () => {
		fc.assert(
			fc.property(fc.nat(99_999_999_999), fc.nat(99_999_999_999), (a, b) => {
				const text = chineseAmount(a);
				expect(text).not.toMatch(/零零|零[万亿元角](?!整$)/);
				if (a !== b) expect(chineseAmount(b)).not.toBe(text);
			}),
		);
	});
	test("out of range is refused", () => {
		for (const fen of [-1, 0.5, 1e14]) expect(() => chineseAmount(fen)).toThrow("money.out-of-range");
	});
});
