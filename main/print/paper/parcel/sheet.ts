/**
 * The sheet that travels with a parcel between workshops, A5: from where to where, what is inside and what is to be done
 * with it, seal and waybill, and the code that accepts it. Nothing about the customer, no prices.
 */
import type { Content } from "pdfmake/interfaces";
import { factLine, facts, present, rule, sectionTitle } from "../../block/blocks.ts";
import { ink, type Look } from "../../block/look.ts";
import { circled } from "../../block/price-table.ts";
import { tickCell } from "../../block/ticks.ts";
import type { ParcelItem, ParcelSheetData } from "../../sheets.ts";
import { symbolSvg } from "../../symbol/svg.ts";
import { printOrderNo } from "../../text/numbers.ts";
import { parcelText } from "../../text/parcel.ts";

const qrSide = 84;

function head(look: Look, sheet: ParcelSheetData): Content[] {
	const words = parcelText[look.language];
	const way = (label: string, name: string): Content => ({
		text: [
			{ text: `${label}  `, color: ink.soft, fontSize: look.pt(8) },
			{ text: name, bold: true, fontSize: look.pt(label === words.to ? 16 : 11) },
		],
	});
	return [
		{
			columns: [
				{
					width: "*",
					stack: [
						{ text: words.title, bold: true, fontSize: look.pt(13) },
						way(words.from, sheet.from),
						way(words.to, sheet.to),
					],
				},
				{
					width: "auto",
					stack: [
						{ text: sheet.orderNo.slice(-6), bold: true, fontSize: look.pt(26), alignment: "right", lineHeight: 0.9 },
						{ text: printOrderNo(sheet.orderNo), fontSize: look.pt(8.5), alignment: "right", margin: [0, 0, 0, 3] },
						{ svg: symbolSvg("code128", sheet.orderNo, 0.16), width: 130, alignment: "right" },
					],
				},
			],
			columnGap: 8,
		},
		rule(look, 1.4, 4),
		...present([
			facts(
				look,
				[
					[words.carrier, sheet.carrier, true],
					[words.waybill, sheet.waybill || words.noWaybill, true],
					[words.sent, sheet.sentAt],
					[words.seal, sheet.seal || words.noSeal, true],
				],
				2,
			),
		]),
	];
}

function item(look: Look, entry: ParcelItem, no: number | undefined): Content {
	const words = parcelText[look.language];
	const listed = look.language === "en" ? ", " : "、";
	return {
		unbreakable: true,
		margin: [0, look.pt(2), 0, look.pt(3)],
		stack: present([
			{
				text: [
					{ text: `${no ? `${circled(no)} ` : ""}${entry.name}`, bold: true, fontSize: look.pt(10.5) },
					{ text: `  ${entry.pieces.join(listed)}`, color: ink.soft },
				],
			},
			factLine(look, [
				[words.labels, entry.labels],
				[words.promised, entry.promisedAt, true],
			]),
			factLine(look, [
				[words.work, entry.work.join(listed), true],
				[words.next, entry.next, true],
				[words.done, entry.steps],
			]),
		]),
	};
}

function acceptance(look: Look, sheet: ParcelSheetData): Content {
	const words = parcelText[look.language];
	return {
		unbreakable: true,
		stack: [
			rule(look, 0.8, 5),
			{
				columns: [
					{ width: qrSide, stack: [{ svg: symbolSvg("qr", sheet.code), width: qrSide }] },
					{
						width: "*",
						stack: [
							{
								text: [
									{ text: `${words.code}  `, color: ink.soft, fontSize: look.pt(8) },
									{ text: sheet.code, bold: true, fontSize: look.pt(9.5) },
								],
								margin: [0, 0, 0, 4],
							},
							{ svg: symbolSvg("code128", sheet.code, 0.1), width: look.width - qrSide - 22 },
							{ text: words.how, fontSize: look.pt(8), margin: [0, 6, 0, 0] },
							{ text: words.keep, fontSize: look.pt(7.2), color: ink.soft, margin: [0, 2, 0, 0] },
						],
					},
				],
				columnGap: 14,
			},
			{
				margin: [0, look.pt(10), 0, 0],
				columns: [
					{ width: look.pt(130), stack: [tickCell(look, words.sealWhole, 8.3)] },
					{ width: "*", stack: [tickCell(look, words.allInside, 8.3)] },
				],
				columnGap: 6,
			},
			{
				text: `${words.receiver} ______________________   ${words.date} ______________`,
				margin: [0, look.pt(12), 0, 0],
			},
		],
	};
}

/** The parts of the page from top to bottom. */
export function parcelSheet(look: Look, sheet: ParcelSheetData): Content[] {
	const words = parcelText[look.language];
	const many = sheet.items.length > 1;
	return [
		...head(look, sheet),
		sectionTitle(look, words.inside),
		...sheet.items.map((entry, at) => item(look, entry, many ? at + 1 : undefined)),
		acceptance(look, sheet),
	];
}
