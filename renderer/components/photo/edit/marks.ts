/**
 * What is drawn on a photo and how the photo is turned and cut, as numbers. Points are thousandths of the width and
 * height of the turned, uncut picture, so that they hold at any size; `pathOf` gives the same line to the screen and to
 * the picture that is stored. No canvas here.
 */
export type Point = { x: number; y: number };
export type Box = { from: Point; to: Point };
export type Size = { width: number; height: number };

export type Mark =
	| { kind: "pen"; points: readonly Point[] }
	| ({ kind: "arrow" } & Box)
	/** The ellipse in the box. */
	| ({ kind: "ring" } & Box)
	/** A ring with the fault's name beside it. */
	| ({ kind: "fault"; words: string } & Box);

export type Edits = {
	/** Quarter turns to the right. */
	turns: 0 | 1 | 2 | 3;
	/** What is kept; undefined: all. `from` is the upper left corner. */
	cut: Box | undefined;
	marks: readonly Mark[];
};

export const untouched: Edits = { turns: 0, cut: undefined, marks: [] };

/** Half the side of the ring a tap makes. */
const tapped = 55;
/** Less is a tap, not a line. */
const tapReach = 12;
/** Less than a twentieth of the picture is a slip of the hand, not a cut. */
const leastCut = 50;

const clamp = (value: number) => Math.min(1000, Math.max(0, value));
export const within = ({ x, y }: Point): Point => ({ x: clamp(x), y: clamp(y) });

export function sizeAfter({ width, height }: Size, turns: number): Size {
	return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Upper left and lower right corner of any two. */
export function cornersOf({ from, to }: Box): Box {
	return {
		from: { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) },
		to: { x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) },
	};
}

const turnPoint = ({ x, y }: Point): Point => ({ x: 1000 - y, y: x });
const turnBox = ({ from, to }: Box): Box => ({ from: turnPoint(from), to: turnPoint(to) });

/** A quarter turn to the right; marks and cut stay where they are on the item. */
export function turnRight(edits: Edits): Edits {
	return {
		turns: ((edits.turns + 1) % 4) as Edits["turns"],
		cut: edits.cut && cornersOf(turnBox(edits.cut)),
		marks: edits.marks.map((mark) =>
			mark.kind === "pen" ? { ...mark, points: mark.points.map(turnPoint) } : { ...mark, ...turnBox(mark) },
		),
	};
}

export function turnLeft(edits: Edits): Edits {
	return turnRight(turnRight(turnRight(edits)));
}

/** A mark from where the line began and where it ended; undefined when it is no mark. */
export function markOf(kind: Mark["kind"], line: readonly Point[], words: string): Mark | undefined {
	const [from] = line;
	const to = line.at(-1);
	if (!from || !to) return undefined;
	const tap = line.every(({ x, y }) => Math.abs(x - from.x) < tapReach && Math.abs(y - from.y) < tapReach);
	if (kind === "pen") return tap ? undefined : { kind, points: line };
	if (kind === "arrow") return tap ? undefined : { kind, from, to };
	const around = { from: { x: from.x - tapped, y: from.y - tapped }, to: { x: from.x + tapped, y: from.y + tapped } };
	const box = tap ? around : cornersOf({ from, to });
	return kind === "ring" ? { kind, ...box } : { kind, words, ...box };
}

/** The cut between two corners; undefined when it is too small to be meant. */
export function cutOf(line: readonly Point[]): Box | undefined {
	const [from] = line;
	const to = line.at(-1);
	if (!from || !to) return undefined;
	const cut = cornersOf({ from: within(from), to: within(to) });
	return cut.to.x - cut.from.x < leastCut || cut.to.y - cut.from.y < leastCut ? undefined : cut;
}

/** The cut in whole px of a picture of this size (turned). */
export function cutPixels(cut: Box | undefined, { width, height }: Size): Size & Point {
	const { from, to } = cut ?? { from: { x: 0, y: 0 }, to: { x: 1000, y: 1000 } };
	const x = Math.round((from.x / 1000) * width);
	const y = Math.round((from.y / 1000) * height);
	const across = Math.round((to.x / 1000) * width) - x;
	const down = Math.round((to.y / 1000) * height) - y;
	return { x, y, width: Math.max(1, across), height: Math.max(1, down) };
}

/** Thickness of a line and height of a word on a picture of this size, px: readable on a thumbnail's big brother. */
export function lineWidth({ width, height }: Size): number {
	return Math.max(2, Math.max(width, height) / 220);
}
export function wordHeight(size: Size): number {
	return lineWidth(size) * 6.5;
}
