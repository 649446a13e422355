/** Answers `bulk.*`. */
import type { bulkCalls } from "../../preload/contract/bulk.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import { openWorkRows } from "../services/bench/work-rows.ts";
import { applyAct } from "../services/bulk/act.ts";
import { bulkProgress, cancelBulk, printBulk } from "../services/bulk/labels.ts";

export function bulkHandlers(app: App): HandlersFor<typeof bulkCalls> {
	const rows = openWorkRows(app);
	return {
		"bulk.labels": (input, { by }) => printBulk(app, by, input),
		"bulk.progress": (input) => bulkProgress(app, input),
		"bulk.cancel": (input) => cancelBulk(app, input),
		"bulk.apply": (input, { by }) => applyAct(app, rows, by, input),
	};
}
