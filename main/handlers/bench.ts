/** Answers `bench.*`. */
import type { benchCalls } from "../../preload/contract/bench.ts";
import type { App } from "../app.ts";
import type { HandlersFor } from "../router.ts";
import * as bench from "../services/bench/bench.ts";
import { benchJob } from "../services/bench/job-view.ts";
import { technicians } from "../services/bench/people.ts";
import { benchQueue } from "../services/bench/queue.ts";
import { openWorkRows } from "../services/bench/work-rows.ts";

export function benchHandlers(app: App): HandlersFor<typeof benchCalls> {
	const rows = openWorkRows(app);
	return {
		"bench.queue": (_, { by }) => benchQueue(app, rows, by),
		"bench.job": ({ jobId }, { by }) => benchJob(app, jobId, by),
		"bench.technicians": () => ({ people: technicians(app, rows) }),
		"bench.take": (input, { by }) => bench.take(app, by, input),
		"bench.assign": (input, { by }) => bench.assign(app, by, input),
		"bench.startStep": (input, { by }) => bench.startStep(app, rows, by, input),
		"bench.pauseStep": (input, { by }) => bench.pauseStep(app, by, input),
		"bench.finishStep": (input, { by }) => bench.finishStep(app, rows, by, input),
		"bench.reopenStep": (input, { by }) => bench.reopenStep(app, by, input),
		"bench.finishRepair": (input, { by }) => bench.finishRepair(app, by, input),
		"bench.usePart": (input, { by }) => bench.usePart(app, by, input),
		"bench.returnPart": (input, { by }) => bench.returnPart(app, by, input),
		"bench.trouble": (input, { by }) => bench.trouble(app, by, input),
		"bench.pauseClock": (input, { by }) => bench.pauseClock(app, by, input),
		"bench.resumeClock": (input, { by }) => bench.resumeClock(app, by, input),
		"bench.photoTicket": (input) => bench.photoTicket(app, input),
		"bench.addPhoto": (input, { by }) => bench.addPhoto(app, by, input),
	};
}
