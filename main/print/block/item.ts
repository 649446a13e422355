/** What was handed in, in words: used by slip, quote and receipt. */
import type { Content } from "pdfmake/interfaces";
import type { ItemPaper } from "../papers.ts";
import { printMoney } from "../text/numbers.ts";
import { commonText, fill } from "../text/paper.ts";
import { type Fact, factLine, present } from "./blocks.ts";
import { ink, type Look } from "./look.ts";
import { circled } from "./price-table.ts";

/** What the name does not say already. */
function moreFacts(look: Look, item: ItemPaper): Fact[] {
	const words = commonText[look.language];
	const named = (value: string | undefined) => value !== undefined && item.name.split(" ").includes(value);
	const unless = (value: string | undefined) => (named(value) ? undefined : value);
	return [
		[words.brand, unless(item.brand)],
		[words.style, item.style],
		[words.colour, unless(item.colour)],
		[words.size, unless(item.size)],
		[words.material, item.material],
		[words.serialNo, item.serialNo],
	];
}

function handedIn(look: Look, item: ItemPaper): Fact[] {
	const words = commonText[look.language];
	const listed = look.language === "en" ? ", " : "、";
	const declared =
		item.declaredValueFen === undefined
			? undefined
			: `${printMoney(item.declaredValueFen)}${item.insured ? fill(words.aside, { text: words.insured }) : ""}`;
	return [
		[words.pieces, item.pieces.map((piece) => piece.name).join(listed)],
		[words.accessories, item.accessories.length > 0 ? item.accessories.join(listed) : words.none],
		[words.declaredValue, declared],
	];
}

/** Name, brand, style, colour … on one line, pieces and accessories on the next. `no` is left out for a single item; `more` follows. */
export function itemBlock(look: Look, item: ItemPaper, no?: number, more: readonly Fact[] = []): Content[] {
	const parted = look.language === "en" ? ", " : "·";
	const name: Content = {
		text: [
			{ text: `${no ? `${circled(no)} ` : ""}${item.name}`, bold: true, fontSize: look.pt(look.brief ? 9 : 10) },
			{ text: `  ${item.category}${parted}${item.quantity} ${item.unit}`, color: ink.soft },
		],
		margin: look.brief ? [0, 0, 0, 0] : [0, look.pt(2), 0, look.pt(1)],
	};
	const groups = [moreFacts(look, item), handedIn(look, item), more];
	if (look.brief) return present([name, factLine(look, groups.flat())]);
	return present([name, ...groups.map((group) => factLine(look, group))]);
}
