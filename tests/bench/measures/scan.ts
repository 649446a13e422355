/** Scan to full record in the core, at full scale and beside the same at small scale. */
import type { BenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import { atMost, percentile, type Result } from "../result.ts";

const warmUp = 50;
const scans = 1_000;

/** ms of each scan: resolve the code, then read the whole record. */
async function scanTimes({ call }: BenchCore, items: number): Promise<number[]> {
	const random = seededRandom(7);
	const times: number[] = [];
	for (let i = 0; i < warmUp + scans; i++) {
		const text = `SN${String(random.below(items)).padStart(9, "0")}`;
		const started = performance.now();
		const answer = await call<{ kind: string; item?: { itemId: string } }>("scan.resolve", { text });
		if (answer.kind !== "item" || !answer.item) throw new Error(`scan of ${text} gave ${answer.kind}`);
		await call("item.record", { itemId: answer.item.itemId });
		if (i >= warmUp) times.push(performance.now() - started);
	}
	return times;
}

export async function measureScans(
	full: BenchCore,
	items: number,
	small: BenchCore,
	smallItems: number,
): Promise<Result[]> {
	const smallTimes = await scanTimes(small, smallItems);
	const times = await scanTimes(full, items);
	const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
	const growth = mean(times) / mean(smallTimes);
	return [
		atMost("scan-to-record-p99", percentile(times, 0.99), "ms", 16),
		atMost("scan-cost-growth", growth, "x of the cost at 1,000 events", 1.5),
	];
}
