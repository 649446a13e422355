/** Line drawings of what came in, with numbered marks where it is damaged. */
import type { Content } from "pdfmake/interfaces";
import type { OutlineKind, OutlineMark } from "../papers.ts";
import type { Look } from "./look.ts";

type Drawing = { width: number; height: number; path: string };

/** Marks are fractions of each drawing's own width and height. */
const drawings: Record<OutlineKind, Drawing> = {
	shoes: {
		width: 300,
		height: 84,
		path: "M14 68C12 48 20 24 30 16C40 20 52 18 60 10C74 26 96 40 122 48C138 52 146 60 144 68Z M10 68H146V76H12Z M66 26l10-6M76 33l10-6M86 39l10-6 M30 16C34 34 44 48 60 54 M286 68C288 48 280 24 270 16C260 20 248 18 240 10C226 26 204 40 178 48C162 52 154 60 156 68Z M290 68H154V76H288Z M234 26l-10-6M224 33l-10-6M214 39l-10-6 M270 16C266 34 256 48 240 54",
	},
	bag: {
		width: 240,
		height: 140,
		path: "M60 52H180L194 134H46Z M88 52C88 2 152 2 152 52 M62 68H178 M112 62h16v16h-16z M60 52L54 62M180 52L186 62",
	},
	luggage: {
		width: 240,
		height: 150,
		path: "M74 34H166Q174 34 174 42V126Q174 134 166 134H74Q66 134 66 126V42Q66 34 74 34Z M102 34V8H138V34 M90 34V134M120 34V134M150 34V134 M76 134v8h12v-8 M152 134v8h12v-8",
	},
	garment: {
		width: 240,
		height: 150,
		path: "M96 10L62 22L28 92L50 102L68 66V142H172V66L190 102L212 92L178 22L144 10C138 22 102 22 96 10Z M96 10L120 52L144 10 M120 52V142 M82 104h22 M136 104h22",
	},
};

const within = (value: number) => Math.min(1, Math.max(0, value));

/** The drawing `width` points wide with marks numbered 1, 2 … in their order. */
export function outlineDrawing(look: Look, kind: OutlineKind, marks: readonly OutlineMark[], width: number): Content[] {
	const drawing = drawings[kind];
	const scale = width / drawing.width;
	const height = drawing.height * scale;
	const radius = look.pt(4.6);
	const rings = marks.map((mark) => ({ x: within(mark.x) * width, y: within(mark.y) * height }));
	const stroke = 1.1 / scale;
	const circles = rings
		.map(
			({ x, y }) =>
				`<circle cx="${(x / scale).toFixed(1)}" cy="${(y / scale).toFixed(1)}" r="${(radius / scale).toFixed(1)}" fill="#fff" stroke="#111" stroke-width="${stroke.toFixed(2)}"/>`,
		)
		.join("");
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}"><path d="${drawing.path}" fill="none" stroke="#666" stroke-width="${stroke.toFixed(2)}" stroke-linejoin="round" stroke-linecap="round"/>${circles}</svg>`;
	// The numbers are set as text over the drawing: the SVG reader cannot reach the fonts held in memory.
	const digits = rings.map(
		({ x, y }, index): Content => ({
			columns: [
				{ width: 20, text: String(index + 1), alignment: "center", bold: true, fontSize: radius * 1.4, lineHeight: 1 },
			],
			relativePosition: { x: x - 10, y: y - height - radius * 1.02 },
		}),
	);
	return [{ svg, width }, ...digits];
}
