/** Where customer, clerk and seal go. */
import type { Content } from "pdfmake/interfaces";
import type { Signature } from "../papers.ts";
import { commonText } from "../text/paper.ts";
import { picture, present } from "./blocks.ts";
import { ink, type Look } from "./look.ts";

function line(width: number): Content {
	return { canvas: [{ type: "line", x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: ink.text }] };
}

/** Signature (picture or line) over the statement it stands for, clerk, and a dotted place for the seal. Never torn. */
export function signatureBlock(look: Look, statement: string, signature: Signature, staff: string): Content {
	const words = commonText[look.language];
	const height = look.dense ? Math.min(21, look.pt(23)) : look.pt(28);
	const wide = look.width * 0.48;
	const narrow = look.width * 0.18;
	const caption = (text: string): Content => ({ text, fontSize: look.pt(7.5), color: ink.soft, margin: [0, 1, 0, 0] });
	const signed = picture(signature.png, [wide, height]);
	const gap = (used: number): Content => ({
		text: "",
		margin: [0, Math.max(0, height - used), 0, 0],
		lineHeight: 0.01,
	});
	const staffSize = look.pt(9);
	return {
		unbreakable: true,
		margin: [0, look.dense ? 1 : look.pt(3), 0, 0],
		stack: [
			{
				columns: [
					{
						width: wide,
						stack: present([
							signed ? { stack: [signed], margin: [0, 0, 0, 1] } : gap(0),
							line(wide),
							caption(statement),
							signature.signedAt ? caption(signature.signedAt) : undefined,
						]),
					},
					{
						width: narrow,
						stack: [
							gap(staffSize * 1.6),
							{ text: staff, fontSize: staffSize, relativePosition: { x: 0, y: -2 } },
							gap(height - staffSize * 1.4),
							line(narrow),
							caption(words.staff),
						],
					},
					{
						width: "*",
						stack: [
							{
								canvas: [
									{
										type: "rect",
										x: 0,
										y: 4,
										w: look.width * 0.28,
										h: height + look.pt(8),
										r: 4,
										dash: { length: 2 },
										lineWidth: 0.6,
										lineColor: ink.soft,
									},
								],
							},
							{ ...(caption(words.seal) as object), relativePosition: { x: 6, y: -look.pt(14) }, text: words.seal },
						],
					},
				],
				columnGap: look.width * 0.03,
			},
		],
	};
}
