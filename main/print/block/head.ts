/** Top of a customer paper: whose shop, which paper, which order, and the code to scan. */
import type { Content } from "pdfmake/interfaces";
import type { ShopHead } from "../papers.ts";
import { symbolSvg } from "../symbol/svg.ts";
import { printOrderNo } from "../text/numbers.ts";
import { commonText } from "../text/paper.ts";
import { present, rule } from "./blocks.ts";
import { ink, type Look } from "./look.ts";

export type HeadData = {
	shop: ShopHead;
	title: string;
	/** 顾客联 / 工位联, version … */
	remark?: string;
	orderNo: string;
	statusToken: string;
	statusAddress?: string;
};

/** Shop left, title and number in the middle, QR right, a heavy rule below. */
export function paperHead(look: Look, data: HeadData): Content[] {
	const words = commonText[look.language];
	const small = look.pt(7.5);
	// Codes need no large print, and the shop's name needs the room.
	const code = (points: number) => Math.min(look.pt(points), points * 1.1);
	const { shop } = data;
	const shopLines = present([
		shop.brandName ? { text: shop.brandName, fontSize: look.pt(8), bold: true, color: ink.soft } : undefined,
		{ text: shop.name, fontSize: look.pt(11.5), bold: true, margin: [0, 0, 0, 2] },
		shop.address ? { text: shop.address, fontSize: small } : undefined,
		shop.phone ? { text: `${words.phone} ${shop.phone}`, fontSize: small } : undefined,
		shop.hours ? { text: `${words.hours} ${shop.hours}`, fontSize: small } : undefined,
	]);
	const numberLines: Content[] = [
		{
			text: [
				{ text: data.title, fontSize: look.pt(15), bold: true },
				...(data.remark ? [{ text: ` ${data.remark}`, fontSize: look.pt(8), color: ink.soft }] : []),
			],
			alignment: "right",
		},
		{ text: printOrderNo(data.orderNo), fontSize: look.pt(11), bold: true, alignment: "right" },
		{ svg: symbolSvg("code128", data.orderNo, 0.17), width: code(118), alignment: "right", margin: [0, 2, 0, 0] },
	];
	const qr: Content[] = [
		{ svg: symbolSvg("qr", data.statusToken), width: code(53), margin: [0, 1, 0, 1] },
		{ text: words.scanForProgress, fontSize: look.pt(6.5), alignment: "center", color: ink.soft },
		...(data.statusAddress
			? [{ text: data.statusAddress, fontSize: look.pt(6), alignment: "center" as const, color: ink.soft }]
			: []),
	];
	return [
		{
			columns: [
				{ stack: shopLines, width: "*" },
				{ stack: numberLines, width: code(150) },
				{ stack: qr, width: code(53) },
			],
			columnGap: 12,
		},
		rule(look, 1.4, 3),
	];
}
