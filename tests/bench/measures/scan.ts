/** Scan to full record in the core, at full scale and beside the same at small scale. */
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { databaseName } from "../../../db/backup/manifest.ts";
import type { BenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import { atMost, percentile, type Result } from "../result.ts";

const warmUp = 200;
const scans = 1_000;

/** A workstation of either scale, and how many items it knows. */
export type Side = { core: BenchCore; dir: string; items: number };

/**
 * Has the system hold the file, as on any day but the first after a copy. Otherwise the large side would be a measure
 * of the disk: a small database is warm after its first scans, a large one not after a thousand.
 */
function readThrough(dir: string): void {
	const file = openSync(join(dir, databaseName), "r");
	const part = Buffer.alloc(8 * 1024 * 1024);
	while (readSync(file, part) > 0);
	closeSync(file);
}

/** Answers a function that scans the next item by chance: resolves the code, then reads the whole record; in ms. */
function scanner({ core: { call }, items }: Side): () => Promise<number> {
	const random = seededRandom(7);
	return async () => {
		const text = `SN${String(random.below(items)).padStart(9, "0")}`;
		const started = performance.now();
		const answer = await call<{ kind: string; item?: { itemId: string } }>("scan.resolve", { text });
		if (answer.kind !== "item" || !answer.item) throw new Error(`scan of ${text} gave ${answer.kind}`);
		await call("item.record", { itemId: answer.item.itemId });
		return performance.now() - started;
	};
}

/** Both sides take turns, each first as often as the other, so that whatever else the machine does falls on both alike. */
export async function measureScans(full: Side, small: Side): Promise<Result[]> {
	for (const { core, dir } of [full, small]) {
		readThrough(dir);
		// Opened in the background after every start; done before the first scan is counted, on both sides.
		await core.app.directory.load();
	}
	const sides = [full, small].map((side) => ({ scan: scanner(side), times: [] as number[] }));
	for (let i = 0; i < warmUp + scans; i++) {
		for (const { scan, times } of i % 2 === 0 ? sides : sides.toReversed()) {
			const ms = await scan();
			if (i >= warmUp) times.push(ms);
		}
	}
	const [fullTimes = [], smallTimes = []] = sides.map(({ times }) => times);
	const growth = percentile(fullTimes, 0.5) / percentile(smallTimes, 0.5);
	return [
		atMost("scan-to-record-p99", percentile(fullTimes, 0.99), "ms", 16),
		atMost("scan-cost-growth", growth, "x of the cost at 1,000 events", 1.5),
	];
}
