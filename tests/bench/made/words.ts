/** The words the bench's data is made of: names, brands, colours, faults, as a real centre sees them. */
import type { JsonObject } from "../../../domain/event/event.ts";
import type { Random } from "./random.ts";

const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
const given = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文辉玲龙鑫晓雯佳怡子涵宇轩梓萱浩然"];
const brands = [
	"百丽",
	"他她",
	"奥康",
	"红蜻蜓",
	"达芙妮",
	"天美意",
	"思加图",
	"森达",
	"暇步士",
	"李宁",
	"安踏",
	"鸿星尔克",
	"回力",
	"Nike",
	"adidas",
	"ECCO",
	"Clarks",
	"COACH",
	"MK",
	"新秀丽",
];
const colours = ["black", "white", "brown", "beige", "red", "navy", "grey"];
const shoeKinds = ["dress-shoe", "sneaker", "high-heel", "loafer", "boot"];
const bagKinds = ["handbag", "shoulder-bag", "chain-bag", "backpack"];
export const faults = ["FW01", "FW07", "FW09", "FW18", "FW21", "FW24", "FW27", "BG01", "BG02", "BG04", "BG09"];
export const operations = ["O01", "O02", "O05", "O06", "O07", "O14", "O18", "O28", "O32", "O42", "O43", "O50", "O52"];
export const complaints = [
	"前掌开胶了,走路进水",
	"鞋跟掉了一只",
	"拉链拉不上",
	"提手油边开裂",
	"颜色掉了想补一下",
	"包角磨白",
	"鞋底磨平打滑",
	"缝线开了",
	"发黄想清洗",
	"后跟内里磨破",
];

export const people = ["周敏", "李师傅", "陈静", "王店长"].map((name, i) => ({
	id: `0000000${i}-0000-7000-8000-00000000000${i}`,
	name,
	roles: [["clerk"], ["technician"], ["inspector"], ["manager"]][i] as string[],
}));

export function person(n: number): string {
	return people[n % people.length]?.id ?? "";
}

export function name(random: Random): string {
	const second = random.below(3) > 0 ? random.pick(given) : "";
	return random.pick(surnames) + random.pick(given) + second;
}

export function phone(random: Random): string {
	return `1${random.pick(["38", "39", "50", "58", "86", "77"])}${String(random.below(100_000_000)).padStart(8, "0")}`;
}

export type BenchItem = { id: string; pieces: { id: string; kind: string }[]; body: JsonObject };

export function item(random: Random, n: number): BenchItem {
	const bag = random.below(4) === 0;
	const pieces = bag
		? [{ id: random.uuid(), kind: "bag" }]
		: [
				{ id: random.uuid(), kind: "left" },
				{ id: random.uuid(), kind: "right" },
			];
	const style = `${random.pick(["AO", "BX", "CT", "DW"])}${1000 + random.below(9000)}-${100 + random.below(900)}`;
	const body = {
		category: bag ? "bags" : "shoes",
		kind: random.pick(bag ? bagKinds : shoeKinds),
		brand: random.pick(brands),
		style,
		colour: random.pick(colours),
		size: bag ? "" : String(220 + random.below(10) * 5),
		materials: ["full-grain-cow"],
		pieces,
		codes: [
			{ kind: "serial", value: `SN${String(n).padStart(9, "0")}` },
			{ kind: "gtin", value: `69${String(10_000_000_000 + (n % 5000)).slice(1)}0` },
		],
	};
	return { id: random.uuid(), pieces, body };
}
