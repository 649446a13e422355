/** A scan's meaning together with what the screen it opens shows first. Reads only, as the two calls it stands for. */
import type { OutputOf } from "../../../preload/contract/define.ts";
import type { ScanAnswer } from "../../../preload/contract/scan.ts";
import type { scanOpenCalls } from "../../../preload/contract/scan-open.ts";
import type { App } from "../../app.ts";
import { createRecordDesk } from "../item/record.ts";
import { createJobReader } from "../job/job-reader.ts";
import { jobPage } from "../job/page.ts";
import type { ScanDesk } from "./scan-desk.ts";

type Opened = OutputOf<(typeof scanOpenCalls)["scan.open"]>;

export function createOpenDesk(app: App, scans: ScanDesk): { open(text: string, signedIn: boolean): Opened } {
	const records = createRecordDesk(app);
	const jobs = createJobReader(app);
	return {
		open(text, signedIn) {
			const answer = scans.resolve(text, signedIn);
			const jobId = jobOf(answer);
			const itemId = jobId === null && answer.kind === "item" && !answer.prefill ? answer.item.itemId : null;
			return {
				answer,
				record: itemId === null ? null : records.record(itemId),
				job: jobId === null ? null : jobPage(jobs, jobId),
			};
		},
	};
}

/** The one job it leads to. */
function jobOf(answer: ScanAnswer): string | null {
	switch (answer.kind) {
		case "piece":
			return answer.jobId;
		case "item":
			return answer.prefill ? null : answer.jobId;
		case "order":
			return answer.jobs.length === 1 ? (answer.jobs[0] ?? null) : null;
		default:
			return null;
	}
}
