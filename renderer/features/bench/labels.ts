/** Which job a scanned label means, for screens that show one job at a time. Understands order, piece and item codes. */
import type { Stage } from "../../../domain/job/stage.ts";
import { call } from "../../app/client.ts";

export type LabelledJob = { jobId: string; number: string };

/**
 * The one job at `stage` the scanned text names; undefined when it names none, several, or something else, so that the
 * scan goes on to whoever understands it.
 */
export async function jobOfScan(text: string, stage: Stage): Promise<LabelledJob | undefined> {
	const answer = await call("scan.resolve", { text });
	if (answer.kind === "piece") {
		return answer.stage === stage ? { jobId: answer.jobId, number: answer.number } : undefined;
	}
	const ids = answer.kind === "order" ? answer.jobs : answer.kind === "item" && answer.jobId ? [answer.jobId] : [];
	const jobs = await Promise.all(ids.map((jobId) => call("bench.job", { jobId })));
	const here = jobs.filter((job) => job.card.stage === stage);
	const [only] = here;
	return only && here.length === 1 ? { jobId: only.card.jobId, number: only.card.orderNumber } : undefined;
}
