/** Labels and slips, warm; memory after a working day of scans and papers. */

import { labelLayout } from "../../../main/print/label/layouts.ts";
import { rasterLabel } from "../../../main/print/label/raster.ts";
import { encodeZpl } from "../../../main/print/label/zpl.ts";
import { renderPdf } from "../../../main/print/render.ts";
import { pieceLabels } from "../../../main/services/print/labels.ts";
import { slipPaper } from "../../../main/services/print/slip-paper.ts";
import { readSource } from "../../../main/services/print/source.ts";
import type { BenchCore } from "../core.ts";
import { seededRandom } from "../made/random.ts";
import { atMost, percentile, type Result } from "../result.ts";

const rounds = 60;
const warmUp = 10;

function orders({ app }: BenchCore): string[] {
	return app.reader.prepare("SELECT id FROM orders ORDER BY opened_at DESC LIMIT 200").pluck().all() as string[];
}

export async function measurePapers(core: BenchCore): Promise<Result[]> {
	const ids = orders(core);
	const labels: number[] = [];
	const slips: number[] = [];
	for (let i = 0; i < rounds + warmUp; i++) {
		const source = readSource(core.app, ids[i % ids.length] ?? "");
		const [label] = pieceLabels({
			...source,
			jobs: source.jobs.map((j) => ({
				...j,
				job: { ...j.job, pieces: j.job.pieces.map((p) => ({ ...p, gone: null })) },
			})),
		});
		if (!label) continue;
		let started = performance.now();
		encodeZpl(rasterLabel(label, labelLayout("piece", "60x40"), 203));
		if (i >= warmUp) labels.push(performance.now() - started);
		started = performance.now();
		await renderPdf(slipPaper(source, "customer", false));
		if (i >= warmUp) slips.push(performance.now() - started);
	}
	return [
		atMost("label-60x40-203dpi-warm", percentile(labels, 0.5), "ms median", 20),
		atMost("slip-pdf-warm", percentile(slips, 0.5), "ms median", 60),
	];
}

const mb = () => process.memoryUsage.rss() / 1024 / 1024;

/** In a process of its own: nothing of the bench but the core may be in memory. */
export async function measureMemory(core: BenchCore, items: number): Promise<Result[]> {
	const random = seededRandom(5);
	await core.app.directory.load();
	for (let i = 0; i < 1_000; i++) {
		const text = `SN${String(random.below(items)).padStart(9, "0")}`;
		const answer = await core.call<{ item?: { itemId: string } }>("scan.resolve", { text });
		if (answer.item) await core.call("item.record", { itemId: answer.item.itemId });
	}
	const afterScans = mb();
	const ids = orders(core);
	for (let i = 0; i < 100; i++) {
		const orderId = ids[i] ?? "";
		const made = await core.call<{ handle: string }>("print.paper", { orderId, paper: "slip" });
		await core.core.readMedia(made.handle, { host: "memory", client: "bench" });
		const source = readSource(core.app, orderId);
		for (const label of pieceLabels(source).slice(0, 1))
			encodeZpl(rasterLabel(label, labelLayout("piece", "60x40"), 203));
	}
	return [
		atMost("memory-after-1000-scans", afterScans, "MB RSS", 300),
		atMost("memory-after-100-slips-and-labels", mb(), "MB RSS", 450),
	];
}
