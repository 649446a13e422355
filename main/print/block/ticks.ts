/** Tick boxes, drawn as lines because the font carries no ballot boxes. */
import type { Content } from "pdfmake/interfaces";
import type { Tick } from "../papers.ts";
import { commonText, fill } from "../text/paper.ts";
import { ink, type Look } from "./look.ts";

/** An empty box of `size` points. */
export function box(size: number): Content {
	return {
		canvas: [{ type: "rect", x: 0.4, y: 0.4, w: size - 0.8, h: size - 0.8, lineWidth: 0.7, lineColor: ink.text }],
	};
}

/** A box to tick by hand, with its word. */
export function tickCell(look: Look, name: string, size = 8): Content {
	const side = look.pt(size * 0.85);
	return {
		columns: [
			{ width: side, stack: [box(side)], margin: [0, look.pt(size * 0.16), 0, 0] },
			{ width: "*", text: name, fontSize: look.pt(size) },
		],
		columnGap: 3,
	};
}

/** A list ticked already, as running text: what applies first and bold, the rest behind empty boxes. */
export function tickText(look: Look, ticks: readonly Tick[], size = 8, strong = true): Content {
	const words = commonText[look.language];
	const ordered = [...ticks.filter((tick) => tick.ticked), ...ticks.filter((tick) => !tick.ticked)];
	return {
		text: ordered.flatMap(({ name, where, ticked }) => {
			const place = where ? fill(words.aside, { text: where }) : "";
			// The box stays with its word; the line breaks between two of them.
			return [
				{ text: ticked ? "\u2713\u00a0" : "\u25a1\u00a0", noWrap: true, bold: strong && ticked },
				{ text: `${name}${place}`, noWrap: `${name}${place}`.length < 24, bold: strong && ticked },
				{ text: look.dense ? "  " : "   " },
			];
		}),
		fontSize: look.pt(size),
	};
}
