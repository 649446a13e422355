/**
 * Makes an open font remember what it worked out for earlier papers: how a short word is set, and that a character's
 * outline is a plain one. Nearly every word of a Chinese paper is one character and all papers share a few hundred, so
 * this is a fifth of a slip's time. Called by open-fonts.ts only.
 */

type Run = { positions: object[] };
type Outline = { numberOfContours: number } | null;
type Glyph = { _decode(): Outline };
type Subset = { _addGlyph(glyph: number): number };
/** As much of the font reader's font as is touched here. */
export type OpenFont = {
	layout(text: string, ...how: unknown[]): Run;
	getGlyph(glyph: number): Glyph;
	createSubset(): Subset;
};

/** Longer words hardly come twice. */
const longest = 8;
/** Some 2 MB. */
const mostRuns = 4_000;
const plainOutline: Outline = { numberOfContours: 0 };

/** The same font. Its answers stay what they were. */
export function remember<F extends OpenFont>(font: F): F {
	rememberRuns(font);
	rememberOutlines(font);
	return font;
}

function rememberRuns(font: OpenFont): void {
	const layOut = font.layout.bind(font);
	const runs = new Map<string, Run>();
	font.layout = (text, ...how) => {
		if (text.length > longest || how.some((each) => each !== undefined)) return layOut(text, ...how);
		let run = runs.get(text);
		if (!run) {
			run = layOut(text);
			if (runs.size >= mostRuns) runs.clear();
			runs.set(text, run);
		}
		// The PDF writer scales the positions it gets in place.
		const positions = run.positions.map((position) => ({ ...position }));
		return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions });
	};
}

/** Taking a character into a paper's font reads its whole outline, only to learn whether it is composed of others. */
function rememberOutlines(font: OpenFont): void {
	const createSubset = font.createSubset.bind(font);
	const plain = new Set<number>();
	font.createSubset = () => {
		const subset = createSubset();
		const add = subset._addGlyph.bind(subset);
		subset._addGlyph = (id) => {
			const glyph = font.getGlyph(id);
			const decode = glyph._decode;
			glyph._decode = () => {
				if (plain.has(id)) return plainOutline;
				const outline = decode.call(glyph);
				if (!outline || outline.numberOfContours >= 0) plain.add(id);
				return outline;
			};
			try {
				return add(id);
			} finally {
				glyph._decode = decode;
			}
		};
		return subset;
	};
}
