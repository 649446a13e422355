/** Search as you type: every prefix of what people look for, Chinese of two characters and customers' names included. */
import type { BenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import * as words from "../made/words.ts";
import { atMost, percentile, type Result } from "../result.ts";

const wanted = [
	"开胶",
	"提手",
	"百丽",
	"红蜻蜓",
	"皮鞋",
	"拉链",
	"补色",
	"黑 皮鞋",
	"百丽 开胶",
	"Nike 42",
	"AO1",
	"coach",
	"boot",
	"FW01",
];

function queries(): string[] {
	const random = seededRandom(11);
	const names = Array.from({ length: 60 }, () => words.name(random));
	const phones = Array.from({ length: 30 }, () => words.phone(random).slice(-4));
	const numbers = Array.from({ length: 30 }, () => String(random.below(40_000)).padStart(6, "0"));
	const serials = Array.from({ length: 30 }, () => `SN${String(random.below(200_000)).padStart(9, "0")}`);
	const full = [...wanted, ...wanted, ...names, ...phones, ...numbers, ...serials];
	return full.flatMap((text) => Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)));
}

export async function measureSearch({ call, app }: BenchCore): Promise<Result[]> {
	await app.directory.load();
	const texts = queries();
	for (const text of texts.slice(0, 100)) await call("search.find", { text, limit: 20 });
	const times: number[] = [];
	for (const text of texts) {
		const started = performance.now();
		await call("search.find", { text, limit: 20 });
		times.push(performance.now() - started);
	}
	return [atMost("search-as-you-type-p95", percentile(times, 0.95), "ms", 20)];
}
