/** The page a printer for paper is tried with, A5: frame, ruler, small type and greys, in plain sight. */
import type { Content } from "pdfmake/interfaces";
import { sheetHead } from "../../block/cards.ts";
import { ink, type Look } from "../../block/look.ts";
import type { TestPageData } from "../../sheets.ts";
import { testPageText } from "../../text/test-page.ts";

const pointsPerMm = 72 / 25.4;
const rulerMm = 100;
const greys = [ink.text, ink.soft, "#888888", ink.hair, ink.tint] as const;

function ruler(): Content {
	const at = (mm: number) => mm * pointsPerMm;
	const ticks = Array.from({ length: rulerMm / 10 + 1 }, (_, cm) => ({
		type: "line" as const,
		x1: at(cm * 10),
		y1: 0,
		x2: at(cm * 10),
		y2: cm % 5 === 0 ? 12 : 7,
		lineWidth: 0.6,
	}));
	const base = { type: "line" as const, x1: 0, y1: 0, x2: at(rulerMm), y2: 0, lineWidth: 0.8 };
	return { canvas: [base, ...ticks], margin: [0, 4, 0, 12] };
}

function swatches(look: Look): Content {
	const width = look.width / greys.length;
	return {
		canvas: greys.map((color, at) => ({ type: "rect" as const, x: at * width, y: 0, w: width - 6, h: 34, color })),
		margin: [0, 6, 0, 0],
	};
}

function frame({ page }: Look): Content {
	const inset = 12;
	const [w, h] = [page.width - 2 * inset, page.height - 2 * inset];
	return {
		canvas: [{ type: "rect", x: 0, y: 0, w, h, lineWidth: 0.6, lineColor: ink.soft }],
		absolutePosition: { x: inset, y: inset },
	};
}

export function testPage(look: Look, { workshop, printer }: TestPageData): Content[] {
	const words = testPageText[look.language];
	const line = (text: string): Content => ({ text, fontSize: look.pt(10), margin: [0, 6, 0, 2] });
	return [
		frame(look),
		sheetHead(look, words.title, workshop),
		{ text: `${words.printer}: ${printer}`, fontSize: look.pt(14), bold: true, margin: [0, 10, 0, 10] },
		{ text: words.look, fontSize: look.pt(11), bold: true },
		line(`1. ${words.frame}`),
		line(`2. ${words.ruler}`),
		ruler(),
		line(`3. ${words.type}`),
		swatches(look),
	];
}
