/** The collection ticket at the foot of the slip's last page: drawn at a fixed place, so that it tears off clean. */
import type { Content } from "pdfmake/interfaces";
import { ink, type Look, textWidth } from "../block/look.ts";
import type { SlipData } from "../papers.ts";
import { symbolSvg } from "../symbol/svg.ts";
import { printOrderNo } from "../text/numbers.ts";
import { commonText, fill } from "../text/paper.ts";
import { slipText } from "../text/slip.ts";

type Line = { text: string; size: number; bold?: boolean; soft?: boolean };

/** The ticket and the height it needs, dashes included. A fixed place cannot grow, so its lines are counted first. */
export function collectionTicket(look: Look, slip: SlipData): { content: Content; height: number } {
	const words = slipText[look.language];
	const common = commonText[look.language];
	const listed = look.language === "en" ? ", " : "、";
	// Large print is for reading terms and prices; the ticket grows less, or it would not fit under them.
	const pt = (points: number) =>
		Math.max(Math.min(look.pt(points), points * 1.15) * (look.dense ? 0.9 : 1), Math.min(points, 6.8));
	const side = pt(look.dense ? 52 : 60);
	const width = look.width - side - 10;
	const { page } = look;
	const items = slip.jobs.map((job) => `${job.item.name} ×${job.item.quantity}`);
	const two = { items: items.slice(0, 2).join(listed), count: items.length };
	const what = items.length > 2 ? fill(words.andMore, two) : two.items;
	const who = [common.customer, slip.customer.name, slip.customer.phone].filter(Boolean).join(" ");
	const when = slip.promisedAt ? `${words.promised} ${slip.promisedAt}` : "";
	const lines: Line[] = [
		{ text: `${words.tearOff}  ${slip.shop.name}`, size: pt(9.5), bold: true },
		{ text: printOrderNo(slip.orderNo), size: pt(14), bold: true },
		{ text: [who, when].filter(Boolean).join("    "), size: pt(8.3) },
		{ text: what, size: pt(8) },
		{ text: words.tearNote, size: pt(7), soft: true },
	];
	const heightOf = ({ text, size }: Line) => Math.ceil(textWidth(text, size) / width) * size * 1.34;
	const body = Math.max(
		side + 2,
		lines.reduce((sum, line) => sum + heightOf(line), 0),
	);
	const height = body + 7;
	const content: Content = {
		absolutePosition: { x: page.margins[0], y: page.height - page.margins[3] - height },
		stack: [
			{
				canvas: [
					{
						type: "line",
						x1: 0,
						y1: 0,
						x2: look.width,
						y2: 0,
						dash: { length: 3 },
						lineWidth: 0.7,
						lineColor: ink.soft,
					},
				],
				margin: [0, 0, 0, 3],
			},
			{
				columns: [
					{
						width,
						stack: lines.map(({ text, size, bold, soft }) => ({
							text,
							fontSize: size,
							bold: bold ?? false,
							color: soft ? ink.soft : ink.text,
						})),
					},
					{ width: side, stack: [{ svg: symbolSvg("qr", slip.statusToken), width: side }], margin: [0, 2, 0, 0] },
				],
				columnGap: 10,
			},
		],
	};
	return { content, height };
}
