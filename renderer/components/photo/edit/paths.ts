/** Marks as lines: the same SVG path is shown on the screen and drawn into the stored picture. */
import { lineWidth, type Mark, type Point, type Size, wordHeight } from "./marks.ts";

const round = (value: number) => Math.round(value * 10) / 10;

/** The mark on a picture of this size, as the `d` of an SVG path. */
export function pathOf(mark: Mark, size: Size): string {
	const px = ({ x, y }: Point): Point => ({ x: (x / 1000) * size.width, y: (y / 1000) * size.height });
	const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
	if (mark.kind === "pen") return `M${mark.points.map((point) => at(px(point))).join("L")}`;
	const from = px(mark.from);
	const to = px(mark.to);
	if (mark.kind === "arrow") {
		const [left, right] = arrowHead(from, to, lineWidth(size) * 6);
		return `M${at(from)}L${at(to)}M${at(left)}L${at(to)}L${at(right)}`;
	}
	const rx = Math.abs(to.x - from.x) / 2;
	const ry = Math.abs(to.y - from.y) / 2;
	const left = { x: Math.min(from.x, to.x), y: (from.y + to.y) / 2 };
	const right = { x: left.x + 2 * rx, y: left.y };
	const arc = `A${round(rx)} ${round(ry)} 0 1 1`;
	return `M${at(left)}${arc} ${at(right)}${arc} ${at(left)}Z`;
}

/** The ends of the two barbs, px; shorter on a short arrow. */
export function arrowHead(from: Point, to: Point, length: number): [Point, Point] {
	const angle = Math.atan2(to.y - from.y, to.x - from.x);
	const reach = Math.min(length, Math.hypot(to.x - from.x, to.y - from.y) * 0.6);
	const barb = (turn: number) => ({
		x: to.x - reach * Math.cos(angle + turn),
		y: to.y - reach * Math.sin(angle + turn),
	});
	return [barb(Math.PI / 7), barb(-Math.PI / 7)];
}

/** Where the fault's name stands: below its ring, above it at the lower edge; `x` is the middle, `y` the middle line. */
export function wordPlace({ from, to }: { from: Point; to: Point }, words: string, size: Size): Point {
	const high = wordHeight(size);
	const half = wordSpan(words, size) / 2;
	const bottom = (Math.max(from.y, to.y) / 1000) * size.height;
	const top = (Math.min(from.y, to.y) / 1000) * size.height;
	const below = bottom + high * 0.95;
	const x = ((from.x + to.x) / 2000) * size.width;
	return {
		x: Math.min(Math.max(x, half), Math.max(half, size.width - half)),
		y: below + high / 2 > size.height ? Math.max(high * 0.7, top - high * 0.95) : below,
	};
}

/** Room for a word, px: Chinese signs are square, others about half as wide. */
export function wordSpan(words: string, size: Size): number {
	const high = wordHeight(size);
	const signs = [...words].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56), 0);
	return high * (signs * 0.78 + 0.8);
}
