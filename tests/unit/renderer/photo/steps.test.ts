import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitInto, largestBytes, nextStep, steps } from "../../../../renderer/components/photo/picture/steps.ts";

const full = { width: 4000, height: 3000 };

describe("making a picture small enough", () => {
	test("quality goes down before pixels, and 2048 px stay as long as quality can still go down", () => {
		for (const [at, step] of steps.entries()) {
			const before = steps[at - 1];
			if (!before) continue;
			const worse = step.longest < before.longest || step.quality < before.quality;
			expect(worse && step.longest <= before.longest).toBe(true);
		}
		const wide = steps.filter(({ longest }) => longest >= 2048);
		expect(Math.min(...wide.map(({ quality }) => quality))).toBeLessThan(0.4);
	});

	test("a little too large takes the next step, much too large skips what surely won't do", () => {
		expect(nextStep(0, largestBytes * 1.1, full)).toBe(1);
		const far = nextStep(0, largestBytes * 4, full) ?? 0;
		expect(far).toBeGreaterThan(3);
		expect(steps[far]?.longest).toBe(2048);
	});

	test("a picture that has fewer pixels anyway is not thought smaller by a smaller frame", () => {
		const small = { width: 1280, height: 720 };
		const next = nextStep(0, largestBytes * 1.6, small) ?? 0;
		expect(steps[next]?.quality).toBeLessThan(0.75);
	});

	test("ends, whatever comes out", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 20_000 }),
				fc.integer({ min: 1, max: 20_000 }),
				fc.array(fc.integer({ min: largestBytes + 1, max: 80_000_000 }), { minLength: 20, maxLength: 20 }),
				(width, height, sizes) => {
					let at: number | undefined = 0;
					let tries = 0;
					for (const bytes of sizes) {
						const next: number | undefined = nextStep(at, bytes, { width, height });
						if (next === undefined) return tries < steps.length;
						expect(next).toBeGreaterThan(at);
						at = next;
						tries += 1;
					}
					return false;
				},
			),
		);
	});

	test("never enlarges, never loses a side", () => {
		expect(fitInto(1920, 1080, 2560)).toEqual({ width: 1920, height: 1080 });
		expect(fitInto(5184, 3456, 2560)).toEqual({ width: 2560, height: 1707 });
		expect(fitInto(9000, 2, 640)).toEqual({ width: 640, height: 1 });
	});
});
