/** One scan of many: what the label names, done through the same services as by hand, so that every rule holds. */
import type { WorkRows } from "../../../db/queries/work.ts";

import { parseScan } from "../../../domain/code/scan.ts";
import { refuse } from "../../../domain/errors.ts";
import { isHere } from "../../../domain/job/work/shelf.ts";
import type { bulkCalls } from "../../../preload/contract/bulk.ts";
import type { OutputOf, ParsedOf } from "../../../preload/contract/define.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import { assign } from "../bench/bench.ts";
import { createScanDesk } from "../scan/scan-desk.ts";
import { jobsOfLabel } from "../shelf/label.ts";
import { put, takeDown } from "../shelf/shelf.ts";

type Call = (typeof bulkCalls)["bulk.apply"];
type Input = ParsedOf<Call>;

/** An order's label stands for all of it that is here, a piece's for its item, any other code for the item it names. */
function jobsNamed(app: App, rows: WorkRows, text: string): string[] {
	const scan = parseScan(text);
	if (scan.kind === "order" || scan.kind === "piece") {
		const label = scan.kind === "piece" ? scan.label : scan.orderNumber;
		const here = jobsOfLabel(app, rows, label).filter(({ job }) => isHere(job));
		return here.length > 0 ? here.map(({ job }) => job.id) : refuse("rule-broken", "shelf.not-here");
	}
	const answer = createScanDesk(app).resolve(text, true);
	if (answer.kind === "item" && answer.jobId !== null) return [answer.jobId];
	return refuse("not-found", "bulk.not-a-label");
}

export function applyAct(app: App, rows: WorkRows, by: By, { act, what }: Input): OutputOf<Call> {
	const jobIds = "text" in what ? jobsNamed(app, rows, what.text) : [...new Set(what.jobIds)];
	const before = jobIds.map((id) => app.states.get("job", id));
	app.log.transact(() => {
		switch (act.kind) {
			case "shelf":
				put(app, rows, by, { what: { jobIds }, shelf: act.shelf });
				break;
			case "take-down":
				takeDown(app, by, { jobIds });
				break;
			case "assign":
				for (const { state, version } of before) assign(app, by, { jobId: state.id, version, person: act.person });
		}
	});
	return {
		done: before.map(({ state }) => ({
			jobId: state.id,
			number: app.states.find("order", state.order)?.state.number ?? "",
			ordinal: state.ordinal,
			wasShelf: state.shelf,
			wasPerson: state.assignee,
		})),
	};
}
