/** The limits of "blurred" and "dark", held against the demo's pictures and what a bad camera would make of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { flawOf, measure, measuredPx } from "../../../../renderer/components/photo/picture/quality.ts";
import { fitInto } from "../../../../renderer/components/photo/picture/steps.ts";

const folder = join(import.meta.dirname, "../../../../assets/demo");
/** Photos; chat pictures and papers are screenshots. */
const names = readdirSync(folder).filter((name) => /-(before|after|close)\.jpg$/.test(name));

type Spoiled = { blurPx?: number; shade?: number };

async function measured(name: string, { blurPx = 0, shade = 0 }: Spoiled = {}) {
	const picture = await loadImage(readFileSync(join(folder, name)));
	const full = createCanvas(picture.width, picture.height);
	const spoiling = full.getContext("2d");
	if (blurPx > 0) spoiling.filter = `blur(${blurPx}px)`;
	spoiling.drawImage(picture, 0, 0);
	spoiling.filter = "none";
	spoiling.fillStyle = `rgba(0, 0, 0, ${shade})`;
	spoiling.fillRect(0, 0, full.width, full.height);
	const { width, height } = fitInto(full.width, full.height, measuredPx);
	const small = createCanvas(width, height).getContext("2d");
	small.imageSmoothingQuality = "high";
	small.drawImage(full, 0, 0, width, height);
	return measure(small.getImageData(0, 0, width, height).data, width, height);
}

describe("a photo is worth keeping", () => {
	test("every picture of the demo as it is", async () => {
		const flawed: string[] = [];
		for (const name of names) if (flawOf(await measured(name))) flawed.push(name);
		expect(names.length).toBeGreaterThan(40);
		expect(flawed).toEqual([]);
	});

	test("none of them out of focus", async () => {
		const passed: string[] = [];
		for (const name of names) if (flawOf(await measured(name, { blurPx: 4 })) !== "blurred") passed.push(name);
		expect(passed).toEqual([]);
	});

	test("none of them with the light off", async () => {
		const passed: string[] = [];
		for (const name of names) if (flawOf(await measured(name, { shade: 0.85 })) !== "dark") passed.push(name);
		expect(passed).toEqual([]);
	});

	test("a sharp shoe before a plain wall is sharp, noise alone does not divide by nothing", () => {
		const size = 120;
		const rgba = new Uint8ClampedArray(size * size * 4).fill(200);
		for (let y = 70; y < 110; y++) {
			for (let x = 70; x < 110; x++)
				rgba.fill((x + y) % 2 === 0 ? 20 : 230, (y * size + x) * 4, (y * size + x) * 4 + 3);
		}
		expect(flawOf(measure(rgba, size, size))).toBeUndefined();
		expect(measure(new Uint8Array(4), 1, 1)).toEqual({ sharpness: 0, brightness: 0 });
	});
});
