/** Labels and slips, warm. */

import { encodeZpl } from "../../../main/print/label/language/encode-zpl.ts";
import { labelLayout } from "../../../main/print/label/layouts.ts";
import { rasterLabel } from "../../../main/print/label/raster.ts";
import { renderPdf } from "../../../main/print/render.ts";
import { pieceLabels } from "../../../main/services/print/labels.ts";
import { slipPaper } from "../../../main/services/print/slip-paper.ts";
import { readSource } from "../../../main/services/print/source.ts";
import type { BenchCore } from "../core.ts";
import { atMost, percentile, type Result } from "../result.ts";

const rounds = 60;
const warmUp = 10;

export function newestOrders({ app }: BenchCore): string[] {
	return app.reader.prepare("SELECT id FROM orders ORDER BY opened_at DESC LIMIT 200").pluck().all() as string[];
}

export async function measurePapers(core: BenchCore): Promise<Result[]> {
	const ids = newestOrders(core);
	const labels: number[] = [];
	const fineLabels: number[] = [];
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
		encodeZpl(rasterLabel(label, labelLayout("piece", "60x40"), 300));
		if (i >= warmUp) fineLabels.push(performance.now() - started);
		started = performance.now();
		await renderPdf(slipPaper(source, "customer", false));
		if (i >= warmUp) slips.push(performance.now() - started);
	}
	return [
		atMost("label-60x40-203dpi-warm", percentile(labels, 0.5), "ms median", 20),
		atMost("label-60x40-300dpi-warm", percentile(fineLabels, 0.5), "ms median", 35),
		atMost("slip-pdf-warm", percentile(slips, 0.5), "ms median", 60),
	];
}
