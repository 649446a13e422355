/** Answers `job.*`. */
import type { jobCalls } from "../../preload/contract/job.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { resolveConflict } from "../services/job/conflict.ts";
import { createJobReader } from "../services/job/job-reader.ts";
import { jobPage } from "../services/job/page.ts";
import { addPhotos, photoTicket } from "../services/job/photos.ts";
import { jobRecord } from "../services/job/record.ts";

export function jobHandlers(app: App): HandlersFor<typeof jobCalls> {
	const reader = createJobReader(app);
	return {
		"job.get": ({ jobId }) => jobPage(reader, jobId),
		"job.record": ({ jobId }) => jobRecord(app, jobId),
		"job.photo": (input) => photoTicket(app, input),
		"job.addPhotos": (input, { by }) => addPhotos(app, by, input),
		"job.resolveConflict": (input, { by }) => resolveConflict(app, by, input),
	};
}
