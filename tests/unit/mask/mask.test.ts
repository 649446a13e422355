import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskAddress, maskName, maskPhone } from "../../../domain/mask/mask.ts";

describe("phone", () => {
	test.each([
		["13812345678", "1******5678"],
		["+86 138-1234-5678", "1******5678"],
		["13812345678", "1******5678"],
		["021-6234567", "0******567"],
		["62345678", "6******8"],
		["110", "***"],
		["", ""],
	])("%s is shown as %s", (phone, shown) => {
		expect(maskPhone(phone)).toBe(shown);
	});
	test("at least six digits hide, or all of them", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
				const stars = maskPhone(digits).replace(/[^*]/g, "").length;
				expect(stars).toBeGreaterThanOrEqual(Math.min(6, digits.length));
			}),
		);
	});
});

describe("name", () => {
	test.each([
		["王小明", "王*"],
		["王明", "王*"],
		["王 小明", "王*"],
		["欧阳修", "欧阳*"],
		["歐陽菲菲", "歐陽*"],
		["欧阳", "欧*"],
		["李", "*"],
		["买买提·艾力", "买*"],
		["John Smith", "Smith *"],
		["Smith, John", "Smith *"],
		["Madonna", "M*"],
		["  ", ""],
	])("%s is shown as %s", (name, shown) => {
		expect(maskName(name)).toBe(shown);
	});
	test("something always hides", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (name) => {
				if (name.normalize("NFKC").trim() !== "") expect(maskName(name)).toContain("*");
			}),
		);
	});
});

describe("address", () => {
	test.each([
		["浙江省杭州市西湖区文三路1号2单元301室", "浙江省杭州市西湖区****"],
		["上海市浦东新区世纪大道100号", "上海市浦东新区****"],
		["北京市朝阳区建国路88号", "北京市朝阳区****"],
		["江苏省苏州市昆山市前进路1号", "江苏省苏州市昆山市****"],
		["内蒙古自治区呼和浩特市新城区1号", "内蒙古自治区呼和浩特市新城区****"],
		["湖南省长沙县星沙街道1号", "湖南省长沙县****"],
		["江苏省南京市鼓楼区中山路1号", "江苏省南京市鼓楼区****"],
		["上海市阳光花园小区3栋", "上海市****"],
		["广州市天河北路华景小区", "广州市****"],
		["文三路1号", "****"],
		["12 Main Street, Springfield", "****"],
		["", ""],
	])("%s is shown as %s", (address, shown) => {
		expect(maskAddress(address)).toBe(shown);
	});
});
