/** Symbols as one SVG path, so that they stay sharp on any printer. */
import type { SheetSymbology } from "../sheets.ts";
import { type Modules, symbolModules } from "./modules.ts";

/** Dark runs of each row as rectangles in one path; `rowHeight` stretches linear symbols. */
function pathOf(symbol: Modules, rowHeight: number): string {
	let path = "";
	for (let y = 0; y < symbol.height; y++) {
		for (let x = 0; x < symbol.width; x++) {
			if (!symbol.dark[y * symbol.width + x]) continue;
			const from = x;
			while (x + 1 < symbol.width && symbol.dark[y * symbol.width + x + 1]) x++;
			const length = x - from + 1;
			path += `M${from} ${y * rowHeight}h${length}v${rowHeight}h-${length}z`;
		}
	}
	return path;
}

/** The last few drawings: a paper shows its code twice, and shows it again on the other copy. */
const drawn = new Map<string, string>();
const kept = 16;

/**
 * A symbol cut close to its modules: the caller leaves the quiet zone (quietModules) free around it.
 * Linear ones come out `heightRatio` times as high as wide.
 */
export function symbolSvg(symbology: SheetSymbology, text: string, heightRatio = 0.2): string {
	const key = `${symbology} ${heightRatio} ${text}`;
	const known = drawn.get(key);
	if (known) return known;
	const symbol = symbolModules(symbology, text);
	const barHeight = symbol.linear ? symbol.width * heightRatio : 1;
	const { width } = symbol;
	const height = symbol.linear ? barHeight : symbol.height;
	const path = pathOf(symbol, barHeight);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="${path}" fill="#000"/></svg>`;
	const oldest = drawn.keys().next().value;
	if (drawn.size >= kept && oldest !== undefined) drawn.delete(oldest);
	drawn.set(key, svg);
	return svg;
}
