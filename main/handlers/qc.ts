/** Answers `qc.*`. */
import type { qcCalls } from "../../preload/contract/qc.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { openWorkRows } from "../services/bench/work-rows.ts";
import { fail, pass } from "../services/qc/qc.ts";
import { qcJob, qcQueue } from "../services/qc/views.ts";

export function qcHandlers(app: App): HandlersFor<typeof qcCalls> {
	const rows = openWorkRows(app);
	return {
		"qc.queue": (_, { by }) => qcQueue(app, rows, by),
		"qc.job": ({ jobId }, { by }) => qcJob(app, jobId, by),
		"qc.pass": (input, { by }) => pass(app, by, input),
		"qc.fail": (input, { by }) => fail(app, by, input),
	};
}
