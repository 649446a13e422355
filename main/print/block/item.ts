/** What was handed in, in words: used by slip, quote and receipt. */
import type { Content } from "pdfmake/interfaces";
import type { ItemPaper } from "../papers.ts";
import { printMoney } from "../text/numbers.ts";
import { commonText, fill } from "../text/paper.ts";
import { factLine, present } from "./blocks.ts";
import { ink, type Look } from "./look.ts";
import { circled } from "./price-table.ts";

/** Brand, style, colour … on one line, pieces and accessories on the next. `no` is left out for a single item. */
export function itemBlock(look: Look, item: ItemPaper, no?: number): Content[] {
	const words = commonText[look.language];
	const listed = look.language === "en" ? ", " : "、";
	const declared =
		item.declaredValueFen === undefined
			? undefined
			: `${printMoney(item.declaredValueFen)}${item.insured ? fill(words.aside, { text: words.insured }) : ""}`;
	return present([
		{
			text: [
				{ text: `${no ? `${circled(no)} ` : ""}${item.name}`, bold: true, fontSize: look.pt(10) },
				{ text: `  ${item.category}·${item.quantity} ${item.unit}`, color: ink.soft },
			],
			margin: [0, look.pt(2), 0, look.pt(1)],
		},
		factLine(look, [
			[words.brand, item.brand],
			[words.style, item.style],
			[words.colour, item.colour],
			[words.size, item.size],
			[words.material, item.material],
			[words.serialNo, item.serialNo],
		]),
		factLine(look, [
			[words.pieces, item.pieces.map((piece) => piece.name).join(listed)],
			[words.accessories, item.accessories.length > 0 ? item.accessories.join(listed) : words.none],
			[words.declaredValue, declared],
		]),
	]);
}
