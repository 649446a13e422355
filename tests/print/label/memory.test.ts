/** A day of labels must not fill the memory: canvas dots are given back between two tasks, not at the day's end. */
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { labelLayout } from "../../../main/print/label/layouts.ts";
import { rasterLabel } from "../../../main/print/label/raster.ts";
import { sampleLabels } from "../sample-labels.ts";

const mb = () => process.memoryUsage.rss() / 1024 / 1024;

test("four hundred labels leave no more in memory than the first hundred", async () => {
	const data = sampleLabels["piece-zh"];
	if (data?.kind !== "piece") throw new Error("no sample");
	const draw = async (count: number) => {
		for (let i = 0; i < count; i++) {
			rasterLabel({ ...data, what: `${data.what} ${i}` }, labelLayout("piece", "60x40"), 203);
			await setImmediate();
		}
		return mb();
	};
	const first = await draw(100);
	// Kept whole, the dots of 300 labels are 184 MB.
	expect((await draw(300)) - first).toBeLessThan(60);
});
