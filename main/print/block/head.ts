/** Top of a customer paper: whose shop, which paper, which order, and the code to scan. */
import type { Content } from "pdfmake/interfaces";
import type { ShopHead } from "../papers.ts";
import { symbolSvg } from "../symbol/svg.ts";
import { printOrderNo } from "../text/numbers.ts";
import { commonText } from "../text/paper.ts";
import { present, rule } from "./blocks.ts";
import { ink, type Look, textWidth } from "./look.ts";

export type HeadData = {
	shop: ShopHead;
	title: string;
	/** 顾客联 / 工位联, version … */
	remark?: string;
	orderNo: string;
	statusToken: string;
	statusAddress?: string;
};

/** Codes need no large print, and the shop's name needs the room; they never get narrower than scanners like. */
function codeWidth(look: Look, points: number): number {
	return Math.min(Math.max(look.pt(points), points), points * 1.1) * (look.brief ? 0.74 : look.dense ? 0.8 : 1);
}

/** Room for title, number and bars. */
function middleWidth(look: Look): number {
	return Math.max(codeWidth(look, 150), look.dense ? look.pt(1) * 120 : 0);
}

function shopLines(look: Look, shop: ShopHead): Content[] {
	const words = commonText[look.language];
	const small = { fontSize: look.pt(7.5) };
	const phone = shop.phone ? `${words.phone} ${shop.phone}` : undefined;
	const hours = shop.hours ? `${words.hours} ${shop.hours}` : undefined;
	const brand: Content = { text: shop.brandName ?? "", fontSize: look.pt(8), bold: true, color: ink.soft };
	const named = look.dense ? [shop.brandName, shop.name].filter(Boolean).join("  ") : shop.name;
	const name: Content = { text: named, fontSize: look.pt(look.dense ? 10 : 11.5), bold: true };
	const joined = [phone, hours].filter(Boolean).join("   ");
	const room = look.width - codeWidth(look, 53) - middleWidth(look) - 24;
	const reach = look.dense && textWidth(joined, look.pt(7.5)) < room ? [joined] : [phone, hours];
	return present([
		shop.brandName && !look.dense ? brand : undefined,
		{ stack: [name], margin: [0, 0, 0, look.dense ? 0 : 2] },
		...[shop.address, ...reach].map((text) => (text ? { text, ...small } : undefined)),
	]);
}

/** Shop left, title and number in the middle, QR right, a heavy rule below. */
export function paperHead(look: Look, data: HeadData): Content[] {
	const words = commonText[look.language];
	const code = (points: number) => codeWidth(look, points);
	const bars = symbolSvg("code128", data.orderNo, look.dense ? 0.15 : 0.17);
	const numberLines: Content[] = [
		{
			text: [
				{ text: data.title, fontSize: look.pt(look.dense ? 13 : 15), bold: true },
				...(data.remark ? [{ text: ` ${data.remark}`, fontSize: look.pt(8), color: ink.soft }] : []),
			],
			alignment: "right",
		},
		{ text: printOrderNo(data.orderNo), fontSize: look.pt(11), bold: true, alignment: "right" },
		{ svg: bars, width: look.dense ? 94 : code(118), alignment: "right", margin: [0, look.dense ? 1 : 2, 0, 0] },
	];
	const qr: Content[] = [
		{ svg: symbolSvg("qr", data.statusToken), width: code(53), margin: [0, 1, 0, 1] },
		...(look.dense
			? []
			: [{ text: words.scanForProgress, fontSize: look.pt(6.5), alignment: "center" as const, color: ink.soft }]),
		...(data.statusAddress
			? [{ text: data.statusAddress, fontSize: look.pt(6), alignment: "center" as const, color: ink.soft }]
			: []),
	];
	return [
		{
			columns: [
				{ stack: shopLines(look, data.shop), width: "*" },
				{ stack: numberLines, width: middleWidth(look) },
				{ stack: qr, width: code(53) },
			],
			columnGap: 12,
		},
		rule(look, 1.4, look.dense ? 2 : 3),
	];
}
