/**
 * Scan to screen in real Chromium: from the terminator key of a keyboard wedge to the frame that shows what the scan
 * opened, whole. Every scan is of another item or job, so that nothing is on the screen or in memory already.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { makePieceLabel } from "../../../domain/code/order-number.ts";
import { plainKeyName } from "../../../main/adapters/key-file.ts";
import { setPin } from "../../../main/services/session/credentials.ts";
import config from "../../../playwright.config.ts";
import { startWorkstation } from "../../support/workstation.ts";
import { type BenchCore, openBenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import { people } from "../made/words.ts";
import { atMost, percentile, type Result } from "../result.ts";
import { openScanner, type Scanned, type Target } from "./screen-scanner.ts";

const scans = 60;
const warmUp = 8;
const pin = "2580";

/** Items with repairs and none of them open: their scan opens the item's record. */
const closedItems = `SELECT c.value AS text, count(*) AS repairs FROM jobs j
	JOIN item_codes c ON c.item_id = j.item_id AND c.kind = 'serial' GROUP BY j.item_id
	HAVING sum(j.stage NOT IN ('follow-up', 'closed', 'voided')) = 0 ORDER BY c.value`;
/** Jobs in the shop: the label on the first piece of each opens the job. */
const openJobs = `SELECT o.number, j.ordinal FROM jobs j JOIN orders o ON o.id = j.order_id
	WHERE j.stage IN ('inspection', 'quote', 'repair', 'qc') AND j.ordinal = 1 ORDER BY j.id`;

function targetsOf({ app }: BenchCore): { items: Target[]; labels: Target[] } {
	const items = app.reader.prepare(closedItems).all() as { text: string; repairs: number }[];
	const jobs = app.reader.prepare(openJobs).all() as { number: string; ordinal: number }[];
	return {
		items: choose(items).map(({ text, repairs }) => ({ text, shows: text, repairs })),
		labels: choose(jobs).map(({ number, ordinal }) => ({
			text: makePieceLabel(number, 1),
			shows: `${number}-${String(ordinal).padStart(2, "0")}`,
			repairs: null,
		})),
	};
}

/** As many as are scanned, each once, by chance but the same in every run. */
function choose<T>(all: T[]): T[] {
	const random = seededRandom(9);
	return Array.from({ length: warmUp + scans }, () => {
		const [one] = all.splice(random.below(all.length), 1);
		if (one === undefined) throw new Error("too few to scan: each may be scanned once");
		return one;
	});
}

/** On stderr: where the time goes, so that a miss tells which part grew. */
function explain(name: string, list: readonly Scanned[]): void {
	const median = (part: keyof Scanned) =>
		percentile(
			list.map((each) => each[part]),
			0.5,
		).toFixed(1);
	console.error(
		`${name}, medians from the terminator key, ms: heard ${median("heard")}, asked ${median("asked")}, answered ${median("answered")}, in the page ${median("drawn")}, painted ${median("painted")}`,
	);
}

/** `dir`: a copy of the data that this measure may change. Needs `npm run build`. */
export async function measureScreen(dir: string, master: Uint8Array): Promise<Result[]> {
	writeFileSync(join(dir, plainKeyName), Buffer.from(master), { mode: 0o600 });
	const manager = people[3]?.id ?? "";
	const bench = await openBenchCore(dir, master);
	await setPin(bench.app, manager, pin);
	const { items, labels } = targetsOf(bench);
	await bench.core.stop();
	const workstation = await startWorkstation({ data: dir, built: true });
	const browser = await chromium.launch(config.use?.launchOptions ?? {});
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
		const scanner = await openScanner(page);
		await page.goto(workstation.url);
		await page.evaluate(
			(input) =>
				fetch("/call/session.signIn", {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({ input }),
				}),
			{ person: manager, pin },
		);
		await page.locator("main").first().waitFor();
		const measure = async (name: string, targets: readonly Target[]) => {
			const done: Scanned[] = [];
			for (const target of targets) done.push(await scanner.scan(target));
			const counted = done.slice(warmUp);
			explain(name, counted);
			const painted = counted.map((each) => each.painted);
			return atMost(`${name}-p95`, percentile(painted, 0.95), "ms", 100);
		};
		return [await measure("scan-to-screen", items), await measure("label-to-job-screen", labels)];
	} finally {
		await browser.close();
		await workstation.stop();
	}
}
