import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	cutOf,
	cutPixels,
	type Edits,
	type Mark,
	markOf,
	type Point,
	sizeAfter,
	turnLeft,
	turnRight,
	untouched,
} from "../../../../renderer/components/photo/edit/marks.ts";
import { arrowHead, pathOf, wordPlace, wordSpan } from "../../../../renderer/components/photo/edit/paths.ts";

const point = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) });
const size = { width: 1600, height: 900 };
const at = (x: number, y: number): Point => ({ x, y });

describe("turning", () => {
	test("a mark stays where it is on the item", () => {
		const edits: Edits = { ...untouched, marks: [{ kind: "arrow", from: at(100, 200), to: at(0, 0) }] };
		const turned = turnRight(edits);
		// The upper left corner comes to lie at the upper right.
		expect(turned).toEqual({
			turns: 1,
			cut: undefined,
			marks: [{ kind: "arrow", from: at(800, 100), to: at(1000, 0) }],
		});
		expect(turnLeft(turned)).toEqual(edits);
	});

	test("four turns are none, left undoes right, whatever is drawn", () => {
		fc.assert(
			fc.property(fc.array(point, { minLength: 2, maxLength: 6 }), point, point, (points, from, to) => {
				const cut = cutOf([from, to]);
				const marks: Mark[] = [
					{ kind: "pen", points },
					{ kind: "fault", words: "开线", from, to },
				];
				const edits: Edits = { turns: 0, cut, marks };
				expect(turnRight(turnRight(turnRight(turnRight(edits))))).toEqual(edits);
				expect(turnLeft(turnRight(edits))).toEqual(edits);
			}),
		);
	});

	test("width and height change places", () => {
		expect(sizeAfter({ width: 4, height: 3 }, 1)).toEqual({ width: 3, height: 4 });
		expect(sizeAfter({ width: 4, height: 3 }, 2)).toEqual({ width: 4, height: 3 });
	});
});

describe("a line drawn becomes a mark", () => {
	test("a tap is a ring around it, but no arrow and no stroke", () => {
		expect(markOf("ring", [at(500, 500)], "")).toEqual({ kind: "ring", from: at(445, 445), to: at(555, 555) });
		expect(markOf("fault", [at(500, 500), at(503, 499)], "磨损")).toMatchObject({ words: "磨损", from: at(445, 445) });
		expect(markOf("arrow", [at(500, 500), at(505, 500)], "")).toBeUndefined();
		expect(markOf("pen", [at(500, 500)], "")).toBeUndefined();
		expect(markOf("pen", [], "")).toBeUndefined();
	});

	test("a ring is the same from any corner", () => {
		const one = markOf("ring", [at(100, 400), at(300, 200)], "");
		expect(one).toEqual(markOf("ring", [at(300, 200), at(100, 400)], ""));
	});

	test("a stroke that comes back to where it began is a stroke", () => {
		expect(markOf("pen", [at(500, 500), at(700, 500), at(500, 500)], "")?.kind).toBe("pen");
	});
});

describe("cutting", () => {
	test("a slip of the hand cuts nothing away", () => {
		expect(cutOf([at(100, 100), at(120, 900)])).toBeUndefined();
		expect(cutOf([])).toBeUndefined();
	});

	test("keeps within the picture and gives whole pixels", () => {
		const cut = cutOf([at(1200, 900), at(500, -40)]);
		expect(cut).toEqual({ from: at(500, 0), to: at(1000, 900) });
		expect(cutPixels(cut, size)).toEqual({ x: 800, y: 0, width: 800, height: 810 });
		expect(cutPixels(undefined, size)).toEqual({ x: 0, y: 0, ...size });
	});
});

describe("marks as lines", () => {
	test("an arrow's barbs lie on both sides behind its point, as far as the arrow allows", () => {
		const [left, right] = arrowHead(at(0, 0), at(100, 0), 40);
		expect(left.x).toBeCloseTo(right.x);
		expect(left.y).toBeCloseTo(-right.y);
		expect(left.x).toBeLessThan(100);
		const [short] = arrowHead(at(0, 0), at(10, 0), 40);
		expect(short.x).toBeGreaterThan(0);
	});

	test("scale with the picture", () => {
		const ring: Mark = { kind: "ring", from: at(250, 250), to: at(750, 750) };
		expect(pathOf(ring, { width: 1000, height: 1000 })).toBe("M250 500A250 250 0 1 1 750 500A250 250 0 1 1 250 500Z");
		expect(pathOf(ring, { width: 100, height: 200 })).toBe("M25 100A25 50 0 1 1 75 100A25 50 0 1 1 25 100Z");
		expect(pathOf({ kind: "pen", points: [at(0, 0), at(500, 1000)] }, size)).toBe("M0 0L800 900");
	});

	test("a fault's name stays on the picture, wherever its ring is", () => {
		fc.assert(
			fc.property(point, point, (from, to) => {
				const place = wordPlace({ from, to }, "开线", size);
				const half = wordSpan("开线", size) / 2;
				expect(place.x - half).toBeGreaterThanOrEqual(0);
				expect(place.x + half).toBeLessThanOrEqual(size.width);
				expect(place.y).toBeGreaterThan(0);
				expect(place.y).toBeLessThan(size.height);
			}),
		);
	});
});
